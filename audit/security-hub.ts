import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  GetFindingsCommand,
  SecurityHubClient,
} from "@aws-sdk/client-securityhub";
import { type Accounts, doorsOf, type Entrance } from "./accounts";
import { openGateway } from "./gateway";
import { accountOf, asffFindings, generatorPrefix, productArn } from "./report/asff";
import { provenGone } from "./report/proof";
import type { Place, Report } from "./report/report";

/** Of BatchImportFindings: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html */
const batchSize = 100;

/** A finding that Security Hub did not take, or a region whose Security Hub could not be reached. */
export interface NotImported extends Place {
  /** Of the finding; absent where it is about the whole region. */
  readonly id?: string;
  /** "securityhub:GetFindings: AccessDeniedException: ...". */
  readonly because: string;
}

export interface Imported {
  /** Findings that are there now, new or updated. */
  readonly active: number;
  /** Findings that are archived now: resolved, or accepted by an exception. */
  readonly archived: number;
  readonly failed: readonly NotImported[];
}

export interface SecurityHubOptions {
  /** A client with the credentials of the account, in the region. */
  readonly clientFor: (place: KnownPlace) => SecurityHubClient | Promise<SecurityHubClient>;
  /** Whether the audit asked about the resource at all; absent: about every one. */
  readonly isAsked?: (resource: string) => boolean;
  /** Ends the import: no call follows the one that is under way, which is its client's to end. */
  readonly signal?: AbortSignal;
}

/**
 * Imports an audit's findings into the Security Hub of each account and region. What an earlier import left there and this
 * audit no longer finds is archived, unless it could not be read or decided or was not asked about. What cannot be imported
 * is named and stops nothing else.
 * @throws the reason of the signal when it ends the import
 */
export async function importFindings(report: Report, options: SecurityHubOptions): Promise<Imported> {
  const results: Imported[] = [];
  const findings = new Map<string, AwsSecurityFinding[]>();
  for (const finding of asffFindings(report)) {
    const key = finding.ProductArn ?? "";
    const own = findings.get(key) ?? [];
    own.push(finding);
    findings.set(key, own);
  }
  const homeless = report.findings.filter((finding) => accountOf(finding) === undefined);
  const isProven = provenBy(report, options.isAsked);
  for (const place of placesOf(report)) {
    const own = findings.get(productArn(place.account, place.region)) ?? [];
    results.push(await importPlace(place, own, report.startedAt, isProven, options));
  }
  return {
    active: results.reduce((sum, { active }) => sum + active, 0),
    archived: results.reduce((sum, { archived }) => sum + archived, 0),
    failed: [
      ...results.flatMap(({ failed }) => failed),
      ...homeless.map(({ region, fingerprint }) => ({
        region,
        id: `${generatorPrefix}${fingerprint}`,
        because: "AWS did not tell the account, without which Security Hub takes no finding",
      })),
    ],
  };
}

export interface KnownPlace {
  readonly account: string;
  readonly region: string;
}

/** Those of the audit, and those of findings of none of them. */
function placesOf(report: Report): readonly KnownPlace[] {
  const places = new Map<string, KnownPlace>();
  const add = (account: string | undefined, region: string) => {
    if (account !== undefined) {
      places.set(productArn(account, region), { account, region });
    }
  };
  for (const { account, region, error } of report.scopes) {
    if (error === undefined) {
      add(account, region);
    }
  }
  for (const finding of [...report.findings, ...report.accepted.map((entry) => entry.finding), ...report.resolved]) {
    add(accountOf(finding), finding.region);
  }
  return [...places.values()];
}

/** Whether the report proves of a finding that it does not have that it is gone. */
type IsProven = (place: KnownPlace, finding: AwsSecurityFinding) => boolean;

function provenBy(report: Report, isAsked: (resource: string) => boolean = () => true): IsProven {
  const isGone = provenGone(report);
  return (place, { GeneratorId = "", Resources = [] }) => {
    const control = GeneratorId.slice(generatorPrefix.length);
    const resource = Resources[0]?.Id ?? "";
    return isAsked(resource) && isGone({ place, control, resource });
  };
}

async function importPlace(
  place: KnownPlace,
  own: readonly AwsSecurityFinding[],
  updatedAt: string,
  isProven: IsProven,
  { clientFor, signal }: SecurityHubOptions,
): Promise<Imported> {
  const failed: NotImported[] = [];
  const attempt = async <T>(call: string, step: () => Promise<T>): Promise<T | undefined> => {
    signal?.throwIfAborted();
    try {
      return await step();
    } catch (error) {
      signal?.throwIfAborted();
      const { name, message } = error as Error;
      failed.push({ ...place, because: `securityhub:${call}: ${name}: ${message}` });
      return undefined;
    }
  };
  let active = 0;
  let ended = 0;
  const client = await attempt("GetFindings", async () => clientFor(place));
  if (client === undefined) {
    return { active, archived: ended, failed };
  }
  try {
    const earlier = await attempt("GetFindings", () => activeFindings(client, place, signal));
    for (const batch of earlier === undefined ? [] : batches(place, own, earlier, updatedAt, isProven)) {
      const answer = await attempt("BatchImportFindings", () =>
        client.send(new BatchImportFindingsCommand({ Findings: [...batch] })),
      );
      const refused = new Map(
        answer?.FailedFindings?.map(({ Id, ErrorCode, ErrorMessage }) => [Id, [ErrorCode, ErrorMessage]]),
      );
      for (const [id, reasons] of refused) {
        failed.push({ ...place, ...(id === undefined ? {} : { id }), because: reasons.join(": ") });
      }
      const taken = answer === undefined ? [] : batch.filter(({ Id }) => !refused.has(Id));
      active += taken.filter(({ RecordState }) => RecordState === "ACTIVE").length;
      ended += taken.filter(({ RecordState }) => RecordState === "ARCHIVED").length;
    }
  } finally {
    client.destroy();
  }
  return { active, archived: ended, failed };
}

/** What is found, and what is gone, as much at once as Security Hub takes. */
function batches(
  place: KnownPlace,
  own: readonly AwsSecurityFinding[],
  earlier: ReadonlyMap<string, AwsSecurityFinding>,
  updatedAt: string,
  isProven: IsProven,
): readonly (readonly AwsSecurityFinding[])[] {
  const present = new Set(own.map(({ Id }) => Id));
  const gone = [...earlier.values()].filter((finding) => !present.has(finding.Id) && isProven(place, finding));
  const all = [
    ...own.map((finding) => dated(finding, earlier)),
    ...gone.map((finding) => archived(finding, updatedAt)),
  ];
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, at) =>
    all.slice(at * batchSize, (at + 1) * batchSize),
  );
}

/** What earlier imports left, by its id; an emulated account may ignore the filter of the state. */
async function activeFindings(
  client: SecurityHubClient,
  { account, region }: KnownPlace,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, AwsSecurityFinding>> {
  const found = new Map<string, AwsSecurityFinding>();
  let next: string | undefined;
  do {
    signal?.throwIfAborted();
    const { Findings = [], NextToken }: { Findings?: AwsSecurityFinding[]; NextToken?: string } = await client.send(
      new GetFindingsCommand({
        Filters: {
          ProductArn: [{ Value: productArn(account, region), Comparison: "EQUALS" }],
          GeneratorId: [{ Value: generatorPrefix, Comparison: "PREFIX" }],
          RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }],
        },
        MaxResults: 100,
        ...(next === undefined ? {} : { NextToken: next }),
      }),
    );
    for (const finding of Findings) {
      if (
        finding.Id !== undefined &&
        finding.RecordState === "ACTIVE" &&
        finding.GeneratorId?.startsWith(generatorPrefix)
      ) {
        found.set(finding.Id, finding);
      }
    }
    next = NextToken;
  } while (next !== undefined);
  return found;
}

/** A finding that is there already was created then, whatever the report knows of its past. */
function dated(finding: AwsSecurityFinding, earlier: ReadonlyMap<string, AwsSecurityFinding>): AwsSecurityFinding {
  const known = earlier.get(finding.Id ?? "");
  const created = known?.CreatedAt;
  return created === undefined || created >= (finding.CreatedAt ?? "")
    ? finding
    : { ...finding, CreatedAt: created, FirstObservedAt: known?.FirstObservedAt ?? created };
}

/** What was found before and is not any more, as it was but archived. */
function archived(finding: AwsSecurityFinding, updatedAt: string): AwsSecurityFinding {
  return {
    SchemaVersion: finding.SchemaVersion,
    Id: finding.Id,
    ProductArn: finding.ProductArn,
    GeneratorId: finding.GeneratorId,
    AwsAccountId: finding.AwsAccountId,
    Types: finding.Types,
    FirstObservedAt: finding.FirstObservedAt,
    LastObservedAt: finding.LastObservedAt,
    CreatedAt: finding.CreatedAt,
    UpdatedAt: updatedAt,
    Severity: finding.Severity,
    Title: finding.Title,
    Description: finding.Description,
    Remediation: finding.Remediation,
    ProductFields: ownFields(finding),
    Resources: finding.Resources,
    // That it is decided now does not say how.
    Compliance: {
      ...finding.Compliance,
      Status: finding.Compliance?.Status === "NOT_AVAILABLE" ? "NOT_AVAILABLE" : "PASSED",
    },
    RecordState: "ARCHIVED",
  };
}

/** Those that Security Hub adds by itself, "aws/...", are refused on the way in. */
function ownFields({ ProductFields = {} }: AwsSecurityFinding): Record<string, string> {
  return Object.fromEntries(Object.entries(ProductFields).filter(([name]) => name.startsWith(generatorPrefix)));
}

export interface HubAccess {
  readonly homeRegion: string;
  readonly profile?: string;
  /** As they were audited: the same roles import. */
  readonly accounts?: Accounts;
  /** Ends the import, the calls that are under way too. */
  readonly signal?: AbortSignal;
}

/**
 * Imports with the credentials of the environment or a profile, and the roles that the audit assumed.
 * @throws CannotAudit without credentials that AWS accepts, or without a way to AWS; the reason of the signal when it ends the
 * import
 */
export async function importWithRoles(
  report: Report,
  { homeRegion, profile, accounts, signal }: HubAccess,
  isAsked?: SecurityHubOptions["isAsked"],
): Promise<Imported> {
  const gateway = await openGateway({
    region: homeRegion,
    concurrency: 2,
    ...(profile === undefined ? {} : { profile }),
    ...(signal === undefined ? {} : { signal }),
  });
  const doors = await doorsOf(gateway, accounts);
  const entrances = new Map<string, Promise<Entrance>>();
  return importFindings(report, {
    ...(isAsked === undefined ? {} : { isAsked }),
    ...(signal === undefined ? {} : { signal }),
    clientFor: async ({ account, region }) => {
      const door = doors.find((candidate) => candidate.account === account);
      if (door === undefined) {
        throw new Error(`account ${account} is none of those that are audited`);
      }
      const entering = entrances.get(account) ?? door.open();
      entrances.set(account, entering);
      const entrance = await entering;
      if ("error" in entrance) {
        throw new Error(entrance.error);
      }
      return new SecurityHubClient(entrance.connection.configuration(region));
    },
  });
}

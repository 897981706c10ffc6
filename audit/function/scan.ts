import { auditControls } from "../controls";
import { type Report, reportOf, type ScopeResult } from "../report/report";
import type { AuditOptions, Scopes } from "../run";
import { type Carrier, type Import, importProblems } from "./deliver";
import type { OrganizationSettings } from "./organization-settings";
import { decided } from "./scheduled";
import type { QuestionSettings } from "./settings";
import { checkedExecution, type Execution, putJson, resultKey, type Target } from "./store";

/** One item of the state machine's list, with the execution that it belongs to. */
export interface ScanEvent extends Execution {
  readonly target: Target;
}

/** What one region of one account came to, as its file has it. */
export interface Scanned {
  readonly results: readonly ScopeResult[];
  /** One sentence for each finding that could not be imported into Security Hub. */
  readonly problems: readonly string[];
}

/** What is told to the state machine: little, as it stands in its history. */
export interface ScanSummary {
  readonly account: string;
  readonly region: string;
  readonly complete: boolean;
  readonly findings: number;
  /** Calls of AWS's services that the audit made, without those that were tried again. */
  readonly calls: number;
  readonly seconds: number;
}

/** Nothing could be read of a target. Its result says so all the same; the state machine counts it as failed. */
export class NothingRead extends Error {
  override readonly name = "NothingRead";
}

export interface ScanSurroundings extends Pick<Carrier, "settings" | "s3" | "timeLeft"> {
  readonly question: QuestionSettings;
  readonly organization: OrganizationSettings;
  readonly scopes: (options: AuditOptions) => Promise<Pick<Scopes, "results">>;
  /** Imports into the Security Hub of the target, with the role that audited it. */
  readonly importing: (report: Report, signal: AbortSignal, target: Target) => ReturnType<Import>;
}

/** Milliseconds that are kept to write what was found, and to import it. */
const reserve = 60_000;

/**
 * Audits one region of one account and writes its result.
 * @throws NothingRead, EventError, and SettingError where a file of the settings has errors
 */
export async function scanTarget(event: ScanEvent, surroundings: ScanSurroundings): Promise<ScanSummary> {
  const execution = checkedExecution(event);
  const { target } = event;
  const { question, organization, settings } = surroundings;
  const timeLeft = surroundings.timeLeft();
  const { account, region, home } = target;
  const startedAt = new Date(execution.startedAt);
  const started = performance.now();
  const { judging } = decided(question, startedAt);
  let calls = 0;
  const { results } = await surroundings.scopes({
    ...judging,
    accounts: { ids: [account], roleName: organization.roleName, ...externalIdOf(organization) },
    regions: region === "all" ? "all" : [region],
    // A role is assumed in a region that both accounts have enabled, which the target's need not be in this one.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
    homeRegion: settings.region,
    regionless: home,
    startedAt,
    signal: AbortSignal.timeout(Math.max(0, Math.floor(timeLeft - Math.min(reserve, timeLeft / 4)))),
    watch: {
      onCall: () => {
        calls += 1;
      },
    },
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const key = resultKey(execution, target);
  // Before the import, which may take longer than is left: what was found is not lost with it.
  await putJson(surroundings, key, { results, problems: [] } satisfies Scanned);
  const problems = settings.securityHub
    ? await importProblems(
        reportOf({
          startedAt,
          seconds,
          results,
          order: auditControls.map(({ id }) => id),
          asked: judging.controls.map(({ id }) => id),
        }),
        { ...surroundings, importing: (report, signal) => surroundings.importing(report, signal, target) },
      )
    : [];
  if (problems.length > 0) {
    await putJson(surroundings, key, { results, problems } satisfies Scanned);
  }
  const errors = results.flatMap(({ scope: { error } }) => error ?? []);
  if (errors.length === results.length) {
    throw new NothingRead(`${account}, ${region}: ${errors[0] ?? "it has no region"}`);
  }
  return {
    account,
    region,
    complete: results.every(({ scope }) => scope.complete),
    findings: results.reduce((sum, { findings }) => sum + findings.length, 0),
    calls,
    seconds,
  };
}

export function externalIdOf({ externalId }: OrganizationSettings): { readonly externalId?: string } {
  return externalId === undefined ? {} : { externalId };
}

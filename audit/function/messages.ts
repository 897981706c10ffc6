import { severities } from "../../controls/control";
import { count } from "../../formats/wording";
import { severityCounts } from "../report/counts";
import type { AuditFinding, Counts, Report } from "../report/report";
import { placeWords, scopeWords } from "../report/words";

/** A message for a topic, which says something else to people than to programs. */
export interface Message {
  readonly Subject: string;
  /** JSON by protocol: `email` reads the text, every other one JSON of a NewFindings. */
  readonly Message: string;
  readonly MessageStructure: "json";
}

/** What programs read of a message. */
export interface NewFindings {
  readonly version: 1;
  readonly type: "new-findings";
  /** The name of the audit. */
  readonly audit: string;
  /** When the audit began, in ISO 8601. */
  readonly startedAt: string;
  /** Everything could be read. */
  readonly complete: boolean;
  /** "s3://bucket/reports/...": the whole report, as JSON. */
  readonly report: string;
  /** Against what was known; every finding is new without that: at the first audit, and where it could not be read. */
  readonly compared: boolean;
  /** Of all new findings. */
  readonly counts: Counts["findings"];
  /** In how many accounts and regions they are. */
  readonly accounts: number;
  readonly regions: number;
  /** The worst of them, 50 at most; the report has all. */
  readonly findings: readonly NewFinding[];
}

export type NewFinding = Pick<
  AuditFinding,
  | "control"
  | "severity"
  | "title"
  | "account"
  | "region"
  | "resource"
  | "resourceName"
  | "resourceType"
  | "found"
  | "needed"
  | "remediation"
  | "url"
  | "fingerprint"
  | "advisory"
>;

/** Below the 262,144 bytes of SNS: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const longestMessage = 250_000;

/** Bytes of what stands in a message beside its findings. */
const frame = 4_000;

/** Findings of one message: what somebody reads. */
const mostFindings = 50;

/** Characters of one text of a finding; the report has all of it. */
const longestText = 2_000;

/**
 * The message about what the audit before did not find; none where nothing is new. It is one, however much that is, as the
 * first audit of an organization finds thousands: it counts them all, tells of the worst and says where the report is.
 * @param reportUrl of the whole report
 */
export function newFindingsMessage(report: Report, audit: string, reportUrl: string): Message | undefined {
  const fresh = report.findings.filter(({ state }) => state === "new");
  if (fresh.length === 0) {
    return undefined;
  }
  const machine: NewFindings = {
    version: 1,
    type: "new-findings",
    audit,
    startedAt: report.startedAt,
    complete: report.complete,
    report: reportUrl,
    compared: report.compared === true,
    counts: severityCounts(fresh),
    accounts: new Set(fresh.map(({ account }) => account)).size,
    regions: new Set(fresh.map(({ region }) => region)).size,
    findings: worst(fresh),
  };
  const amount = count(fresh.length, "new finding");
  const bySeverity = severityWords(machine.counts);
  const opening = `The audit ${audit} of ${scopeWords(report)} on ${report.startedAt} has ${amount}: ${bySeverity}.`;
  return {
    // ASCII of fewer than 100 characters, as SNS wants it; the name of a function is ASCII.
    Subject: `${amount} (${bySeverity}): ${audit}`.slice(0, 99),
    Message: JSON.stringify({
      default: JSON.stringify(machine),
      email: textOf(machine, opening, fresh.length - machine.findings.length),
    }),
    MessageStructure: "json",
  };
}

function severityWords(counts: NewFindings["counts"]): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(", ");
}

function textOf({ findings, ...rest }: NewFindings, opening: string, left: number) {
  return [
    opening,
    ...(rest.compared ? [] : ["Nothing is known of audits before, so every finding counts as new."]),
    ...(rest.complete ? [] : ["Something could not be read, so there may be more; the report names it."]),
    ...(left === 0
      ? []
      : [
          `They are in ${count(rest.accounts, "account")} and ${count(rest.regions, "region")}. ` +
            `The ${findings.length} worst follow; the report has ${left} more.`,
        ]),
    `The whole report: ${rest.report}`,
    ...findings.map(wordsOf),
  ].join("\n\n");
}

function wordsOf(finding: NewFinding): string {
  const advice = finding.advisory ? " (advice)" : "";
  return [
    `${finding.severity.toUpperCase()}${advice} ${finding.title}`,
    `${finding.resource} (${placeWords(finding)})`,
    `${finding.found}: ${finding.needed}`,
    finding.remediation,
    finding.url,
  ].join("\n");
}

function brief(finding: AuditFinding): NewFinding {
  const { control, severity, title, account, region, resource, resourceName, resourceType, url, fingerprint } = finding;
  return {
    control,
    severity,
    title,
    ...(account === undefined ? {} : { account }),
    region,
    resource,
    resourceName,
    resourceType,
    found: finding.found.slice(0, longestText),
    needed: finding.needed.slice(0, longestText),
    remediation: finding.remediation.slice(0, longestText),
    url,
    fingerprint,
    ...(finding.advisory === true ? { advisory: true as const } : {}),
  };
}

/** As many of the findings, which are worst first, as somebody reads and SNS takes. */
function worst(findings: readonly AuditFinding[]): readonly NewFinding[] {
  const told: NewFinding[] = [];
  let room = longestMessage - frame;
  for (const finding of findings.slice(0, mostFindings).map(brief)) {
    room -= sizeOf(finding);
    if (room < 0) {
      break;
    }
    told.push(finding);
  }
  return told;
}

/** In the message, where it stands twice: as JSON within JSON, and as text. */
function sizeOf(finding: NewFinding): number {
  const json = JSON.stringify(JSON.stringify(finding));
  return Buffer.byteLength(json) + Buffer.byteLength(JSON.stringify(`${wordsOf(finding)}\n\n`));
}

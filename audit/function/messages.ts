import { severities } from "../../controls/control";
import { count } from "../../formats/wording";
import type { AuditFinding, Report } from "../report/report";
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
  /** This message, counted from 1, and how many there are. */
  readonly part: number;
  readonly parts: number;
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

/** Characters of one text of a finding; the report has all of it. */
const longestText = 2_000;

/**
 * The messages about what the audit before did not find, worst first; as many as it takes to keep to the limit of SNS. Each
 * is made when it is asked for: those of an organization's first audit together are larger than its report.
 * @param reportUrl of the whole report
 */
export function* messagesOf(report: Report, audit: string, reportUrl: string): Generator<Message> {
  const fresh = report.findings.filter(({ state }) => state === "new").map(brief);
  const batches = batched(fresh);
  const amount = count(fresh.length, "new finding");
  const bySeverity = severityWords(fresh);
  // ASCII of fewer than 100 characters, as SNS wants it; the name of a function is ASCII.
  const Subject = `${amount} (${bySeverity}): ${audit}`.slice(0, 99);
  const opening = `The audit ${audit} of ${scopeWords(report)} on ${report.startedAt} has ${amount}: ${bySeverity}.`;
  for (const [index, findings] of batches.entries()) {
    const machine: NewFindings = {
      version: 1,
      type: "new-findings",
      audit,
      startedAt: report.startedAt,
      complete: report.complete,
      report: reportUrl,
      part: index + 1,
      parts: batches.length,
      findings,
    };
    yield {
      Subject,
      Message: JSON.stringify({ default: JSON.stringify(machine), email: textOf(machine, opening) }),
      MessageStructure: "json",
    };
  }
}

function severityWords(findings: readonly NewFinding[]): string {
  return severities
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([amount]) => amount > 0)
    .map(([amount, severity]) => `${amount} ${severity}`)
    .join(", ");
}

function textOf({ findings, part, parts, ...rest }: NewFindings, opening: string) {
  return [
    opening,
    ...(rest.complete ? [] : ["Something could not be read, so there may be more; the report names it."]),
    ...(parts === 1 ? [] : [`This is message ${part} of ${parts}.`]),
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

function batched(findings: readonly NewFinding[]): readonly (readonly NewFinding[])[] {
  const batches: NewFinding[][] = [];
  let room = 0;
  for (const finding of findings) {
    const size = sizeOf(finding);
    if (size > room) {
      batches.push([]);
      room = longestMessage - frame;
    }
    batches.at(-1)?.push(finding);
    room -= size;
  }
  return batches;
}

/** In the message, where it stands twice: as JSON within JSON, and as text. */
function sizeOf(finding: NewFinding): number {
  const json = JSON.stringify(JSON.stringify(finding));
  return Buffer.byteLength(json) + Buffer.byteLength(JSON.stringify(`${wordsOf(finding)}\n\n`));
}

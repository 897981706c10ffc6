import type { Finding, Severity, Undecided } from "../../controls/control";
import { severities } from "../../controls/control";
import type { UnreadCall } from "../read/calls";
import { outcomeWords } from "../read/failure";
import type { Place, Report } from "./report";

/** Gives a text the look of a severity, a heading or something less important. */
export type Paint = (look: Severity | "heading" | "muted", text: string) => string;

/** Of a call that failed for many resources, so many are named. */
const namedResources = 5;

/** The report for people, worst findings first, the summary last, where a terminal leaves the eye. */
export function textReport(original: Report, paint: Paint = (_, text) => text): string {
  const report = printable(original);
  const sections = [
    ...severities.map((severity) => findingsOf(report, severity, paint)),
    undecidedOf(report, paint),
    unreadOf(report, paint),
    [summary(report)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function findingsOf(report: Report, severity: Severity, paint: Paint): string[] {
  const findings = report.findings.filter((finding) => finding.severity === severity);
  if (findings.length === 0) {
    return [];
  }
  return [
    paint(severity, `${severity.toUpperCase()} (${findings.length})`),
    ...byControl(findings).flatMap((group) => [
      `  ${paint("heading", group[0].control)}`,
      ...group.flatMap((finding) => [`    ${nameOf(finding)}`, `      ${finding.found}; ${finding.needed}`]),
      `    ${paint("muted", `Mend: ${group[0].remediation}`)}`,
    ]),
  ];
}

function undecidedOf({ undecided }: Report, paint: Paint): string[] {
  if (undecided.length === 0) {
    return [];
  }
  return [
    paint("heading", `UNDECIDED (${undecided.length})`),
    ...byControl(undecided).flatMap((group) => [
      `  ${paint("heading", group[0].control)} (${group[0].severity})`,
      ...group.flatMap((entry) => [`    ${nameOf(entry)}`, `      waits for ${entry.waitsFor}`]),
    ]),
  ];
}

function unreadOf({ unread, incomplete }: Report, paint: Paint): string[] {
  if (unread.length === 0) {
    return [];
  }
  return [
    paint("heading", `COULD NOT BE READ (${unread.length})`),
    ...unread.flatMap((call) => [
      `  ${paint("heading", call.call)} ${outcomeWords[call.outcome]}${about(call)}`,
      `    ${call.message}`,
    ]),
    ...(incomplete.length === 0
      ? []
      : [
          "  Not asked about every resource, for lack of a list of them:",
          ...incomplete.map(({ control, severity, because }) => `    ${control} (${severity}): ${because}`),
        ]),
  ];
}

/** The name too, where the ARN holds an id in its place. */
function nameOf({ resource, resourceName }: Finding | Undecided): string {
  return resource.endsWith(resourceName) ? resource : `${resource} (${resourceName})`;
}

function about({ about }: UnreadCall): string {
  if (about.length === 0) {
    return "";
  }
  const rest = about.length - namedResources;
  return ` for ${about.slice(0, namedResources).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function summary({ scopes, counts, complete, seconds }: Report): string {
  const { dbInstances = 0, dynamodbTables = 0 } = counts.resources;
  const resources = Object.values(counts.resources).reduce((sum, count) => sum + count, 0);
  const findings = severities.map((severity) => `${counts.findings[severity]} ${severity}`).join(", ");
  const parts = [
    `${scopes.map(placeWords).join(", ")}: ` +
      `${counted(resources, "resource")} read, ${counted(dbInstances, "DB instance")} and ` +
      `${counted(dynamodbTables, "DynamoDB table")} among them`,
    `controls held ${counted(counts.held, "time")} and did not apply ${counted(counts.notApplicable, "time")}`,
    `findings: ${findings}`,
    ...(counts.undecided === 0 ? [] : [`${counts.undecided} undecided`]),
    ...(complete ? [] : [`INCOMPLETE, ${counted(counts.unread, "call")} could not be read`]),
    `${seconds.toFixed(1)} s`,
  ];
  return parts.join("; ");
}

function placeWords({ region, account }: Place): string {
  return `${region}${account === undefined ? "" : ` of account ${account}`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Entries in the order in which their controls first appear. */
function byControl<T extends Finding | Undecided>(entries: readonly T[]): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const entry of entries) {
    const group = groups.get(entry.control);
    if (group === undefined) {
      groups.set(entry.control, [entry]);
    } else {
      group.push(entry);
    }
  }
  return [...groups.values()];
}

/** Names and messages come from the account: they must not steer the reader's terminal. */
function printable(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\p{Cc}+/gu, " ") : value,
  );
}

import type { Finding, Severity, Undecided } from "../../controls/control";
import { severities } from "../../controls/control";
import { positionWords } from "../../formats/wording";
import type { UnreadCall } from "../read/calls";
import { outcomeWords } from "../read/failure";
import type { AuditFinding, Report, StackResource } from "./report";
import { isCompared, placeWords, scopeWords } from "./words";

/** Gives a text the look of a severity, a heading or something less important. */
export type Paint = (look: Severity | "heading" | "muted", text: string) => string;

/** Of a call that failed for many resources, so many are named. */
const namedResources = 5;

/** Narrower, there is no room to wrap words in. */
const narrowest = 40;

/** A line before it is wrapped and painted. */
interface Line {
  readonly indent: number;
  readonly text: string;
  readonly look?: Parameters<Paint>[0];
}

/**
 * The report for people, worst findings first, the summary last, where a terminal leaves the eye.
 * @param width columns of the terminal; lines are left as long as they are without one, for files and pipes
 */
export function textReport(
  original: Report,
  paint: Paint = (_, text) => text,
  width = Number.POSITIVE_INFINITY,
): string {
  const report = printable(original);
  const sections: readonly (readonly Line[])[] = [
    ...severities.map((severity) => findingsOf(report, severity)),
    acceptedOf(report),
    resolvedOf(report),
    undecidedOf(report),
    unreadOf(report),
    [{ indent: 0, text: summary(report) }],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => laidOut(line, paint, Math.max(narrowest, width))).join("\n"))
    .join("\n\n")}\n`;
}

/** In as many lines as it takes, the later ones a little further in. */
function laidOut({ indent, text, look }: Line, paint: Paint, width: number): string {
  return wrapped(text, width - indent)
    .map((part, index) => " ".repeat(indent + (index === 0 ? 0 : 2)) + (look === undefined ? part : paint(look, part)))
    .join("\n");
}

/** Words are not cut: an ARN is longer than some terminals are wide, and is copied as a whole. */
function wrapped(text: string, width: number): readonly string[] {
  if (text.length <= width) {
    return [text];
  }
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = lines.length === 0 ? width : width - 2;
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function findingsOf(report: Report, severity: Severity): readonly Line[] {
  const findings = report.findings.filter((finding) => finding.severity === severity);
  if (findings.length === 0) {
    return [];
  }
  const compared = isCompared(report);
  return [
    { indent: 0, text: `${severity.toUpperCase()} (${findings.length})`, look: severity },
    ...byControl(findings).flatMap((group): Line[] => [
      { indent: 2, text: group[0].control, look: "heading" },
      ...group.flatMap((finding): Line[] => [
        { indent: 4, text: `${nameOf(finding)}${marksOf(finding, compared)}` },
        { indent: 6, text: `${finding.found}; ${finding.needed}` },
        ...detailsOf(finding),
      ]),
      { indent: 4, text: `Mend: ${group[0].remediation}`, look: "muted" },
    ]),
  ];
}

function marksOf({ state, advisory }: AuditFinding, compared: boolean): string {
  const marks = [...(compared && state === "new" ? ["new"] : []), ...(advisory === true ? ["advice"] : [])];
  return marks.length === 0 ? "" : ` [${marks.join(", ")}]`;
}

function detailsOf({ path, stack }: AuditFinding): readonly Line[] {
  return [
    ...(path === undefined || path.length === 0
      ? []
      : [{ indent: 6, text: `reached by ${path.map(({ name }) => name).join(" -> ")}`, look: "muted" } as const]),
    ...(stack === undefined
      ? []
      : [{ indent: 6, text: `declared by ${stack.urn}${placeOf(stack)}`, look: "muted" } as const]),
  ];
}

function placeOf({ position }: StackResource): string {
  return position === undefined ? "" : ` at ${positionWords(position)}`;
}

function acceptedOf({ accepted }: Report): readonly Line[] {
  return accepted.length === 0
    ? []
    : [
        { indent: 0, text: `ACCEPTED (${accepted.length})`, look: "heading" },
        ...accepted.flatMap(({ finding, exception: { reason, owner, expires } }): Line[] => [
          { indent: 2, text: `${finding.control} (${finding.severity})`, look: "heading" },
          { indent: 4, text: nameOf(finding) },
          { indent: 6, text: `accepted by ${owner} until ${expires}: ${reason}` },
        ]),
      ];
}

function resolvedOf({ resolved }: Report): readonly Line[] {
  return resolved.length === 0
    ? []
    : [
        { indent: 0, text: `RESOLVED (${resolved.length})`, look: "heading" },
        ...byControl(resolved).flatMap((group): Line[] => [
          { indent: 2, text: `${group[0].control} (${group[0].severity})`, look: "heading" },
          ...group.map((finding) => ({ indent: 4, text: nameOf(finding) })),
        ]),
      ];
}

function undecidedOf({ undecided }: Report): readonly Line[] {
  return undecided.length === 0
    ? []
    : [
        { indent: 0, text: `UNDECIDED (${undecided.length})`, look: "heading" },
        ...byControl(undecided).flatMap((group): Line[] => [
          { indent: 2, text: `${group[0].control} (${group[0].severity})`, look: "heading" },
          ...group.flatMap((entry) => [
            { indent: 4, text: nameOf(entry) },
            { indent: 6, text: `waits for ${entry.waitsFor}` },
          ]),
        ]),
      ];
}

function unreadOf(report: Report): readonly Line[] {
  const { scopes, unread, incomplete } = report;
  const unreached = scopes.filter(({ error }) => error !== undefined);
  if (unread.length + unreached.length === 0) {
    return [];
  }
  // The summary names the place where there is only one.
  const where = (entry: Parameters<typeof placeWords>[0]) => (scopes.length > 1 ? ` (${placeWords(entry)})` : "");
  return [
    { indent: 0, text: `COULD NOT BE READ (${unread.length + unreached.length})`, look: "heading" },
    ...unreached.flatMap((scope): Line[] => [
      { indent: 2, text: placeWords(scope), look: "heading" },
      { indent: 4, text: scope.error ?? "" },
    ]),
    ...unread.flatMap((call): Line[] => [
      { indent: 2, text: `${call.call} ${outcomeWords[call.outcome]}${about(call)}${where(call)}` },
      { indent: 4, text: call.message },
    ]),
    ...(incomplete.length === 0
      ? []
      : [
          { indent: 2, text: "Not asked about every resource, for lack of a list of them:" },
          ...incomplete.map((entry) => ({
            indent: 4,
            text: `${entry.control} (${entry.severity}): ${entry.because}${where(entry)}`,
          })),
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

function summary(report: Report): string {
  const { counts, complete, seconds, findings, resolved, accepted } = report;
  const { dbInstances = 0, dynamodbTables = 0 } = counts.resources;
  const resources = Object.values(counts.resources).reduce((sum, count) => sum + count, 0);
  const found = severities.map((severity) => `${counts.findings[severity]} ${severity}`).join(", ");
  const added = findings.filter(({ state }) => state === "new").length;
  const unreached = report.scopes.filter(({ error }) => error !== undefined).length;
  const missing = [
    ...(counts.unread === 0 ? [] : [`${counted(counts.unread, "call")} could not be read`]),
    ...(unreached === 0 ? [] : [`${counted(unreached, "region")} of accounts not at all`]),
  ];
  const parts = [
    `${scopeWords(report)}: ` +
      `${counted(resources, "resource")} read, ${counted(dbInstances, "DB instance")} and ` +
      `${counted(dynamodbTables, "DynamoDB table")} among them`,
    `controls held ${counted(counts.held, "time")} and did not apply ${counted(counts.notApplicable, "time")}`,
    `findings: ${found}`,
    ...(isCompared(report) ? [`${added} new, ${findings.length - added} unchanged, ${resolved.length} resolved`] : []),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(counts.undecided === 0 ? [] : [`${counts.undecided} undecided`]),
    ...(complete
      ? []
      : [
          `${report.partial === undefined ? "INCOMPLETE" : "INTERRUPTED"}${missing.map((words) => `, ${words}`).join("")}`,
        ]),
    `${seconds.toFixed(1)} s`,
  ];
  return parts.join("; ");
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

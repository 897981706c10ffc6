import { severities } from "../../controls";
import { code, fitted, marker, type Section, shortened, target, text } from "../../formats/markdown-table";
import { count, positionWords } from "../../formats/wording";
import { kindNames } from "../../inventory/model";
import { outcomeWords } from "../read/failure";
import type { AuditFinding, Report } from "./report";
import { scoresOf } from "./scores";
import { isCompared, placeWords, scopeWords } from "./words";

/** Of one message: a table with longer cells is not read. */
const messageLimit = 600;

const header = ["control", "resource", "finding"];

/**
 * The report for a comment on a pull request: what could not be read, then findings by severity, the new ones first where
 * there is an earlier audit to compare with, what is resolved, accepted and undecided. It is never longer than GitHub's
 * limit and says how much it leaves out.
 */
export function markdownReport(report: Report): string {
  const compared = isCompared(report);
  const open = report.findings.filter(({ advisory }) => advisory !== true);
  const groups = compared
    ? ([
        ["New, ", open.filter(({ state }) => state === "new")],
        ["Unchanged, ", open.filter(({ state }) => state === "unchanged")],
      ] as const)
    : ([["", open]] as const);
  const sections: readonly Section[] = [
    { title: "Not read", header: ["account and region", "what", "why"], rows: unreadRows(report) },
    ...groups.flatMap(([prefix, findings]) =>
      severities.map((severity) => ({
        title: capital(`${prefix}${severity}`),
        header,
        rows: findings.filter((finding) => finding.severity === severity).map((finding) => rowOf(finding)),
      })),
    ),
    {
      title: "Advisory",
      header,
      rows: report.findings.filter(({ advisory }) => advisory === true).map((finding) => rowOf(finding)),
    },
    {
      title: "Accepted",
      header: [...header, "exception"],
      rows: report.accepted.map(({ finding, exception: { id, reason, owner, expires } }) =>
        rowOf(finding, text(`${id}: ${reason} (${owner}, until ${expires})`)),
      ),
    },
    { title: "Resolved", header, rows: report.resolved.map((finding) => rowOf(finding)) },
    {
      title: "Not decided",
      header: ["control", "resource", "waits for"],
      rows: report.undecided.map(
        (entry) =>
          `| ${code(entry.control)} | ${resourceCell(entry)} | ${text(shortened(entry.waitsFor, messageLimit))} |`,
      ),
    },
  ];
  return fitted(
    [marker, `### ${headline(report)}`, "", summary(report, compared), "", ...scoreLines(report)],
    sections,
  );
}

function headline(report: Report): string {
  const found = `${count(report.findings.length, "finding")} in ${text(scopeWords(report))}`;
  return `Database audit: ${report.complete ? found : `not everything could be read; ${found}`}`;
}

function summary(report: Report, compared: boolean): string {
  const { findings, resolved, accepted, undecided } = report;
  const amount = (state: AuditFinding["state"]) => findings.filter((finding) => finding.state === state).length;
  return `${[
    ...severities.map(
      (severity) => `${findings.filter((finding) => finding.severity === severity).length} ${severity}`,
    ),
    ...(compared ? [`${amount("new")} new, ${amount("unchanged")} unchanged, ${resolved.length} resolved`] : []),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(undecided.length === 0 ? [] : [`${undecided.length} not decided`]),
  ].join(", ")}.`;
}

function scoreLines(report: Report): readonly string[] {
  const scores = scoresOf(report).flatMap(({ framework, score }) =>
    score === undefined ? [] : [`${framework.shortName} ${score} %`],
  );
  return scores.length === 0 ? [] : [`Requirements met: ${scores.join(", ")}.`, ""];
}

function unreadRows({ scopes, unread }: Report): readonly string[] {
  return [
    ...scopes.flatMap((scope) =>
      scope.error === undefined
        ? []
        : [`| ${text(placeWords(scope))} | everything | ${text(shortened(scope.error, messageLimit))} |`],
    ),
    ...unread.map(
      (call) =>
        `| ${text(placeWords(call))} | ${code(call.call)} ${outcomeWords[call.outcome]} | ${text(shortened(call.message, messageLimit))} |`,
    ),
  ];
}

function rowOf(finding: AuditFinding, more?: string): string {
  const message = text(shortened(`${finding.found}; ${finding.needed}`, messageLimit));
  const control = `[${code(finding.control)}](${target(finding.url)})`;
  const cells = [control, resourceCell(finding), `${message}<br>**Mend:** ${text(finding.remediation)}`];
  return `| ${[...cells, ...(more === undefined ? [] : [more])].join(" | ")} |`;
}

function resourceCell(
  about: Pick<AuditFinding, "resourceName" | "kind" | "account" | "region"> & Partial<Pick<AuditFinding, "stack">>,
): string {
  return [
    code(about.resourceName),
    text(`${kindNames[about.kind]}, ${placeWords(about)}`),
    ...(about.stack === undefined ? [] : [code(about.stack.urn)]),
    ...(about.stack?.position === undefined ? [] : [code(positionWords(about.stack.position))]),
  ].join("<br>");
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

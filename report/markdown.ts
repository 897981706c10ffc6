import { severities } from "../controls";
import { code, fitted, longestRun, marker, type Section, shortened, target, text } from "../formats/markdown-table";
import type { Failure, Report, ReportedFinding } from "../formats/model";
import { count, exceptionWords, positionWords, runWords } from "../formats/wording";

/** Of one message: a table with longer cells is not read. */
const messageLimit = 600;
const failureLimit = 3000;

/**
 * The report for a comment on a pull request: what blocks by severity, then advice, exceptions and what was mended.
 * It is never longer than GitHub's limit and says how much it leaves out.
 */
export function markdownReport(report: Report): string {
  const { findings, remediated, run } = report;
  const blocking = findings.filter(({ blocks }) => blocks);
  const open = findings.filter(({ blocks, exceptions }) => !blocks && exceptions.length === 0);
  const excepted = findings.filter(({ exceptions }) => exceptions.length > 0);
  const mended = remediated.map(({ control, resource }) => `| ${code(control)} | ${resourceCell({ resource })} |`);
  const sections: readonly Section[] = [
    ...[...severities, undefined].map((severity) => ({
      title: severity === undefined ? "Without a severity" : `${severity[0]?.toUpperCase()}${severity.slice(1)}`,
      header: ["control", "resource", "finding"],
      rows: blocking.filter((finding) => finding.severity === severity).map((finding) => rowOf(finding)),
    })),
    {
      title: "Advisory",
      header: ["control", "resource", "finding", "severity"],
      rows: open.map((finding) => rowOf(finding, finding.severity ?? "none")),
    },
    {
      title: "Excepted",
      header: ["control", "resource", "finding", "exception"],
      rows: excepted.map((finding) => rowOf(finding, text(exceptionWords(finding)))),
    },
    { title: "Mended by a policy", header: ["control", "resource"], rows: mended },
  ];
  const head = [
    marker,
    `### ${headline(report)}`,
    "",
    summary(report),
    "",
    ...run.failures.slice(0, 3).flatMap(failureLines),
  ];
  const more = run.failures.length - 3;
  return fitted(head, sections, more > 0 ? [count(more, "error")] : []);
}

function headline(report: Report): string {
  const { run, counts } = report;
  const about = text(runWords(report));
  if (!run.complete) {
    return `Database policies: the ${about} was not judged as a whole`;
  }
  return counts.blocking === 0
    ? `Database policies: nothing blocks the ${about}`
    : `Database policies: ${count(counts.blocking, "violation")} ${counts.blocking === 1 ? "blocks" : "block"} the ${about}`;
}

function summary({ counts, run }: Report): string {
  const packs = run.judges.map(({ name, version }) => code(version === undefined ? name : `${name} ${version}`));
  const amounts = [
    `${counts.blocking} blocking`,
    `${counts.advisory} advisory`,
    `${counts.excepted} excepted`,
    ...(counts.remediated === 0 ? [] : [`${counts.remediated} mended`]),
  ];
  return `${amounts.join(", ")}; judged by ${packs.length === 0 ? "no policy pack" : packs.join(", ")}.`;
}

function failureLines({ message, resource }: Failure): readonly string[] {
  const content = shortened(message, failureLimit);
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  return [...(resource === undefined ? [] : [`${code(resource.id)}:`, ""]), `${fence}text`, content, fence, ""];
}

function rowOf(finding: ReportedFinding, more?: string): string {
  const control = code(finding.control);
  const linked = finding.url === undefined ? control : `[${control}](${target(finding.url)})`;
  const mend = finding.remediation === undefined ? "" : `<br>**Mend:** ${text(finding.remediation)}`;
  const message = text(shortened(finding.message, messageLimit));
  return `| ${[linked, resourceCell(finding), `${message}${mend}`, ...(more === undefined ? [] : [more])].join(" | ")} |`;
}

function resourceCell({ resource, position }: Pick<ReportedFinding, "resource" | "position">): string {
  const lines = resource === undefined ? ["the whole stack"] : [code(resource.name), code(resource.type)];
  return [...lines, ...(position === undefined ? [] : [code(positionWords(position))])].join("<br>");
}

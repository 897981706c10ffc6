import { severities } from "../controls";
import type { Failure, Report, ReportedFinding } from "./model";
import { count, exceptionWords, oneLine, positionWords, runWords } from "./wording";

/** Of one comment on GitHub, in characters; GitLab takes a million. */
const limit = 65_536;
/** Room for the last line, which says what did not fit. */
const reserve = 200;
/** Of one message: a table with longer cells is not read. */
const messageLimit = 600;
const failureLimit = 3000;

/** Comments with this first line are this report's: a pipeline finds the last one and replaces it. */
const marker = "<!-- aws-secure-database report -->";

interface Section {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly string[];
}

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
  return fitted(
    head,
    sections.filter(({ rows }) => rows.length > 0),
    run.failures.length - 3,
  );
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

/** As many rows as fit, in their order. */
function fitted(head: readonly string[], sections: readonly Section[], moreFailures: number): string {
  const lines = [...head];
  let length = lines.join("\n").length + 1;
  let left = 0;
  for (const { title, header, rows } of sections) {
    const start = [
      `#### ${title} (${rows.length})`,
      "",
      `| ${header.join(" | ")} |`,
      `|${header.map(() => " --- |").join("")}`,
    ];
    const startLength = start.join("\n").length + 2;
    let opened = false;
    for (const row of rows) {
      const needed = row.length + 1 + (opened ? 0 : startLength);
      if (left > 0 || length + needed > limit - reserve) {
        left += 1;
        continue;
      }
      lines.push(...(opened ? [] : start), row);
      opened = true;
      length += needed;
    }
    if (opened) {
      lines.push("");
    }
  }
  const omitted = [
    ...(left > 0 ? [count(left, "entry", "entries")] : []),
    ...(moreFailures > 0 ? [count(moreFailures, "error")] : []),
  ];
  if (omitted.length > 0) {
    lines.push(
      `**${omitted.join(" and ")} more did not fit here; the reports in the other formats have everything.**`,
      "",
    );
  }
  return lines.join("\n");
}

/** Where a link leads, in a cell. */
function target(url: string): string {
  return url.replace(/[\s()<>|\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** Plain text in a cell: nothing in it is markup, mentions anybody or refers to an issue. */
function text(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_{}[\]<>|~$&]/g, "\\$&")
    .replace(/[@#](?=\w)|:(?=\/\/)/g, "$&<!-- -->");
}

/** A code span, in a cell too. */
function code(value: string): string {
  const content = oneLine(value).replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(content) + 1);
  const space = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${space}${content}${space}${fence}`;
}

function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}

function shortened(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most)}…`;
}

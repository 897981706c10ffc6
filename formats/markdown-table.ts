import { count, oneLine } from "./wording";

/** Of one comment on GitHub, in characters; GitLab takes a million. */
const limit = 65_536;
/** Room for the last line, which says what did not fit. */
const reserve = 200;
/** Comments with this first line are this project's: a pipeline finds the last one and replaces it. */
export const marker = "<!-- aws-secure-database report -->";

/** A table under a heading; one without rows is left out. */
export interface Section {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly string[];
}

/**
 * As many rows as fit, in their order, and a last line that says how much does not.
 * @param more what was left out before: "2 errors"
 */
export function fitted(head: readonly string[], sections: readonly Section[], more: readonly string[] = []): string {
  const lines = [...head];
  let length = lines.join("\n").length + 1;
  let left = 0;
  for (const { title, header, rows } of sections.filter(({ rows }) => rows.length > 0)) {
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
  const omitted = [...(left > 0 ? [count(left, "entry", "entries")] : []), ...more];
  if (omitted.length > 0) {
    lines.push(
      `**${omitted.join(" and ")} more did not fit here; the reports in the other formats have everything.**`,
      "",
    );
  }
  return lines.join("\n");
}

/** Where a link leads, in a cell. */
export function target(url: string): string {
  return url.replace(/[\s()<>|\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** Plain text in a cell: nothing in it is markup, mentions anybody or refers to an issue. */
export function text(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_{}[\]<>|~$&]/g, "\\$&")
    .replace(/[@#](?=\w)|:(?=\/\/)/g, "$&<!-- -->");
}

/** A code span, in a cell too. */
export function code(value: string): string {
  const content = oneLine(value).replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(content) + 1);
  const space = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${space}${content}${space}${fence}`;
}

export function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}

export function shortened(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most)}…`;
}

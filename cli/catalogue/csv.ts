import { csv } from "../../formats/csv";
import type { Entry } from "./entry";
import { frameworkNames, frameworks } from "./frameworks";

const heading = [
  "id",
  "title",
  "severity",
  "subject",
  "gates",
  ...frameworks.map((key) => frameworkNames[key]),
  "options",
];

/** The catalogue for spreadsheets (RFC 4180): a row a control, ids and options in one cell apart by "; ". */
export function catalogueCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => [
    entry.id,
    entry.title,
    entry.severity,
    entry.subject,
    entry.gates.join("; "),
    ...frameworks.map((key) => entry.frameworks[key].join("; ")),
    Object.entries(entry.options)
      .map(([name, option]) => `${name}=${JSON.stringify(option.default)}`)
      .join("; "),
  ]);
  return csv([heading, ...rows]);
}

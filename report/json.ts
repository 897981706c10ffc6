import type { Report } from "../formats/model";

/** The report as one JSON object, indented, with a line break at its end; report.schema.json is its schema. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

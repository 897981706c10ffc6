import type { Format } from "./format-names";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { markdownReport } from "./markdown";
import type { Report } from "./model";
import { sarifReport } from "./sarif";

/** Every format that a report can be written in. */
export const formats = {
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  json: jsonReport,
} as const satisfies Record<Format, (report: Report) => string>;

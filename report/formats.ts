import { junitReport } from "../formats/junit";
import type { Report } from "../formats/model";
import { sarifReport } from "../formats/sarif";
import type { Format } from "./format-names";
import { jsonReport } from "./json";
import { markdownReport } from "./markdown";

/** Every format that a report can be written in. */
export const formats = {
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  json: jsonReport,
} as const satisfies Record<Format, (report: Report) => string>;

import { junitReport } from "../../formats/junit";
import { sarifReport } from "../../formats/sarif";
import { asRun, type Unplaced } from "./as-run";
import { asffReport } from "./asff";
import { csvReport } from "./csv";
import type { Format } from "./format-names";
import { htmlReport } from "./html";
import { jsonReport } from "./json";
import { markdownReport } from "./markdown";
import { ocsfReport } from "./ocsf";
import type { Report } from "./report";
import { textReport } from "./text";

/** Every format that a report can be written in; a text for a file has neither colours nor a width. */
export const formats = {
  text: (report) => textReport(report),
  json: jsonReport,
  csv: csvReport,
  markdown: markdownReport,
  sarif: (report, unplaced?: Unplaced) => sarifReport(asRun(report, unplaced === undefined ? {} : { unplaced })),
  junit: (report) => junitReport(asRun(report, { withResolved: false })),
  asff: asffReport,
  ocsf: ocsfReport,
  html: (report) => htmlReport(report),
} as const satisfies Record<Format, (report: Report, unplaced?: Unplaced) => string>;

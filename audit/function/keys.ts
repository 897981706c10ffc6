import type { Format } from "../report/format-names";

/** What the name of a report ends with. */
export const extensions: Readonly<Record<Format, string>> = {
  text: "txt",
  json: "json",
  csv: "csv",
  markdown: "md",
  sarif: "sarif",
  junit: "junit.xml",
  asff: "asff.json",
  ocsf: "ocsf.json",
  html: "html",
};

const contentTypes: Readonly<Record<Format, string>> = {
  text: "text/plain; charset=utf-8",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  markdown: "text/markdown; charset=utf-8",
  sarif: "application/sarif+json",
  junit: "application/xml",
  asff: "application/json",
  ocsf: "application/json",
  html: "text/html; charset=utf-8",
};

export const contentTypeOf = (format: Format): string => contentTypes[format];

/** "reports/2026-05-04/03-02-01Z.json", by when the audit began. */
export function datedKey(startedAt: string, format: Format): string {
  const [day = "", time = ""] = startedAt.split("T");
  return `reports/${day}/${time.slice(0, 8).replaceAll(":", "-")}Z.${extensions[format]}`;
}

/** "latest.json": always the last report. */
export function latestKey(format: Format): string {
  return `latest.${extensions[format]}`;
}

/** What the next audit compares with. */
export const baselineKey = "baseline.json";

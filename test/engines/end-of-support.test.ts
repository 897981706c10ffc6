import assert from "node:assert/strict";
import { endOfSupport, hasLogFdwFault } from "../../engines/end-of-support";

describe("the end of an engine's standard support", () => {
  const rows: readonly (readonly [engine: string, version: string, end: string | undefined])[] = [
    ["postgres", "13.23", "2026-02-28"],
    ["postgres", "9.6.24", "2022-04-30"],
    ["postgres", "9.5", "2022-04-30"],
    ["Postgres", "17", "2030-02-28"],
    ["postgres", "18.1", undefined],
    ["aurora-postgresql", "14.20", "2027-02-28"],
    ["mysql", "8.0.46", "2026-07-31"],
    ["mysql", "8.4.9", "2029-07-31"],
    ["mysql", "5.1.73", "2022-03-01"],
    ["aurora-mysql", "8.0.mysql_aurora.3.08.0", "2028-04-30"],
    ["aurora-mysql", "5.7.mysql_aurora.2.12.5", "2024-10-31"],
    ["mariadb", "10.6.27", "2026-11-30"],
    ["mariadb", "10.11.18", "2028-02-29"],
    ["mariadb", "10.1.48", "2023-10-23"],
    ["sqlserver-web", "13.00.6475.1.v1", "2026-07-14"],
    ["oracle-se2-cdb", "19.0.0.0.ru-2026-04.rur-2026-04.r1", "2029-12-31"],
    ["oracle-ee", "11.2.0.4.v26", "2022-07-31"],
    ["db2-se", "11.5.9.0.sb00013970.r1", undefined],
    ["postgres", "correct horse", undefined],
    ["postgres", "", undefined],
  ];
  for (const [engine, version, end] of rows) {
    it(`is ${end ?? "not known"} for ${engine} ${version}`, () => assert.equal(endOfSupport(engine, version), end));
  }
});

describe("the fault of log_fdw", () => {
  const rows: readonly (readonly [engine: string, version: string, expected: boolean])[] = [
    ["postgres", "13.2", true],
    ["postgres", "13.3", false],
    ["postgres", "12.6", true],
    ["postgres", "12.7", false],
    ["postgres", "11.11", true],
    ["postgres", "11.12", false],
    ["postgres", "10.16", true],
    ["postgres", "10.17", false],
    ["postgres", "9.6.21", true],
    ["postgres", "9.6.22", false],
    ["postgres", "9.5.25", true],
    ["postgres", "14", false],
    ["postgres", "13", false],
    ["aurora-postgresql", "11.8", true],
    ["aurora-postgresql", "11.9", false],
    ["aurora-postgresql", "10.13", true],
    ["aurora-postgresql", "12.4", false],
    ["mysql", "5.7", false],
    ["postgres", "latest", false],
  ];
  for (const [engine, version, expected] of rows) {
    it(`is ${expected ? "" : "not "}in ${engine} ${version}`, () =>
      assert.equal(hasLogFdwFault(engine, version), expected));
  }
});

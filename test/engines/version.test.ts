import assert from "node:assert/strict";
import { isVersionFrom, versionOfFamily } from "../../engines/version";

describe("isVersionFrom", () => {
  const rows: [version: string, from: string, expected: boolean][] = [
    ["15", "15", true],
    ["15.4", "15", true],
    ["14.20", "15", false],
    ["9.6", "15", false],
    ["10.6.21", "10.11", false],
    ["10.11", "10.11", true],
    ["11.4", "10.11", true],
    ["11.8", "11.8", true],
    ["11", "11.8", false],
    ["19.0.0.0.ru-2024-01.rur-2024-01.r1", "0", true],
  ];
  for (const [version, from, expected] of rows) {
    it(`${version} is ${expected ? "" : "not "}from ${from}`, () => {
      assert.equal(isVersionFrom(version, from), expected);
    });
  }
});

describe("versionOfFamily", () => {
  const rows: [family: string, expected: string | undefined][] = [
    ["postgres17", "17"],
    ["postgres9.6", "9.6"],
    ["mysql8.0", "8.0"],
    ["mariadb10.11", "10.11"],
    ["sqlserver-se-15.0", "15.0"],
    ["oracle-se2-cdb-19", "19"],
    ["db2-ae-11.5", "11.5"],
    ["postgres", undefined],
  ];
  for (const [family, expected] of rows) {
    it(`${family} is version ${expected}`, () => {
      assert.equal(versionOfFamily(family), expected);
    });
  }
});

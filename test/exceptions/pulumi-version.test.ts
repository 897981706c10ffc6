import assert from "node:assert/strict";
import { readsExceptions } from "../../exceptions/pulumi-version";

describe("readsExceptions", () => {
  const rows: readonly [version: string, reads: boolean | undefined][] = [
    ["v3.274.1\n", true],
    ["3.274.0", true],
    ["v3.300.0", true],
    ["v4.0.0", true],
    ["v3.275.0-alpha.x1234+dirty", true],
    ["3.274.0+dirty", true],
    ["3.274.1-alpha.1", true],
    ["3.274.0-alpha.1", false],
    ["v3.273.9", false],
    ["v3.259.0", false],
    ["v2.999.0", false],
    ["", undefined],
    ["dev", undefined],
  ];
  for (const [version, reads] of rows) {
    it(`${JSON.stringify(version)}: ${reads ?? "cannot be told"}`, () => assert.equal(readsExceptions(version), reads));
  }
});

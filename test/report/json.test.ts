import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { jsonReport } from "../../report/json";
import { finding, reportOfFixture, reportWith, runs } from "./sample";

type Schema = Readonly<Record<string, unknown>>;

/** The published schema lets later fields in; here every field must be in it. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== "object" || schema === null) {
    return schema;
  }
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = (schema as Schema).type === "object" && (schema as Schema).additionalProperties === undefined;
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

const schema = JSON.parse(readFileSync(join(__dirname, "../../report/report.schema.json"), "utf8"));
const ajv = addFormats(new Ajv({ strict: true, allErrors: true }));
const validate = ajv.compile(closed(schema) as object);

describe("JSON", () => {
  for (const name of runs) {
    it(`of ${name} follows the published schema`, () => {
      const value = JSON.parse(jsonReport(reportOfFixture(name)));
      assert.ok(validate(value), ajv.errorsText(validate.errors));
    });
  }

  it("with everything in it follows the schema", () => {
    const report = reportWith(
      [
        {
          ...finding,
          remediation: "Set tags.",
          url: "https://example.com/a",
          position: { file: "index.ts", line: 3, column: 4, of: "resource" },
          exceptions: [{ id: "EXC-1", reason: "moves" }],
        },
      ],
      [{ message: "x", resource: finding.resource }],
    );
    assert.ok(validate(JSON.parse(jsonReport(report))), ajv.errorsText(validate.errors));
  });

  it("without what is needed, or with another version, does not", () => {
    const value = JSON.parse(jsonReport(reportWith([finding])));
    assert.equal(validate({ ...value, version: 2 }), false);
    assert.equal(validate({ ...value, counts: undefined }), false);
    assert.equal(validate({ ...value, findings: [{ ...value.findings[0], severity: "grave" }] }), false);
  });

  it("ends with a line break", () => assert.ok(jsonReport(reportWith([])).endsWith("}\n")));
});

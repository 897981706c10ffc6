import assert from "node:assert/strict";
import { readDelivery, readQuestion } from "../../../audit/function/settings";
import { environment } from "./places";

const files: Readonly<Record<string, string>> = {
  "controls.json": '["rds-instance-not-public"]',
  "unknown.json": '["rds-instance-public"]',
  "none.json": "[]",
  "broken.json": "[",
  "configuration.json": '{"all":"advisory"}',
};
const readFile = (name: string) => {
  const text = files[name];
  if (text === undefined) {
    throw new Error("ENOENT: no such file");
  }
  return text;
};
const question = (env: object = {}) => readQuestion({ ...environment, ...env }, readFile);

describe("the settings of the audit as a function", () => {
  it("have defaults", () => {
    const { formats, securityHub, name } = readDelivery(environment);
    assert.deepEqual([formats, securityHub, name], [["json", "html"], false, "audit-1234567"]);
    assert.deepEqual(question(), { regions: ["eu-west-1"], severity: "low" });
  });

  const taken: readonly [env: Record<string, string>, expected: object][] = [
    [{ REGIONS: "all" }, { regions: "all", severity: "low" }],
    [{ REGIONS: "cn-north-1,us-gov-west-1,cn-north-1" }, { regions: ["cn-north-1", "us-gov-west-1"], severity: "low" }],
    [{ SEVERITY: "high" }, { regions: ["eu-west-1"], severity: "high" }],
    [
      { CONTROLS_FILE: "controls.json", CONFIGURATION_FILE: "configuration.json" },
      {
        regions: ["eu-west-1"],
        severity: "low",
        controls: ["rds-instance-not-public"],
        configuration: '{"all":"advisory"}',
      },
    ],
  ];
  for (const [env, expected] of taken) {
    it(`are taken: ${JSON.stringify(env)}`, () => assert.deepEqual(question(env), expected));
  }

  it("write JSON whatever else is asked for, and once", () => {
    const formats = (FORMATS: string) => readDelivery({ ...environment, FORMATS }).formats;
    assert.deepEqual(
      [formats("csv,json"), formats("sarif")],
      [
        ["json", "csv"],
        ["json", "sarif"],
      ],
    );
  });

  const wrong: readonly [name: string, value: string | undefined, message: RegExp][] = [
    ["AWS_LAMBDA_FUNCTION_NAME", undefined, /^AWS_LAMBDA_FUNCTION_NAME is missing, but must be the name of the funct/],
    ["AWS_REGION", "europe", /^AWS_REGION is "europe", but must be the name of a region/],
    ["BUCKET", "B", /^BUCKET is "B", but must be the name of a bucket/],
    ["KEY_ARN", "alias/reports", /^KEY_ARN is "alias\/reports", but must be the ARN of a key/],
    ["TOPIC_ARN", undefined, /^TOPIC_ARN is missing, but must be the ARN of a topic/],
    ["FORMATS", "json,pdf", /^FORMATS is "json,pdf", but must be some of text, json, csv/],
    ["FORMATS", "", /^FORMATS is ""/],
    ["SECURITY_HUB", "yes", /^SECURITY_HUB is "yes", but must be one of true, false/],
    ["REGIONS", "", /^REGIONS is "", but must be "all" or regions with commas between/],
    ["REGIONS", "all,eu-west-1", /^REGIONS is "all,eu-west-1"/],
    ["SEVERITY", "worst", /^SEVERITY is "worst", but must be one of critical, high, medium, low/],
    ["CONTROLS_FILE", "unknown.json", /among which "rds-instance-public" is not/],
    ["CONTROLS_FILE", "none.json", /^CONTROLS_FILE is "\[\]", but must be a file that holds a JSON list of controls/],
    ["CONTROLS_FILE", "broken.json", /^CONTROLS_FILE is "\["/],
    [
      "CONFIGURATION_FILE",
      "gone.json",
      /^CONFIGURATION_FILE is "gone.json", but must be a file beside the code: ENOENT/,
    ],
    ["EXCEPTIONS_FILE", "gone.yaml", /^EXCEPTIONS_FILE is "gone.yaml"/],
  ];
  for (const [name, value, message] of wrong) {
    it(`are refused: ${name} = ${value}`, () => {
      const env = { ...environment, [name]: value };
      assert.throws(
        () => {
          readDelivery(env);
          readQuestion(env, readFile);
        },
        { name: "SettingError", message },
      );
    });
  }
});

import assert from "node:assert/strict";
import { readSettings } from "../../activity/settings";
import { environment } from "./fakes";

describe("the settings of the consumer", () => {
  it("have defaults", () => {
    const { forms, masking, detection } = readSettings(environment);
    assert.deepEqual(forms, ["ocsf"]);
    assert.deepEqual(masking, { text: false, parameters: false });
    assert.deepEqual([detection.failedLogins, detection.bulkReadRows, detection.off], [10, 10_000, []]);
  });

  const wrong: readonly [string, string | undefined, RegExp][] = [
    ["RESOURCE_ID", undefined, /^RESOURCE_ID is missing, but must be the resource id of an Aurora cluster/],
    ["RESOURCE_ID", "orders", /^RESOURCE_ID is "orders"/],
    ["AWS_REGION", "", /^AWS_REGION is ""/],
    ["FIREHOSE_NAME", "a b", /^FIREHOSE_NAME is "a b"/],
    ["TOPIC_ARN", "alarms", /^TOPIC_ARN is "alarms", but must be the ARN of a topic/],
    ["DEAD_LETTER_QUEUE_URL", "queue", /^DEAD_LETTER_QUEUE_URL is "queue"/],
    ["BUCKET", "B", /^BUCKET is "B"/],
    ["FORMS", "ocsf,csv", /^FORMS is "ocsf,csv", but must be some of ocsf, aws/],
    ["FORMS", "", /^FORMS is ""/],
    ["MASK", "all", /^MASK is "all", but must be some of text, parameters/],
    ["DETECTIONS", "{", /^DETECTIONS is "{", but must be JSON/],
    ["DETECTIONS", '{"failedLogins":1}', /^DETECTIONS.failedLogins is 1, but must be a whole number from 2 to 100/],
    ["DETECTIONS", '{"bulkReadRows":"many"}', /^DETECTIONS.bulkReadRows is "many"/],
    ["DETECTIONS", '{"maintenanceWindow":{"start":0}}', /^DETECTIONS.maintenanceWindow.length is undefined/],
    ["DETECTIONS", '{"off":["all"]}', /^DETECTIONS.off names "all", but must name some of repeated-failed-log-ins/],
  ];
  for (const [name, value, message] of wrong) {
    it(`are refused: ${name} = ${value}`, () => {
      assert.throws(() => readSettings({ ...environment, [name]: value }), { name: "SettingError", message });
    });
  }
});

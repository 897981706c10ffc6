import assert from "node:assert/strict";
import type { GetDetectorResponse } from "@aws-sdk/client-guardduty";
import { guarddutyDetectors, logGroup, logResourcePolicy } from "../../../inventory/from-account/monitoring";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const name = "/aws/rds/instance/orders/postgresql";
const arn = `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`;

describe("from-account: log group", () => {
  it("maps every property", () => {
    const group = { logGroupName: name, logGroupArn: arn, arn: `${arn}:*`, retentionInDays: 400, kmsKeyId: "arn:key" };
    assert.deepEqual(logGroup(group, region), {
      id: arn,
      name,
      identifiers: [arn, `${arn}:*`, name],
      region,
      logGroupName: name,
      retention: 400,
      kmsKeyId: "arn:key",
    });
  });

  for (const [title, group, id] of [
    ["its ARN with a star behind", { logGroupName: name, arn: `${arn}:*` }, arn],
    ["its name", { logGroupName: name }, name],
  ] as const) {
    it(`is known by ${title} where AWS tells no more, and keeps logs for ever without a key`, () => {
      const mapped = logGroup(group, region);
      assert.deepEqual([mapped.id, mapped.retention, mapped.kmsKeyId], [id, undefined, undefined]);
    });
  }
});

describe("from-account: log resource policy", () => {
  for (const [policy, expected] of [
    [{ policyName: "events", policyDocument: "{}" }, "events"],
    [{ resourceArn: arn, policyDocument: "{}" }, arn],
  ] as const) {
    it(`maps the policy ${expected}`, () => {
      assert.deepEqual(logResourcePolicy(policy, region), {
        id: `log-resource-policy/eu-west-1/${expected}`,
        name: expected,
        identifiers: [expected],
        region,
        document: "{}",
      });
    });
  }
});

describe("from-account: GuardDuty", () => {
  const detectors = (detector: Partial<GetDetectorResponse>) => ({
    items: [{ id: "d1", detector: { value: { ServiceRole: undefined, Status: undefined, ...detector } } }],
  });
  for (const [title, detector, expected] of [
    ["on", { Status: "ENABLED", Features: [{ Name: "RDS_LOGIN_EVENTS", Status: "ENABLED" }] }, [true, true]],
    [
      "on without the feature",
      { Status: "ENABLED", Features: [{ Name: "RDS_LOGIN_EVENTS", Status: "DISABLED" }] },
      [true, false],
    ],
    [
      "on with other features",
      { Status: "ENABLED", Features: [{ Name: "S3_DATA_EVENTS", Status: "ENABLED" }] },
      [true, false],
    ],
    ["on without a list of features", { Status: "ENABLED" }, [true, false]],
    ["suspended", { Status: "DISABLED" }, [false, false]],
  ] as const) {
    it(`${title}: ${expected.join(", ")}`, () => {
      const [found] = guarddutyDetectors(detectors(detector as Partial<GetDetectorResponse>), region);
      assert.deepEqual([found?.id, found?.enabled, found?.rdsLoginEvents], ["d1", ...expected]);
    });
  }

  it("is there, and off, where no detector is", () => {
    assert.deepEqual(guarddutyDetectors({ items: [] }, region), [
      {
        id: "guardduty/eu-west-1",
        name: "GuardDuty in eu-west-1",
        identifiers: [],
        region,
        enabled: false,
        rdsLoginEvents: false,
      },
    ]);
  });

  it("is not there where detectors could not be listed", () => {
    assert.deepEqual(guarddutyDetectors({ items: [], unread: "guardduty:ListDetectors was denied" }, region), []);
  });

  it("does not know a detector that may not be read", () => {
    const unread = "guardduty:GetDetector was denied";
    const [found] = guarddutyDetectors({ items: [{ id: "d1", detector: { unread } }] }, region);
    const waits = unknown(`the detector d1 (${unread})`);
    assert.deepEqual([found?.enabled, found?.rdsLoginEvents], [waits, waits]);
  });
});

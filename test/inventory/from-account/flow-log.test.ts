import assert from "node:assert/strict";
import { flowLogs } from "../../../inventory/from-account/flow-log";

const region = "eu-west-1";
const log = {
  FlowLogId: "fl-1",
  ResourceId: "vpc-1",
  TrafficType: "ALL" as const,
  FlowLogStatus: "ACTIVE",
  LogGroupName: "/flow",
};

describe("from-account: flow log", () => {
  it("maps that of a VPC", () => {
    assert.deepEqual(flowLogs([log], region), [
      {
        id: "fl-1",
        name: "fl-1",
        identifiers: ["fl-1"],
        region,
        vpc: "vpc-1",
        subnet: undefined,
        trafficType: "ALL",
        logGroup: "/flow",
      },
    ]);
  });

  for (const ResourceId of ["subnet-1", "eni-1"]) {
    it(`covers no VPC as that of ${ResourceId}`, () => {
      const [mapped] = flowLogs([{ ...log, ResourceId }], region);
      assert.deepEqual([mapped?.vpc, mapped?.subnet], [undefined, ResourceId]);
    });
  }

  for (const [title, changes, expected] of [
    [
      "a log group by its ARN alone",
      { LogGroupName: undefined, LogDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:/flow:*" },
      "/flow",
    ],
    ["a bucket", { LogGroupName: undefined, LogDestination: "arn:aws:s3:::flows" }, undefined],
  ] as const) {
    it(`writes to ${title}`, () => {
      assert.equal(flowLogs([{ ...log, ...changes }], region)[0]?.logGroup, expected);
    });
  }

  it("is none where it is not active", () => {
    assert.deepEqual(flowLogs([{ ...log, FlowLogStatus: "INACTIVE" }], region), []);
  });
});

import assert from "node:assert/strict";
import { read } from "./read-region";
import { awsError, type Input } from "./stub-clients";

describe("reading logs and GuardDuty", () => {
  it("asks for the log groups of databases and of flow logs, and holds each once", async () => {
    const destination = "arn:aws:logs:eu-west-1:111122223333:log-group:/vpc/b:*";
    const { description, stub } = await read({
      DescribeFlowLogs: {
        FlowLogs: [{ LogGroupName: "/vpc/a" }, { LogGroupName: "/vpc/a" }, { LogDestination: destination }],
      },
      DescribeLogGroups: ({ logGroupNamePrefix: prefix }: Input) => ({
        logGroups: [{ logGroupName: prefix }, { logGroupName: "/vpc/a-and-more" }],
      }),
    });
    assert.deepEqual(
      stub.sent.filter((call) => /LogGroups/.test(call)),
      ["/aws/rds/", "RDSOSMetrics", "/vpc/a", "/vpc/b"].map((prefix) => `DescribeLogGroups ${prefix}`),
    );
    assert.deepEqual(
      description.logGroups.items.map(({ logGroupName }) => logGroupName),
      ["/aws/rds/", "/vpc/a-and-more", "RDSOSMetrics", "/vpc/a", "/vpc/b"],
    );
  });

  it("takes every page of resource policies", async () => {
    const { description } = await read({
      DescribeResourcePolicies: ({ nextToken }: Input) =>
        nextToken === undefined
          ? { resourcePolicies: [{ policyName: "a" }], nextToken: "2" }
          : { resourcePolicies: [{ policyName: "b" }] },
    });
    assert.deepEqual(
      description.logResourcePolicies.items.map(({ policyName }) => policyName),
      ["a", "b"],
    );
  });

  it("asks each detector", async () => {
    const { description, unread } = await read({
      ListDetectors: { DetectorIds: ["d1", "d2"] },
      GetDetector: ({ DetectorId }: Input) =>
        DetectorId === "d1" ? { Status: "ENABLED" } : awsError("AccessDeniedException", "no"),
    });
    assert.deepEqual(description.detectors.items, [
      { id: "d1", detector: { value: { Status: "ENABLED" } } },
      { id: "d2", detector: { unread: "guardduty:GetDetector was denied" } },
    ]);
    assert.deepEqual(unread[0]?.about, ["d2"]);
  });
});

import assert from "node:assert/strict";
import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import { vpcEndpoints } from "../../../inventory/from-account/vpc-endpoint";

const endpoint: VpcEndpoint = {
  VpcEndpointId: "vpce-1",
  OwnerId: "111122223333",
  VpcId: "vpc-1",
  ServiceName: "com.amazonaws.eu-west-1.dynamodb",
  State: "Available",
  PolicyDocument: "{}",
};

describe("from-account: VPC endpoint", () => {
  for (const [region, partition] of [
    ["eu-west-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ] as const) {
    it(`maps one of ${region}, with its account in its ARN`, () => {
      assert.deepEqual(vpcEndpoints([endpoint], region), [
        {
          id: "vpce-1",
          name: "vpce-1",
          identifiers: ["vpce-1", `arn:${partition}:ec2:${region}:111122223333:vpc-endpoint/vpce-1`],
          region,
          vpc: "vpc-1",
          serviceName: "com.amazonaws.eu-west-1.dynamodb",
          document: "{}",
        },
      ]);
    });
  }

  it("has full access where AWS returns no policy, and no ARN where it returns no owner", () => {
    const [mapped] = vpcEndpoints([{ VpcEndpointId: "vpce-1" }], "eu-west-1");
    assert.deepEqual([mapped?.document, mapped?.identifiers], [undefined, ["vpce-1"]]);
  });

  for (const State of ["Deleted", "Deleting"] as const) {
    it(`is none where it is ${State}`, () => {
      assert.deepEqual(vpcEndpoints([{ ...endpoint, State }], "eu-west-1"), []);
    });
  }
});

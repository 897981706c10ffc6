import assert from "node:assert/strict";
import { daxCluster, daxSubnetGroup } from "../../../inventory/from-account/dax-cluster";

const region = "eu-west-1";
const arn = "arn:aws:dax:eu-west-1:111122223333:cache/carts";

describe("from-account: DAX cluster", () => {
  it("maps every property", () => {
    const cluster = {
      ClusterName: "carts",
      ClusterArn: arn,
      SSEDescription: { Status: "ENABLED" as const },
      ClusterEndpointEncryptionType: "TLS" as const,
      TotalNodes: 2,
      Nodes: [{ AvailabilityZone: "eu-west-1a" }, { AvailabilityZone: "eu-west-1b" }],
      SubnetGroup: "private",
      SecurityGroups: [{ SecurityGroupIdentifier: "sg-0a", Status: "active" }],
    };
    assert.deepEqual(daxCluster(cluster, region), {
      id: arn,
      name: "carts",
      identifiers: [arn, "carts"],
      region,
      encryptedAtRest: true,
      endpointEncryption: "TLS",
      nodes: 2,
      availabilityZones: ["eu-west-1a", "eu-west-1b"],
      securityGroups: ["sg-0a"],
      subnetGroup: "private",
    });
  });

  for (const Status of ["DISABLED", "DISABLING", undefined] as const) {
    it(`${Status}: not encrypted at rest`, () => {
      assert.equal(daxCluster({ SSEDescription: { Status } }, region).encryptedAtRest, false);
    });
  }

  it("leaves open what AWS does not return", () => {
    const { encryptedAtRest, endpointEncryption, nodes, availabilityZones } = daxCluster({}, region);
    assert.deepEqual(
      [encryptedAtRest, endpointEncryption, nodes, availabilityZones],
      [false, undefined, undefined, undefined],
    );
  });
});

describe("from-account: DAX subnet group", () => {
  it("maps its subnets", () => {
    const group = { SubnetGroupName: "private", Subnets: [{ SubnetIdentifier: "subnet-1" }] };
    assert.deepEqual(daxSubnetGroup(group, region), {
      id: "private",
      name: "private",
      identifiers: ["private"],
      region,
      subnets: ["subnet-1"],
    });
  });
});

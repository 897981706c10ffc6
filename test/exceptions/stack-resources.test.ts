import assert from "node:assert/strict";
import { resourcesOfStackExport } from "../../exceptions/stack-resources";
import { NoUrns } from "../../exceptions/urns";

const urn = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";
const arn = "arn:aws:rds:eu-west-1:111122223333:db:orders";

describe("the resources of a stack that AWS can name", () => {
  const rows: readonly [string, object, readonly string[]][] = [
    ["an ARN among the outputs", { id: "db-ABC", outputs: { arn } }, [arn]],
    ["an ARN as aws-native calls it", { id: "orders", outputs: { dbInstanceArn: arn } }, [arn]],
    ["an ARN as id", { id: arn, outputs: { id: arn } }, [arn]],
    ["an id that AWS made", { id: "sg-0a1b2c", outputs: {} }, ["sg-0a1b2c"]],
    ["no name: another resource may have it too", { id: "orders", outputs: { name: "orders" } }, []],
    ["no ARN of something that it refers to", { id: "orders", outputs: { monitoringRoleArn: arn } }, []],
    ["nothing of a component", {}, []],
  ];
  for (const [name, resource, names] of rows) {
    it(name, () => {
      const found = resourcesOfStackExport(JSON.stringify({ deployment: { resources: [{ urn, ...resource }] } }));
      assert.deepEqual(found, names.length === 0 ? [] : [{ urn, stack: "shop/dev", names }]);
    });
  }

  it("refuses what is no export", () => assert.throws(() => resourcesOfStackExport("[]"), NoUrns));
});

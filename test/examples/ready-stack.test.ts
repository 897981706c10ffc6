import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import "../../components";
import { controls, judge } from "../../controls";
import { fromProgram } from "../../inventory/program";
import { asProgram, type Run, run } from "../support/mocks";

const stack = require.resolve("../../index.ts");

const defaults = { engine: "postgres", databaseInsights: "advanced", tables: '["database:id"]' };

/** The program of the root, with the components of the checkout in place of those that were built. */
function deploy(changed: Readonly<Record<string, string>> = {}): Promise<Run> {
  const entries = Object.entries({ ...defaults, ...changed }).map(([name, value]) => [
    `aws-secure-database:${name}`,
    value,
  ]);
  require.cache[require.resolve("aws-secure-database")] = require.cache[require.resolve("../../components")];
  return run(() => {
    pulumi.runtime.setAllConfig(Object.fromEntries(entries));
    // A program runs when it is loaded.
    delete require.cache[stack];
    require(stack);
  });
}

function count({ resources }: Run, type: string): number {
  return resources.filter((resource) => resource.type === type).length;
}

describe("the ready stack of the root", () => {
  after(() => pulumi.runtime.setAllConfig({}));

  const chosen: readonly [title: string, changed: Readonly<Record<string, string>>, type: string, amount: number][] = [
    ["an instance", {}, "aws:rds/instance:Instance", 1],
    ["another engine", { engine: "mysql", allocatedStorage: "200" }, "aws:rds/instance:Instance", 1],
    ["a cluster", { engine: "aurora-postgresql" }, "aws:rds/clusterInstance:ClusterInstance", 2],
    ["tables alone", { engine: "none", tables: '["carts:id","events:id:at"]' }, "aws:dynamodb/table:Table", 2],
    ["an existing VPC", { vpcId: "vpc-0a", subnetIds: '["subnet-0a","subnet-0b"]' }, "aws:ec2/subnet:Subnet", 0],
  ];
  for (const [title, changed, type, amount] of chosen) {
    it(`makes ${title}, and holds every control`, async () => {
      const deployed = await deploy(changed);
      assert.equal(deployed.error, undefined);
      assert.equal(count(deployed, type), amount);
      // Of subnets that are there the program says nothing.
      const { findings, undecided } = judge(controls, fromProgram(asProgram(deployed)));
      assert.deepEqual(findings, []);
      assert.equal(undecided.length > 0, "vpcId" in changed);
    });
  }

  it("makes no database with the engine none", async () => {
    const deployed = await deploy({ engine: "none" });
    assert.equal(count(deployed, "aws:rds/instance:Instance") + count(deployed, "aws:ec2/vpc:Vpc"), 0);
  });

  const refused: readonly [changed: Readonly<Record<string, string>>, message: string][] = [
    [
      { engine: "cockroach" },
      'engine is "cockroach", but must be one of postgres, mysql, mariadb, sqlserver-se, sqlserver-ex, oracle-se2, ' +
        "aurora-postgresql, aurora-mysql, none.",
    ],
    [{ instanceClass: "large" }, 'instanceClass is "large", but must be an instance class such as "db.m6g.large".'],
    [{ allocatedStorage: "much" }, 'allocatedStorage is "much", but must be a whole number of GiB from 20 on.'],
    [
      { engine: "aurora-mysql", allocatedStorage: "100" },
      'allocatedStorage is "100", but must be absent for the engine aurora-mysql.',
    ],
    [{ databaseInsights: "none" }, 'databaseInsights is "none", but must be "advanced" or "standard".'],
    [
      { tables: '["carts"]' },
      'tables is "carts", but must be a table as "name:partitionKey" or "name:partitionKey:sortKey".',
    ],
    [{ vpcId: "vpc-0a" }, "vpcId is set without aws-secure-database:subnetIds; set both, or neither."],
    [
      { vpcId: "vpc-0a", subnetIds: '["subnet-0a","subnet-0b"]', cidrBlock: "10.0.0.0/16" },
      "cidrBlock is set beside aws-secure-database:vpcId; set one of them.",
    ],
    [
      { size: "large" },
      "size is no key of this stack; its keys are engine, instanceClass, allocatedStorage, databaseName, " +
        "databaseInsights, cidrBlock, vpcId, subnetIds, tables, disposable.",
    ],
  ];
  for (const [changed, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { error, resources } = await deploy(changed);
      assert.equal(error?.message, `aws-secure-database:${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

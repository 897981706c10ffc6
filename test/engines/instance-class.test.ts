import assert from "node:assert/strict";
import { clusterEditions, editions } from "../../engines";

describe("the classes of an engine", () => {
  for (const { name, instanceClass, classes } of [...editions, ...clusterEditions]) {
    it(`have that which a component takes for ${name}`, () => assert.ok(classes?.pattern.test(instanceClass) ?? true));
  }

  const instances: readonly [engine: string, instanceClass: string, has: boolean][] = [
    ["postgres", "db.m6g.large", true],
    ["sqlserver-se", "db.m6g.large", false],
    ["sqlserver-ex", "db.t4g.medium", false],
    ["sqlserver-ee", "db.r5b.large", true],
    ["oracle-ee", "db.r6gd.large", false],
    ["oracle-ee", "db.r5.4xlarge.tpc2.mem4x", true],
    ["oracle-se2-cdb", "db.x2g.large", false],
    ["oracle-ee", "db.x2iedn.xlarge", true],
    ["oracle-ee", "db.z1d.large", true],
    ["db2-se", "db.r8g.large", false],
    ["db2-ae", "db.m7i.large", true],
  ];
  for (const [engine, instanceClass, has] of instances) {
    it(`${engine} ${has ? "has" : "lacks"} ${instanceClass}`, () => check(editions, engine, instanceClass, has));
  }

  const clusters: readonly [engine: string, instanceClass: string, has: boolean][] = [
    ["aurora-postgresql", "db.m6g.large", false],
    ["aurora-mysql", "db.t4g.medium", true],
    ["aurora-mysql", "db.x2g.large", true],
    ["aurora-postgresql", "db.r6id.24xlarge", true],
    ["postgres", "db.m6g.large", false],
    ["postgres", "db.m5d.large", true],
    ["mysql", "db.r6idn.2xlarge", true],
    ["mysql", "db.x2iedn.xlarge", true],
    ["mysql", "db.t3.medium", false],
  ];
  for (const [engine, instanceClass, has] of clusters) {
    it(`a cluster of ${engine} ${has ? "has" : "lacks"} ${instanceClass}`, () =>
      check(clusterEditions, engine, instanceClass, has));
  }
});

function check(
  facts: readonly { readonly name: string; readonly classes?: { readonly pattern: RegExp } }[],
  engine: string,
  instanceClass: string,
  has: boolean,
): void {
  const found = facts.find(({ name }) => name === engine);
  assert.ok(found);
  assert.equal(found.classes?.pattern.test(instanceClass) ?? true, has);
}

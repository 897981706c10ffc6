import assert from "node:assert/strict";
import { clusterEngineNamed, clusterEngines } from "../../engines";
import { hasPerformanceInsights } from "../../engines/performance-insights";

describe("the engines of clusters", () => {
  it("are found by their names in any case", () => {
    assert.equal(clusterEngineNamed("Aurora-PostgreSQL")?.port, 5432);
    assert.equal(clusterEngineNamed("aurora-mysql")?.port, 3306);
    assert.equal(clusterEngineNamed("oracle-ee"), undefined);
  });

  for (const { name, tls, statementLogging = [], audit = [], instanceParameters } of clusterEngines) {
    it(`${name} names its parameters in lower case, and only its own as those of instances`, () => {
      const names = [...tls, ...statementLogging, ...audit].map((setting) => setting.name);
      assert.deepEqual(
        names,
        names.map((setting) => setting.toLowerCase()),
      );
      assert.deepEqual(
        instanceParameters.filter((setting) => !names.includes(setting)),
        [],
      );
    });
  }
});

describe("Performance Insights", () => {
  for (const [engine, instanceClass, has] of [
    ["mysql", "db.t3.small", false],
    ["mysql", "db.t3.medium", true],
    ["MariaDB", "DB.T4G.MICRO", false],
    ["aurora-mysql", "db.t3.large", false],
    ["aurora-mysql", "db.t4g.medium", true],
    ["aurora-postgresql", "db.t3.medium", true],
    ["postgres", "db.t3.micro", true],
    ["db2-se", "db.r6i.large", false],
  ] as const) {
    it(`${engine} on ${instanceClass}: ${has}`, () => assert.equal(hasPerformanceInsights(engine, instanceClass), has));
  }
});

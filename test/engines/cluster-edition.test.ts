import assert from "node:assert/strict";
import { classHas, clusterEditions, clusterEngines, clusterFamilyOf, isSupported } from "../../engines";
import { versionOfFamily } from "../../engines/version";

describe("the editions of clusters", () => {
  it("are those of every engine of clusters", () => {
    assert.deepEqual(clusterEditions.map(({ name }) => name).sort(), clusterEngines.map(({ name }) => name).sort());
  });

  for (const edition of clusterEditions) {
    const { name, aurora, majors, defaultMajor, streamModes, instanceParameters } = edition;
    const engine = clusterEngines.find((one) => one.name === name);

    it(`of ${name} have a default version that is supported for good, and families of their versions`, () => {
      assert.ok(majors.includes(defaultMajor));
      assert.ok(isSupported(edition, defaultMajor, new Date("2028-12-31")));
      assert.deepEqual(
        majors.map((major) => versionOfFamily(clusterFamilyOf(edition, major))),
        majors,
      );
    });

    it(`of ${name} have streams and parameters of members where they are Aurora`, () => {
      assert.equal(streamModes.length > 0, engine?.activityStream === true);
      assert.equal(instanceParameters !== undefined, aurora);
      assert.equal(name.startsWith("aurora-"), aurora);
    });
  }

  const families: [name: string, major: string, family: string][] = [
    ["aurora-postgresql", "17", "aurora-postgresql17"],
    ["aurora-mysql", "8.0", "aurora-mysql8.0"],
    ["mysql", "8.4", "mysql8.4"],
    ["postgres", "17", "postgres17"],
  ];
  for (const [name, major, family] of families) {
    it(`name the family ${family}`, () => assert.equal(clusterFamilyOf({ name }, major), family));
  }

  const features: [feature: Parameters<typeof classHas>[0], instanceClass: string, has: boolean][] = [
    ["activityStream", "db.r6g.large", true],
    ["activityStream", "db.serverless", false],
    ["activityStream", "DB.T4G.medium", false],
    ["dataApi", "db.serverless", true],
    ["dataApi", "db.t3.medium", false],
    ["globalDatabase", "db.serverless", true],
    ["globalDatabase", "db.t4g.large", false],
  ];
  for (const [feature, instanceClass, has] of features) {
    it(`${has ? "have" : "lack"} ${feature} on ${instanceClass}`, () =>
      assert.equal(classHas(feature, instanceClass), has));
  }
});

import assert from "node:assert/strict";
import { editionNamed, editions, engineNamed, engines, familyOf, isSupported } from "../../engines";
import { versionOfFamily } from "../../engines/version";

describe("editions", () => {
  for (const edition of editions) {
    it(`${edition.name} is of a known engine, with a default version that is supported for good`, () => {
      assert.ok(engineNamed(edition.name) !== undefined);
      assert.ok(edition.majors.includes(edition.defaultMajor));
      assert.ok(isSupported(edition, edition.defaultMajor, new Date("2028-12-31")));
      for (const major of edition.majors) {
        assert.equal(Number(versionOfFamily(familyOf(edition, major))), Number(major));
      }
    });
  }

  it("are those of every engine but what no component makes", () => {
    const named = engines.flatMap(({ names }) => names).filter((name) => editionNamed(name) === undefined);
    assert.deepEqual(named.sort(), ["db2-ce", "sqlserver-dev-ee"]);
  });

  const families: [name: string, major: string, family: string][] = [
    ["postgres", "17", "postgres17"],
    ["mysql", "8.0", "mysql8.0"],
    ["mariadb", "11.8", "mariadb11.8"],
    ["sqlserver-web", "15.00", "sqlserver-web-15.0"],
    ["oracle-ee", "19", "oracle-ee-19"],
    ["oracle-se2-cdb", "21", "oracle-se2-cdb-21"],
    ["db2-ae", "12.1", "db2-ae-12.1"],
  ];
  for (const [name, major, family] of families) {
    it(`name the family ${family}`, () => {
      assert.equal(familyOf({ name }, major), family);
    });
  }

  const support: [name: string, major: string, day: string, supported: boolean][] = [
    ["mysql", "8.0", "2026-07-31", true],
    ["mysql", "8.0", "2026-08-01", false],
    ["db2-se", "11.5", "2040-01-01", true],
  ];
  for (const [name, major, day, supported] of support) {
    it(`tell that ${name} ${major} is ${supported ? "" : "not "}supported on ${day}`, () => {
      assert.equal(isSupported({ name }, major, new Date(`${day}T12:00:00Z`)), supported);
    });
  }
});

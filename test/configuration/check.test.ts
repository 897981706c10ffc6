import assert from "node:assert/strict";
import { checkConfiguration } from "../../configuration/check";
import { controls } from "../../controls";
import { catalogue } from "./catalogue";
import { right, unreadable, wrong } from "./rows";

describe("checkConfiguration", () => {
  for (const [name, text] of right) {
    it(`right: ${name}`, () => {
      const { problems, configuration } = checkConfiguration(text, catalogue);
      assert.deepEqual([problems, configuration?.version], [[], 2]);
    });
  }

  for (const [name, text, expected] of [...unreadable, ...wrong]) {
    it(`wrong: ${name}`, () => {
      const { problems, configuration } = checkConfiguration(text, catalogue);
      assert.deepEqual(
        problems.map(({ line, message }) => `${line}: ${message}`),
        expected,
      );
      assert.equal(configuration, undefined);
    });
  }

  it("gives a version 1 file as version 2", () => {
    const text = '{"environments": ["shop/prod"], "all": "advisory", "rds-instance-tagged": {"enabled": true}}';
    assert.deepEqual(checkConfiguration(text, catalogue).configuration, {
      version: 2,
      policies: { all: "advisory", "rds-instance-tagged": { enabled: true } },
      environments: ["shop/prod"],
    });
  });

  it("gives a version 2 file as it is", () => {
    const file = { version: 2, environments: [], policies: { all: "advisory" } };
    assert.deepEqual(checkConfiguration(JSON.stringify(file), catalogue).configuration, file);
  });

  it("takes every control of the catalogue with its own defaults", () => {
    const policies = controls.map(({ id, options }) => [
      id,
      Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
    ]);
    assert.deepEqual(checkConfiguration(JSON.stringify(Object.fromEntries(policies)), controls).problems, []);
  });

  it("refuses an unknown option of every control of the catalogue", () => {
    const policies = Object.fromEntries(controls.map(({ id }) => [id, { unheardOf: 1 }]));
    assert.equal(checkConfiguration(JSON.stringify(policies), controls).problems.length, controls.length);
  });
});

import assert from "node:assert/strict";
import { engineNamed, engines } from "../../engines";

describe("engines", () => {
  it("are found by every name, whatever its case", () => {
    for (const engine of engines) {
      for (const name of engine.names) {
        assert.equal(engineNamed(name.toUpperCase()), engine);
      }
    }
  });

  it("do not share a name", () => {
    const names = engines.flatMap((engine) => engine.names);
    assert.deepEqual([...new Set(names)], names);
  });

  it("leave an engine that is not known undefined", () => {
    assert.equal(engineNamed("neptune"), undefined);
  });

  it("write setting names in lower case, as they are compared", () => {
    const settings = engines.flatMap(({ tls, audit }) => [...tls.settings, ...audit.settings]);
    for (const { name } of settings) {
      assert.equal(name, name.toLowerCase());
    }
  });
});

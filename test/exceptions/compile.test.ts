import assert from "node:assert/strict";
import { checkConfiguration } from "../../configuration/check";
import type { ConfigurationFile } from "../../configuration/file";
import { controls } from "../../controls";
import { compileExceptions } from "../../exceptions/compile";
import type { Exception } from "../../exceptions/exception";
import { resolveExceptions, withGlobs } from "../../exceptions/resolve";
import { exception, legacy, now, orders, stack, urns } from "./sample";

describe("resolveExceptions", () => {
  const rows: readonly [
    name: string,
    changes: Partial<Exception>,
    targets: readonly string[],
    leftOut: readonly string[],
  ][] = [
    ["a URN", {}, [orders], []],
    ["a URN of another stack", { resources: ["urn:pulumi:prod::shop::t::n"] }, ["urn:pulumi:prod::shop::t::n"], []],
    ["a glob", { resources: ["*rds/instance*"] }, [orders, legacy], []],
    ["globs that overlap", { resources: ["*::orders", "*"] }, [orders, stack, legacy], []],
    ["an ARN beside", { resources: ["arn:aws:rds:*", "*::legacy"] }, [legacy], []],
    [
      "a glob that matches nothing beside one that does",
      { resources: ["*::gone", "*::orders"] },
      [orders],
      ["exception EXC-1: *::gone matches no resource of the stacks given and is left out."],
    ],
    [
      "nothing but a glob that matches nothing",
      { resources: ["*::gone"] },
      [],
      ["exception EXC-1: *::gone matches no resource of the stacks given and is left out."],
    ],
    [
      "ARNs alone",
      { resources: ["arn:aws:rds:*"] },
      [],
      ["exception EXC-1 names no URN and is left out; it is for the audit."],
    ],
    ["an expired one", { expires: "2026-11-23" }, [], ["exception EXC-1 expired on 2026-11-23 and is left out."]],
    ["one on its last day", { expires: "2026-11-24" }, [orders], []],
  ];
  for (const [name, changes, targets, leftOut] of rows) {
    it(name, () => {
      const resolution = resolveExceptions([exception(changes)], now, urns);
      assert.deepEqual([resolution.resolved.flatMap((each) => each.targets), resolution.leftOut], [targets, leftOut]);
      assert.equal(resolution.resolved.length, targets.length === 0 ? 0 : 1);
    });
  }
});

describe("withGlobs", () => {
  const rows: readonly [name: string, changes: Partial<Exception>, needed: boolean][] = [
    ["a URN", {}, false],
    ["a glob", { resources: [orders, "*::legacy"] }, true],
    ["a glob of an expired one", { resources: ["*::legacy"], expires: "2026-11-23" }, false],
    ["a glob over ARNs", { resources: [orders, "arn:aws:rds:*"] }, false],
  ];
  for (const [name, changes, needed] of rows) {
    it(`${name}: ${needed ? "needs" : "needs no"} URNs`, () =>
      assert.equal(withGlobs([exception(changes)], now).length, needed ? 1 : 0));
  }
});

describe("compileExceptions", () => {
  const compile = (configuration: ConfigurationFile, ...entries: readonly Exception[]) =>
    compileExceptions(configuration, entries, resolveExceptions(entries, now, urns).resolved);

  it("writes what Pulumi reads, and carries the configuration over", () => {
    const configuration: ConfigurationFile = {
      version: 2,
      policies: { all: "advisory", "rds-instance-backup-retention": { minimumDays: 14 } },
      environments: ["shop/prod"],
    };
    const entry = exception({
      controls: ["rds-instance-multi-az", "rds-instance-not-public"],
      resources: ["*::orders", "*::legacy"],
      ticket: "OPS-12",
    });
    const { file, dropped } = compile(configuration, entry);
    assert.deepEqual(file, {
      ...configuration,
      exceptions: {
        "EXC-1": {
          reason: "no standby in development (owner team shop, until 2027-01-31, OPS-12)",
          match: [{ policies: ["rds-instance-multi-az", "rds-instance-not-public"], targets: [orders, legacy] }],
        },
      },
    });
    assert.deepEqual(dropped, []);
    assert.deepEqual(checkConfiguration(JSON.stringify(file), controls).problems, []);
  });

  const native = (reason: string) => ({ reason, match: [{ policies: ["rds-instance-multi-az"], targets: [orders] }] });

  it("compiled again, takes out of its own result what has expired meanwhile", () => {
    const earlier = { version: 2, exceptions: { "EXC-1": native("old"), "EXC-2": native("old") } } as const;
    const entries = [exception({ expires: "2026-11-23" }), exception({ id: "EXC-2" })];
    assert.deepEqual(compile(earlier, ...entries).file.exceptions, {
      "EXC-2": native("no standby in development (owner team shop, until 2027-01-31)"),
    });
  });

  it("leaves out an exception that stands in the configuration alone, and says so", () => {
    const { file, dropped } = compile({ version: 2, exceptions: { "EXC-9": native("by hand") } }, exception());
    assert.deepEqual(Object.keys(file.exceptions ?? {}), ["EXC-1"]);
    assert.deepEqual(dropped, [
      "exception EXC-9 of the configuration has no entry in the file of exceptions, so no owner and no expiry, and is left out.",
    ]);
  });

  it("compiled again, takes out of its own result what was removed from the file meanwhile", () => {
    const earlier = compile({ version: 2 }, exception(), exception({ id: "EXC-2" })).file;
    assert.deepEqual(Object.keys(compile(earlier, exception()).file.exceptions ?? {}), ["EXC-1"]);
    assert.deepEqual(compile(earlier).file.exceptions, {});
  });
});

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Project, policyPack, pulumi, run } from "../../sandbox/scenario";
import { printed } from "./results";

const insecure: Project = { folder: "examples/insecure" };

describe("a gate with configuration, exceptions and remedies, as docs/gate shows it", () => {
  let output: string;

  before(async () => {
    const result = await run("bash", ["docs/gate/run.sh"]);
    output = result.stdout + result.stderr;
  });

  const shown: [what: string, pattern: RegExp][] = [
    ["a right configuration passes", /^docs\/gate\/pack\.json: right\nexit code 0$/m],
    ["an expired exception fails the check", /SHOP-2 of team shop expired on 2026-06-30; .*\nexit code 1$/m],
    ["what it excepted blocks", /\[mandatory\] .*rds-instance-not-public {2}\(aws:rds:Instance: shop\)/],
    ["a live exception takes its resource out", /\[exempted\] \[mandatory\] .*rds-instance-multi-az .*: shop\)/],
    ["and no other", /^ {8}- \[mandatory\] .*rds-instance-multi-az .*: reports\)/m],
    [
      "the reason, owner and date are told",
      /SHOP-1: The shop is rebuilt .* \(owner team shop, until 2099-12-31, SHOP-4711\)/,
    ],
    ["an instance is mended", /\[remediate\] +rds-instance-backup-retention/],
    ["a table is mended", /\[remediate\] +dynamodb-table-point-in-time-recovery/],
    ["a control that is switched on gives advice", /\[advisory\] .*rds-instance-port/],
    ["the gate blocks", /error: preview failed[^$]*\nexit code 1\n/],
  ];
  for (const [what, pattern] of shown) {
    it(what, () => assert.match(output, pattern));
  }

  it("controls that are switched off say nothing", () => {
    assert.ok(!output.includes("rds-instance-storage-encrypted"), output);
  });
});

describe("a configuration that is wrong", () => {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const rows: [what: string, configuration: object, says: RegExp][] = [
    [
      "a value of another type is refused by Pulumi",
      { "rds-instance-backup-retention": { minimumDays: "many" } },
      /minimumDays: Invalid type\. Expected: integer, given: string/,
    ],
    [
      "an option that a control does not have is refused by the control",
      { "rds-instance-backup-retention": { minimumDay: 3 } },
      /policy rds-instance-backup-retention is configured with minimumDay; its options are minimumDays\./,
    ],
  ];
  for (const [what, configuration, says] of rows) {
    it(what, async () => {
      const file = join(folder, "pack.json");
      writeFileSync(file, JSON.stringify(configuration));
      const preview = await pulumi("preview", insecure, "--policy-pack", policyPack, "--policy-pack-config", file);
      assert.notEqual(preview.code, 0);
      assert.match(printed(preview), says);
    });
  }
});

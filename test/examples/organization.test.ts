import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { checkConfiguration } from "../../configuration/check";
import { controls } from "../../controls";
import { type Run, run } from "../support/mocks";

const example = require.resolve("../../examples/organization");
const settings = { organization: "acme", packVersion: "0.1.0", level: "advisory", stacks: '["shop/production"]' };

describe("examples/organization", () => {
  it("makes one group that blocks, over the stacks and with the version given", async () => {
    const deployed = await deploy();
    assert.equal(deployed.error, undefined);
    assert.equal(deployed.resources.length, 1);
    const { policyPacks, ...group } = deployed.one("pulumiservice:index:PolicyGroup", "databases").inputs;
    assert.deepEqual(group, {
      organizationName: "acme",
      name: "databases",
      entityType: "stacks",
      mode: "preventative",
      stacks: [{ routingProject: "shop", name: "production" }],
    });
    assert.deepEqual(packOf(policyPacks), { name: "aws-secure-database", versionTag: "0.1.0" });
  });

  for (const level of ["advisory", "mandatory"]) {
    it(`gives every control the level ${level}, and keeps two mandatory`, async () => {
      const { config } = await deployedPack({ level });
      assert.deepEqual(config.all, { enforcementLevel: level });
      assert.deepEqual(config["rds-instance-not-public"], { enforcementLevel: "mandatory" });
      assert.deepEqual(config["database-security-group-no-public-ingress"], { enforcementLevel: "mandatory" });
      assert.deepEqual(config["rds-instance-backup-retention"], { enforcementLevel: level, minimumDays: 14 });
    });
  }

  it("configures nothing that the policy pack does not know", async () => {
    const { config } = await deployedPack({});
    assert.deepEqual(checkConfiguration(JSON.stringify(config), controls).problems, []);
  });

  const refused: readonly [title: string, changed: Partial<typeof settings>, message: RegExp][] = [
    [
      "a stack without its project",
      { stacks: '["production"]' },
      /stacks holds "production"; write <project>\/<stack>/,
    ],
    ["a stack with its organization", { stacks: '["acme/shop/production"]' }, /stacks holds "acme\/shop\/production"/],
    ["another level", { level: "strict" }, /level/],
  ];
  for (const [title, changed, message] of refused) {
    it(`refuses ${title}`, async () => assert.match((await deploy(changed)).error?.message ?? "", message));
  }
});

interface Pack {
  readonly config: Readonly<Record<string, unknown>>;
}

/** The only pack of a group, without its configuration. */
function packOf(packs: unknown): object {
  assert.ok(Array.isArray(packs) && packs.length === 1);
  const { config, ...pack } = packs[0] as Pack;
  assert.notEqual(config, undefined);
  return pack;
}

async function deployedPack(changed: Partial<typeof settings>): Promise<Pack> {
  const deployed = await deploy(changed);
  assert.equal(deployed.error, undefined);
  const [pack] = deployed.one("pulumiservice:index:PolicyGroup").inputs.policyPacks as readonly Pack[];
  assert.ok(pack);
  return pack;
}

function deploy(changed: Partial<typeof settings> = {}): Promise<Run> {
  const entries = Object.entries({ ...settings, ...changed }).map(([name, value]) => [`shop:${name}`, value]);
  return run(() => {
    pulumi.runtime.setAllConfig(Object.fromEntries(entries));
    // A program runs when it is loaded.
    delete require.cache[example];
    require(example);
  });
}

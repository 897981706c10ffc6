import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../controls";
import { run } from "../../sandbox/scenario";
import { assertGates, assertLean, emptyFolder, npmInstall, removeFolder, succeed } from "./consumer";
import { organization, type PulumiCloud, startPulumiCloud } from "./pulumi-cloud/server";
import { printed } from "./results";

const name = "aws-secure-database";
const { version } = JSON.parse(readFileSync(join(__dirname, "../../policy-pack/package.json"), "utf8")) as {
  readonly version: string;
};

describe("pulumi policy publish, to a stand-in of Pulumi Cloud", () => {
  const folder = emptyFolder();
  /** Where the archive is unpacked, as npm packs it. */
  const unpacked = join(folder, "package");
  let cloud: PulumiCloud;

  /** Runs the CLI logged in to the stand-in, with settings of its own. */
  const pulumi = (...args: string[]) =>
    run("pulumi", [...args, "--non-interactive"], {
      PULUMI_HOME: join(folder, "pulumi-home"),
      PULUMI_BACKEND_URL: cloud.url,
      PULUMI_ACCESS_TOKEN: "token",
    });

  before(async () => {
    cloud = await startPulumiCloud();
    const published = await pulumi("policy", "publish", organization, "-C", "policy-pack");
    assert.equal(published.code, 0, printed(published));
    assert.ok(published.stdout.includes(`Publishing "${name}" - version ${version} to "${organization}"`));
    writeFileSync(join(folder, "pack.tgz"), cloud.packs.published(name, version).archive);
    await succeed("tar", ["-xzf", join(folder, "pack.tgz"), "-C", folder]);
    await npmInstall(unpacked);
  });

  after(async () => {
    await cloud.stop();
    removeFolder(folder);
  });

  it("tells what the pack is and what every policy is", () => {
    const { description } = cloud.packs.published(name, version);
    assert.equal(description.displayName, "AWS secure database");
    assert.equal(description.readme, readFileSync(join(__dirname, "../../policy-pack/README.md"), "utf8"));
    const severities = new Map(description.policies.map((policy) => [policy.name, policy.severity]));
    assert.deepEqual(severities, new Map(controls.map(({ id, severity }) => [id, severity])));
  });

  it("uploads an archive that installs without TypeScript and the AWS SDK of Pulumi", () => assertLean(unpacked));

  it("uploads an archive that blocks a preview of the insecure example as the checkout's pack does", () =>
    assertGates(unpacked));

  it("is refused for a version that was published before", async () => {
    const again = await pulumi("policy", "publish", organization, "-C", "policy-pack");
    assert.notEqual(again.code, 0);
    assert.match(again.stderr, new RegExp(`\\[400\\] .*${name}, Version Tag: ${version} already exists`));
  });

  it("takes the next version, beside the one before", async () => {
    await succeed("npm", ["version", "9.9.9", "--no-git-tag-version", "--prefix", unpacked]);
    const next = await pulumi("policy", "publish", organization, "-C", unpacked);
    assert.equal(next.code, 0, printed(next));
    assert.equal(cloud.packs.published(name, "9.9.9").version, 2);
    assert.equal(cloud.packs.published(name, version).version, 1);
  });

  describe("validate-config", () => {
    const validate = (configuration: object) => {
      const file = join(folder, "config.json");
      writeFileSync(file, JSON.stringify(configuration));
      return pulumi("policy", "validate-config", `${organization}/${name}`, version, "--config", file);
    };

    const accepted: readonly [title: string, configuration: object][] = [
      [
        "levels and options",
        { all: "advisory", "rds-instance-backup-retention": { enforcementLevel: "mandatory", minimumDays: 14 } },
      ],
      ["a control that does not exist, which it does not look at", { "rds-instance-bakup-retention": "mandatory" }],
      ["an option that does not exist", { "rds-instance-backup-retention": { minimalDays: 14 } }],
    ];
    for (const [title, configuration] of accepted) {
      it(`accepts ${title}`, async () => {
        const result = await validate(configuration);
        assert.equal(result.code, 0, printed(result));
        assert.match(result.stdout, /configuration is valid/);
      });
    }

    const refused: readonly [title: string, configuration: object, message: RegExp][] = [
      [
        "an option of a wrong type, without its name",
        { "rds-instance-backup-retention": { minimumDays: "fourteen" } },
        /Invalid type\. Expected: integer, given: string/,
      ],
      [
        "the same in a file of version 2",
        { version: 2, policies: { "rds-instance-backup-retention": { minimumDays: "fourteen" } } },
        /Invalid type\. Expected: integer, given: string/,
      ],
      ["an enforcement level that does not exist", { "rds-instance-multi-az": "strict" }, /strict/],
    ];
    for (const [title, configuration, message] of refused) {
      it(`refuses ${title}`, async () => {
        const result = await validate(configuration);
        assert.notEqual(result.code, 0);
        assert.match(result.stderr, message);
      });
    }
  });
});

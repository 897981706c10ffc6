import assert from "node:assert/strict";
import {
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  ModifyDBClusterCommand,
  ModifyDBInstanceCommand,
} from "@aws-sdk/client-rds";
import { type Gateway, openGateway } from "../../audit/gateway";
import type { ControlId } from "../../controls/ids";
import { createStacks } from "../../sandbox/projects";
import { policyPack, previewWithPack, pulumi, run } from "../../sandbox/scenario";
import { printed, succeeds } from "./results";

const folder = "test/end-to-end/programs/adopted-databases";
const region = "ca-central-1";
const step = (name: string) => ({ folder, config: { "aws:region": region, step: name } });

const databases = ["rds:Instance orders", "rds:Cluster shop", "rds:ClusterInstance shop-writer"];

/** What the databases fail as they were made, by the resource that fails it. */
const failed: Readonly<Record<string, readonly ControlId[]>> = {
  orders: [
    "rds-instance-backup-retention",
    "rds-instance-copy-tags-to-snapshot",
    "rds-instance-deletion-protection",
    "rds-instance-enhanced-monitoring",
    "rds-instance-final-snapshot",
    "rds-instance-iam-authentication",
    "rds-instance-logs-exported",
    "rds-instance-multi-az",
    "rds-instance-performance-insights",
    "rds-instance-statement-logging",
  ],
  "orders-postgresql": ["database-log-group-encrypted"],
  shop: [
    "rds-cluster-audit-logging",
    "rds-cluster-backup-retention",
    "rds-cluster-copy-tags-to-snapshot",
    "rds-cluster-deletion-protection",
    "rds-cluster-final-snapshot",
    "rds-cluster-iam-authentication",
    "rds-cluster-logs-exported",
    "rds-cluster-statement-logging",
  ],
  "shop-writer": ["rds-cluster-member-enhanced-monitoring", "rds-cluster-member-performance-insights"],
};

describe("an instance and a cluster that were made without the package", () => {
  let gateway: Gateway;
  let made: Readonly<Record<string, string>>;

  before(async () => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    gateway = await openGateway({ region, concurrency: 2 });
    await succeeds(pulumi("up", step("legacy"), "--yes", "--skip-preview"));
    await leaveExtendedSupport();
    made = await resourceIds();
    assert.deepEqual(Object.keys(made), ["legacy-orders", "legacy-shop", "legacy-shop-writer"]);
  });

  it("are judged as they are when they are imported", async () => {
    const { violations } = await previewWithPack(step("adopt"));
    const found = violations
      .filter(({ level }) => level === "mandatory")
      .map(({ resource, control }) => `${resource} ${control}`);
    const expected = Object.entries(failed).flatMap(([name, controls]) => controls.map((one) => `${name} ${one}`));
    assert.deepEqual([...new Set(found)].sort(), expected.sort());
  });

  it("are imported by components through a transform, and not touched", async () => {
    const adoption = await succeeds(pulumi("up", step("adopt"), "--yes", "--skip-preview"));
    for (const imported of [...databases, "cloudwatch:LogGroup orders-postgresql"]) {
      assert.match(adoption.stdout, new RegExp(`${imported} imported`), printed(adoption));
      assert.doesNotMatch(adoption.stdout, new RegExp(`${imported} (creat|updat|replac)`), printed(adoption));
    }
    await areTheSame();
  });

  it("are then secured in place, as the policy pack asks", async () => {
    const update = await succeeds(pulumi("up", step("secure"), "--yes", "--policy-pack", policyPack));
    for (const database of databases) {
      assert.match(update.stdout, new RegExp(`${database} updated`), printed(update));
    }
    assert.doesNotMatch(update.stdout, /(rds:\w+|LogGroup) \S+ (replac|delet)/, printed(update));
    await areTheSame();
  });

  it("may be monitored under the identifiers that they keep", async () => {
    const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", "dev"]);
    const { deployment } = JSON.parse(stdout) as { deployment: { resources: readonly StateResource[] } };
    const trusted = deployment.resources
      .filter(({ type, urn }) => type === "aws:iam/role:Role" && urn.endsWith("-monitoring"))
      .map(({ inputs }) => JSON.parse(inputs.assumeRolePolicy ?? "").Statement[0].Condition.ArnLike["aws:SourceArn"]);
    assert.deepEqual(trusted.sort(), [
      `arn:aws:rds:${region}:123456789012:db:*shop-*`,
      `arn:aws:rds:${region}:123456789012:db:legacy-orders`,
    ]);
  });

  it("are left alone by a second preview, and the pack finds nothing", async () => {
    const preview = await pulumi(
      "preview",
      step("secure"),
      "--diff",
      "--expect-no-changes",
      "--policy-pack",
      policyPack,
    );
    assert.equal(preview.code, 0, printed(preview));
    assert.doesNotMatch(preview.stdout, /\[(mandatory|advisory)\]/, printed(preview));
  });

  /** What the AWS provider says when it makes a database, and never afterwards. */
  async function leaveExtendedSupport(): Promise<void> {
    const clients = gateway.own.clients(region);
    const EngineLifecycleSupport = "open-source-rds-extended-support-disabled";
    await clients.rds.send(
      new ModifyDBInstanceCommand({ DBInstanceIdentifier: "legacy-orders", EngineLifecycleSupport }),
    );
    await clients.rds.send(
      new ModifyDBClusterCommand({
        DBClusterIdentifier: "legacy-shop",
        EngineLifecycleSupport,
        ApplyImmediately: true,
      }),
    );
    gateway.own.close(clients);
  }

  /** Those that were made are there, and beside them only the member that the component adds. */
  async function areTheSame(): Promise<void> {
    const now = Object.entries(await resourceIds());
    assert.deepEqual(Object.fromEntries(now.filter(([identifier]) => identifier in made)), made);
    assert.match(now.map(([identifier]) => identifier).find((one) => !(one in made)) ?? "", /^shop-reader-/);
    assert.equal(now.length, 4);
  }

  /** What AWS calls each instance and cluster of the account for good, by its identifier. */
  async function resourceIds(): Promise<Readonly<Record<string, string>>> {
    const clients = gateway.own.clients(region);
    const { DBInstances = [] } = await clients.rds.send(new DescribeDBInstancesCommand({}));
    const { DBClusters = [] } = await clients.rds.send(new DescribeDBClustersCommand({}));
    gateway.own.close(clients);
    const ids = [
      ...DBInstances.map((one) => [one.DBInstanceIdentifier ?? "", one.DbiResourceId ?? ""] as const),
      ...DBClusters.map((one) => [one.DBClusterIdentifier ?? "", one.DbClusterResourceId ?? ""] as const),
    ];
    return Object.fromEntries(ids.sort(([one], [other]) => one.localeCompare(other)));
  }
});

interface StateResource {
  readonly type: string;
  readonly urn: string;
  readonly inputs: { readonly assumeRolePolicy?: string };
}

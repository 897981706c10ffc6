import assert from "node:assert/strict";
import { controls } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import { program, type Row } from "../support/program";

const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/0000-1111";

/** Resources of which each names a key of another stack. */
const rows: readonly Row[] = [
  {
    type: "aws:rds/instance:Instance",
    name: "instance",
    props: {
      engine: "postgres",
      instanceClass: "db.m6g.large",
      storageEncrypted: true,
      kmsKeyId: keyArn,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: keyArn,
    },
  },
  {
    type: "aws:rds/cluster:Cluster",
    name: "cluster",
    props: { engine: "aurora-mysql", storageEncrypted: true, kmsKeyId: keyArn, clusterIdentifier: "cluster" },
  },
  {
    type: "aws:rds/clusterInstance:ClusterInstance",
    name: "member",
    props: {
      clusterIdentifier: "cluster",
      engine: "aurora-mysql",
      instanceClass: "db.r8g.large",
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: keyArn,
    },
  },
  {
    type: "aws:dynamodb/table:Table",
    name: "table",
    props: { serverSideEncryption: { enabled: true, kmsKeyArn: keyArn } },
  },
  {
    type: "aws:dynamodb/tableReplica:TableReplica",
    name: "replica",
    props: { globalTableArn: "t", kmsKeyArn: keyArn, pointInTimeRecovery: true, deletionProtectionEnabled: true },
  },
  {
    type: "aws:rds/clusterActivityStream:ClusterActivityStream",
    name: "stream",
    props: { resourceArn: "c", mode: "sync", kmsKeyId: keyArn },
  },
  {
    type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    name: "backups",
    props: { sourceDbInstanceArn: "i", kmsKeyId: keyArn },
  },
  {
    type: "aws:rds/snapshotCopy:SnapshotCopy",
    name: "copy",
    props: { sourceDbSnapshotIdentifier: "s", targetDbSnapshotIdentifier: "t", kmsKeyId: keyArn },
  },
];

describe("a key that is kept elsewhere", () => {
  const inventory = program(rows);
  const answers = (trustedKeys: readonly string[]) =>
    new Map(
      controls.flatMap((control) =>
        inventory[control.subject]
          .map((subject) => ask(control, subject, inventory, optionsOf(control, { trustedKeys })))
          .filter((answer) => answer.answer === "undecided" && answer.waitsFor.includes("option trustedKeys"))
          .map((answer) => [control.id, answer] as const),
      ),
    );

  it("leaves the controls about keys undecided, and each says that trustedKeys settles it", () => {
    assert.deepEqual([...answers([]).keys()].sort(), [
      "dynamodb-replica-customer-managed-key",
      "dynamodb-table-customer-managed-key",
      "rds-activity-stream-customer-managed-key",
      "rds-cluster-customer-managed-key",
      "rds-cluster-member-performance-insights",
      "rds-instance-customer-managed-key",
      "rds-instance-performance-insights-customer-managed-key",
      "rds-replicated-backup-encrypted",
      "rds-snapshot-encrypted",
    ]);
  });

  it("is settled for all of them by the option", () => {
    assert.deepEqual([...answers(["arn:aws:kms:*:111122223333:key/*"]).keys()], []);
  });
});

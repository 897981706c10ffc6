import { clusterRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const snapshotOf = (source: string): Row => ({
  type: "aws:rds/clusterSnapshot:ClusterSnapshot",
  name: "snapshot",
  props: { dbClusterIdentifier: pending(source), dbClusterSnapshotIdentifier: "before" },
});

describeControl("rds-cluster-storage-encrypted", [
  { shows: "encrypted", given: [subjectCluster({ storageEncrypted: true })], answer: "holds" },
  {
    shows: "not set",
    given: [subjectCluster({})],
    answer: "fails",
    says: "storageEncrypted is not set (off by default)",
  },
  {
    shows: "switched off",
    given: [subjectCluster({ storageEncrypted: false })],
    answer: "fails",
    says: "storageEncrypted is false",
  },
  { shows: "known at deploy", given: [subjectCluster({ storageEncrypted: pending() })], answer: "undecided" },
  {
    shows: "Aurora Serverless version 1, which always is",
    given: [subjectCluster({ engineMode: "serverless" })],
    answer: "holds",
  },
  {
    shows: "an engine mode known at deploy, which may be that",
    given: [subjectCluster({ engineMode: pending() })],
    answer: "undecided",
  },
  {
    shows: "a cluster said to be encrypted, restored from a snapshot of one that is not",
    given: [
      subjectCluster({ storageEncrypted: true, snapshotIdentifier: pending("snapshot") }),
      snapshotOf("source"),
      clusterRow("source", {}),
    ],
    answer: "fails",
    says: "the snapshot that it is made from fails: storageEncrypted is not set (off by default)",
  },
  {
    shows: "a restore of that snapshot under a key, which encrypts it",
    given: [
      subjectCluster({ storageEncrypted: true, kmsKeyId: "alias/orders", snapshotIdentifier: pending("snapshot") }),
      snapshotOf("source"),
      clusterRow("source", {}),
    ],
    answer: "holds",
  },
  {
    shows: "a restore of the snapshot of an encrypted cluster",
    given: [
      subjectCluster({ snapshotIdentifier: pending("snapshot") }),
      snapshotOf("source"),
      clusterRow("source", { storageEncrypted: true }),
    ],
    answer: "holds",
  },
  {
    shows: "a restore of a copy of an unencrypted snapshot",
    given: [
      subjectCluster({ storageEncrypted: true, snapshotIdentifier: pending("copy") }),
      {
        type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
        name: "copy",
        props: {
          sourceDbClusterSnapshotIdentifier: pending("snapshot"),
          targetDbClusterSnapshotIdentifier: "after",
          kmsKeyId: "alias/orders",
        },
      },
      snapshotOf("source"),
      clusterRow("source", {}),
    ],
    answer: "fails",
  },
  {
    shows: "a restore of the snapshot of an instance that is not encrypted",
    given: [
      subjectCluster({ engine: "aurora-mysql", storageEncrypted: true, snapshotIdentifier: pending("snapshot") }),
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "snapshot",
        props: { dbInstanceIdentifier: pending("source"), dbSnapshotIdentifier: "before" },
      },
      {
        type: "aws:rds/instance:Instance",
        name: "source",
        props: { engine: "mysql", instanceClass: "db.r6g.large", storageEncrypted: false },
      },
    ],
    answer: "fails",
    says: "the snapshot that it is made from fails: storageEncrypted is false",
  },
  {
    shows: "a restore of a snapshot of which the program says nothing",
    given: [subjectCluster({ storageEncrypted: true, snapshotIdentifier: "before-the-move" })],
    answer: "undecided",
    says: "the encryption of snapshot before-the-move, not in this program",
  },
  {
    shows: "a restore to a point in time of a cluster that is not encrypted",
    given: [
      subjectCluster({
        storageEncrypted: true,
        restoreToPointInTime: { sourceClusterIdentifier: pending("source"), useLatestRestorableTime: true },
      }),
      clusterRow("source", { storageEncrypted: false }),
    ],
    answer: "fails",
    says: "the source that it is made from fails: storageEncrypted is false",
  },
  {
    shows: "a replica of a cluster that is not encrypted",
    given: [
      subjectCluster({ storageEncrypted: true, replicationSourceIdentifier: pending("source") }),
      clusterRow("source", {}),
    ],
    answer: "fails",
  },
  {
    shows: "a replica of an encrypted cluster, which it inherits",
    given: [
      subjectCluster({ replicationSourceIdentifier: pending("source") }),
      clusterRow("source", { storageEncrypted: true }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica of a cluster of which the program says nothing",
    given: [
      subjectCluster({
        storageEncrypted: true,
        replicationSourceIdentifier: "arn:aws:rds:us-east-1:111122223333:cluster:orders",
      }),
    ],
    answer: "undecided",
  },
  {
    shows: "a secondary of a global cluster that leaves it out",
    given: [subjectCluster({ globalClusterIdentifier: "orders" })],
    answer: "fails",
  },
  {
    shows: "two clusters that name each other as their source",
    given: [
      subjectCluster({ replicationSourceIdentifier: pending("other") }),
      clusterRow("other", { replicationSourceIdentifier: pending("subject") }),
    ],
    answer: "undecided",
  },
  {
    shows: "a restored cluster that exists, of which AWS says that it is encrypted",
    given: [
      subjectCluster({
        storageEncrypted: true,
        snapshotIdentifier: "before-the-move",
        arn: "arn:aws:rds:eu-west-1:111122223333:cluster:orders",
      }),
    ],
    answer: "holds",
  },
]);

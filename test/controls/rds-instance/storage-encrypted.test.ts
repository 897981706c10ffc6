import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-storage-encrypted", [
  { shows: "encrypted", given: [subjectInstance({ storageEncrypted: true })], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectInstance({ storageEncrypted: false })],
    answer: "fails",
    says: "storageEncrypted is false",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "storageEncrypted is not set (off by default)",
  },
  { shows: "known at deploy", given: [subjectInstance({ storageEncrypted: pending() })], answer: "undecided" },
  {
    shows: "an instance said to be encrypted, restored from an unencrypted snapshot",
    given: [
      subjectInstance({ storageEncrypted: true, snapshotIdentifier: pending("snapshot") }),
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "snapshot",
        props: { dbInstanceIdentifier: pending("source"), dbSnapshotIdentifier: "before" },
      },
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", storageEncrypted: false } },
    ],
    answer: "fails",
    says: "the snapshot that it is made from fails: storageEncrypted is false",
  },
  {
    shows: "a restore from an encrypted snapshot",
    given: [
      subjectInstance({ storageEncrypted: true, snapshotIdentifier: pending("snapshot") }),
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "snapshot",
        props: { dbInstanceIdentifier: pending("source"), dbSnapshotIdentifier: "before" },
      },
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", storageEncrypted: true } },
    ],
    answer: "holds",
  },
  {
    shows: "a restore from a snapshot of which the program says nothing",
    given: [subjectInstance({ storageEncrypted: true, snapshotIdentifier: "before-the-move" })],
    answer: "undecided",
    says: "the encryption of snapshot before-the-move, not in this program",
  },
  {
    shows: "a restore from that snapshot, once it exists and AWS says that it is encrypted",
    given: [
      subjectInstance({
        storageEncrypted: true,
        snapshotIdentifier: "before-the-move",
        arn: "arn:aws:rds:eu-west-1:111122223333:db:orders",
      }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica of an unencrypted source",
    given: [
      subjectInstance({ replicateSourceDb: pending("source") }),
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres" } },
    ],
    answer: "fails",
    says: "the source that it is made from fails: storageEncrypted is not set (off by default)",
  },
  {
    shows: "a replica of an encrypted source, which it inherits",
    given: [
      subjectInstance({ replicateSourceDb: pending("source") }),
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", storageEncrypted: true } },
    ],
    answer: "holds",
  },
  {
    shows: "a replica from another region with no key",
    given: [
      subjectInstance({
        region: "eu-west-1",
        storageEncrypted: true,
        replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
      }),
    ],
    answer: "fails",
    says: "kmsKeyId is not set on a replica from another region",
  },
  {
    shows: "a replica from another region with a key, whose storageEncrypted the provider ignores",
    given: [
      subjectInstance({
        region: "eu-west-1",
        kmsKeyId: "alias/orders",
        replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
      }),
    ],
    answer: "holds",
  },
  {
    shows: "a restore from a copy of a snapshot that was encrypted by copying",
    given: [
      subjectInstance({ storageEncrypted: true, snapshotIdentifier: pending("copy") }),
      {
        type: "aws:rds/snapshotCopy:SnapshotCopy",
        name: "copy",
        props: { sourceDbSnapshotIdentifier: "before", targetDbSnapshotIdentifier: "after", kmsKeyId: "alias/orders" },
      },
    ],
    answer: "holds",
  },
  {
    shows: "a restore from a copy of a snapshot that is known to be unencrypted",
    given: [
      subjectInstance({ storageEncrypted: true, snapshotIdentifier: pending("copy") }),
      {
        type: "aws:rds/snapshotCopy:SnapshotCopy",
        name: "copy",
        props: { sourceDbSnapshotIdentifier: "before", targetDbSnapshotIdentifier: "after", encrypted: false },
      },
    ],
    answer: "fails",
    says: "the snapshot that it is made from fails: encrypted is false",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "a circle of replicas",
    given: [
      subjectInstance({ replicateSourceDb: pending("source") }),
      {
        type: "aws:rds/instance:Instance",
        name: "source",
        props: { engine: "postgres", replicateSourceDb: pending("subject") },
      },
    ],
    answer: "undecided",
  },
  {
    shows: "an instance of an account, whatever it was made from",
    given: inAccount([subjectInstance({ storageEncrypted: true, replicateSourceDb: "orders" })]),
    answer: "holds",
  },
  {
    shows: "a text in place of the switch",
    given: [subjectInstance({ storageEncrypted: "yes" as unknown as boolean })],
    answer: "undecided",
    says: "storageEncrypted, which is not a boolean",
  },
  {
    shows: "RDS Custom, which AWS always encrypts",
    given: [subjectInstance({ engine: "custom-sqlserver-se" })],
    answer: "holds",
  },
]);

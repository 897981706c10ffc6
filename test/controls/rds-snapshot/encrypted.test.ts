import { clusterRow, inAccount } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

type Props<Type extends Row["type"]> = NonNullable<Extract<Row, { type: Type }>["props"]>;

const instance = (storageEncrypted: boolean, kmsKeyId?: string): Row => ({
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: {
    engine: "postgres",
    instanceClass: "db.r6g.large",
    storageEncrypted,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  },
});
const snapshot = (name: string, more: { encrypted?: boolean } = {}): Row => ({
  type: "aws:rds/snapshot:Snapshot",
  name,
  props: { dbInstanceIdentifier: pending("orders"), dbSnapshotIdentifier: name, ...more },
});
const copy = (more: Partial<Props<"aws:rds/snapshotCopy:SnapshotCopy">>): Row => ({
  type: "aws:rds/snapshotCopy:SnapshotCopy",
  name: "subject",
  props: { sourceDbSnapshotIdentifier: pending("before"), targetDbSnapshotIdentifier: "after", ...more },
});
const clusterSnapshot = (name: string): Row => ({
  type: "aws:rds/clusterSnapshot:ClusterSnapshot",
  name,
  props: { dbClusterIdentifier: pending("orders"), dbClusterSnapshotIdentifier: name },
});
const clusterCopy = (more: Partial<Props<"aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy">>): Row => ({
  type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  name: "subject",
  props: { sourceDbClusterSnapshotIdentifier: pending("before"), targetDbClusterSnapshotIdentifier: "after", ...more },
});

describeControl("rds-snapshot-encrypted", [
  { shows: "of an encrypted instance", given: [instance(true), snapshot("subject")], answer: "holds" },
  {
    shows: "of an instance that is not encrypted",
    given: [instance(false), snapshot("subject")],
    answer: "fails",
    says: "what it is made from fails: storageEncrypted is false",
  },
  {
    shows: "of a cluster that is not encrypted",
    given: [clusterRow("orders", {}), clusterSnapshot("subject")],
    answer: "fails",
  },
  {
    shows: "of an encrypted cluster",
    given: [clusterRow("orders", { storageEncrypted: true }), clusterSnapshot("subject")],
    answer: "holds",
  },
  {
    shows: "of an instance of which the program says nothing",
    given: [
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "subject",
        props: { dbInstanceIdentifier: "elsewhere", dbSnapshotIdentifier: "before" },
      },
    ],
    answer: "undecided",
    says: "the encryption of snapshot elsewhere, not in this program",
  },
  {
    shows: "one of which AWS says that it is not",
    given: inAccount([snapshot("subject", { encrypted: false }), instance(true)]),
    answer: "fails",
    says: "encrypted is false",
  },
  {
    shows: "a copy of an unencrypted snapshot under a customer managed key, which encrypts it",
    given: [instance(false), snapshot("before"), copy({ kmsKeyId: pending("key") }), customerKey],
    answer: "holds",
  },
  {
    shows: "a copy under the AWS managed key",
    given: [instance(true), snapshot("before"), copy({ kmsKeyId: "alias/aws/rds" })],
    answer: "fails",
    says: "kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "a copy without a key of an unencrypted snapshot",
    given: [instance(false), snapshot("before"), copy({})],
    answer: "fails",
  },
  {
    shows: "a copy without a key, which keeps the customer managed key of its source",
    given: [instance(true, "alias/orders"), snapshot("before"), copy({})],
    answer: "holds",
  },
  {
    shows: "a copy without a key, which keeps the AWS managed key of its source",
    given: [instance(true), snapshot("before"), copy({})],
    answer: "fails",
  },
  {
    shows: "a copy to another region under a key of the first one",
    given: [
      instance(true),
      snapshot("before"),
      copy({ destinationRegion: "us-east-1", kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/abc" }),
    ],
    answer: "fails",
    says: "kmsKeyId is arn:aws:kms:eu-west-1:111122223333:key/abc, a key of another region",
  },
  {
    shows: "a copy of an unencrypted cluster snapshot under a key, which AWS refuses",
    given: [clusterRow("orders", {}), clusterSnapshot("before"), clusterCopy({ kmsKeyId: "alias/orders" })],
    answer: "fails",
  },
  {
    shows: "a copy of an encrypted cluster snapshot under a customer managed key",
    given: [
      clusterRow("orders", { storageEncrypted: true }),
      clusterSnapshot("before"),
      clusterCopy({ kmsKeyId: "alias/orders" }),
    ],
    answer: "holds",
  },
  {
    shows: "a copy of itself",
    given: [copy({ sourceDbSnapshotIdentifier: pending("subject") })],
    answer: "undecided",
  },
]);

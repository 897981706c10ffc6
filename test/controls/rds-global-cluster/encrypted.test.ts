import { clusterRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const subject = (props: NonNullable<Extract<Row, { type: "aws:rds/globalCluster:GlobalCluster" }>["props"]>): Row => ({
  type: "aws:rds/globalCluster:GlobalCluster",
  name: "subject",
  props: { globalClusterIdentifier: "orders", ...props },
});

describeControl("rds-global-cluster-encrypted", [
  { shows: "encrypted", given: [subject({ engine: "aurora-postgresql", storageEncrypted: true })], answer: "holds" },
  {
    shows: "not set",
    given: [subject({ engine: "aurora-postgresql" })],
    answer: "fails",
    says: "storageEncrypted is not set (off by default)",
  },
  {
    shows: "made from an encrypted cluster",
    given: [
      subject({ sourceDbClusterIdentifier: pending("source"), forceDestroy: true }),
      clusterRow("source", { storageEncrypted: true }),
    ],
    answer: "holds",
  },
  {
    shows: "said to be encrypted, made from a cluster that is not",
    given: [
      subject({ sourceDbClusterIdentifier: pending("source"), forceDestroy: true, storageEncrypted: true }),
      clusterRow("source", {}),
    ],
    answer: "fails",
    says: "the cluster that it is made from fails: storageEncrypted is not set (off by default)",
  },
  {
    shows: "made from a cluster of which the program says nothing",
    given: [subject({ sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:orders" })],
    answer: "undecided",
    says: "the encryption of cluster arn:aws:rds:eu-west-1:111122223333:cluster:orders, not in this program",
  },
  {
    shows: "one that exists, of which AWS says that it is encrypted",
    given: [
      subject({
        arn: "arn:aws:rds::111122223333:global-cluster:orders",
        sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:orders",
        storageEncrypted: true,
      }),
    ],
    answer: "holds",
  },
  { shows: "known at deploy", given: [subject({ storageEncrypted: pending() })], answer: "undecided" },
]);

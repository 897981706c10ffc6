import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const snapshot = (sharedAccounts?: readonly (string | ReturnType<typeof pending>)[]): Row => ({
  type: "aws:rds/snapshot:Snapshot",
  name: "subject",
  props: {
    dbInstanceIdentifier: "orders",
    dbSnapshotIdentifier: "before",
    ...(sharedAccounts === undefined ? {} : { sharedAccounts }),
  },
});

describeControl("rds-snapshot-private", [
  { shows: "shared with one account", given: [snapshot(["111122223333"])], answer: "holds" },
  {
    shows: "shared with everybody",
    given: [snapshot(["all"])],
    answer: "fails",
    says: "sharedAccounts holds all",
  },
  { shows: "everybody among others, in capitals", given: [snapshot(["111122223333", "ALL"])], answer: "fails" },
  { shows: "everybody beside an account known at deploy", given: [snapshot([pending(), "all"])], answer: "fails" },
  { shows: "an account known at deploy", given: [snapshot([pending()])], answer: "undecided" },
  { shows: "not set", given: [snapshot()], answer: "holds" },
  {
    shows: "a public copy of a cluster's snapshot",
    given: [
      {
        type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
        name: "subject",
        props: {
          sourceDbClusterSnapshotIdentifier: "before",
          targetDbClusterSnapshotIdentifier: "after",
          sharedAccounts: ["all"],
        },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a public copy of an instance's snapshot",
    given: [
      {
        type: "aws:rds/snapshotCopy:SnapshotCopy",
        name: "subject",
        props: {
          sourceDbSnapshotIdentifier: "before",
          targetDbSnapshotIdentifier: "after",
          sharedAccounts: ["all"],
        },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a public snapshot of a cluster",
    given: [
      {
        type: "aws:rds/clusterSnapshot:ClusterSnapshot",
        name: "subject",
        props: { dbClusterIdentifier: "orders", dbClusterSnapshotIdentifier: "before", sharedAccounts: ["all"] },
      },
    ],
    answer: "fails",
  },
]);

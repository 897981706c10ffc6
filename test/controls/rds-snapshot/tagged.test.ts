import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const options = { requiredTags: ["owner"] };
const snapshot = (tags: Readonly<Record<string, string>> | ReturnType<typeof pending>): Row => ({
  type: "aws:rds/clusterSnapshot:ClusterSnapshot",
  name: "subject",
  props: { dbClusterIdentifier: "orders", dbClusterSnapshotIdentifier: "before", tags },
});

describeControl("rds-snapshot-tagged", [
  { shows: "every required tag", given: [snapshot({ owner: "shop" })], options, answer: "holds" },
  {
    shows: "a required tag is missing",
    given: [snapshot({ team: "shop" })],
    options,
    answer: "fails",
    says: "it has no tag owner",
  },
  { shows: "known at deploy", given: [snapshot(pending())], options, answer: "undecided" },
  { shows: "nothing is required", given: [snapshot({})], answer: "not-applicable" },
]);

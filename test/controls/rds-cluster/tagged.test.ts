import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const options = { requiredTags: ["owner"] };

describeControl("rds-cluster-tagged", [
  { shows: "every required tag", given: [subjectCluster({ tags: { owner: "shop" } })], options, answer: "holds" },
  {
    shows: "a required tag is missing",
    given: [subjectCluster({ tags: { team: "shop" } })],
    options,
    answer: "fails",
    says: "it has no tag owner",
  },
  { shows: "no tags", given: [subjectCluster({})], options, answer: "fails" },
  {
    shows: "a required tag in another case",
    given: [subjectCluster({ tags: { Owner: "shop" } })],
    options,
    answer: "fails",
  },
  {
    shows: "a value known at deploy",
    given: [subjectCluster({ tags: { owner: pending() } })],
    options,
    answer: "holds",
  },
  { shows: "tags known at deploy", given: [subjectCluster({ tags: pending() })], options, answer: "undecided" },
  { shows: "nothing is required", given: [subjectCluster({})], answer: "not-applicable" },
]);

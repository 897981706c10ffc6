import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const options = { enabled: true };

describeControl("rds-cluster-backtrack", [
  {
    shows: "a window of a day",
    given: [subjectCluster({ engine: "aurora-mysql", backtrackWindow: 86400 })],
    options,
    answer: "holds",
  },
  {
    shows: "not set",
    given: [subjectCluster({ engine: "aurora-mysql" })],
    options,
    answer: "fails",
    says: "backtrackWindow is not set (off by default)",
  },
  {
    shows: "switched off",
    given: [subjectCluster({ engine: "aurora-mysql", backtrackWindow: 0 })],
    options,
    answer: "fails",
    says: "backtrackWindow is 0",
  },
  {
    shows: "known at deploy",
    given: [subjectCluster({ engine: "aurora-mysql", backtrackWindow: pending() })],
    options,
    answer: "undecided",
  },
  { shows: "aurora-postgresql, which cannot", given: [subjectCluster({})], options, answer: "not-applicable" },
]);

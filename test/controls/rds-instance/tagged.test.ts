import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { inAccount, subjectInstance } from "../../support/rows";

const options = { requiredTags: ["owner", "cost-centre"] };

describeControl("rds-instance-tagged", [
  {
    shows: "every required tag",
    given: [subjectInstance({ tags: { owner: "shop", "cost-centre": "42" } })],
    options,
    answer: "holds",
  },
  {
    shows: "one is missing",
    given: [subjectInstance({ tags: { owner: "shop" } })],
    options,
    answer: "fails",
    says: "it has no tag cost-centre",
  },
  { shows: "no tags", given: [subjectInstance({})], options, answer: "fails" },
  {
    shows: "a key in another case",
    given: [subjectInstance({ tags: { Owner: "shop", "cost-centre": "42" } })],
    options,
    answer: "fails",
    says: "it has no tag owner",
  },
  {
    shows: "a value known at deploy",
    given: [subjectInstance({ tags: { owner: pending(), "cost-centre": "42" } })],
    options,
    answer: "holds",
  },
  { shows: "tags known at deploy", given: [subjectInstance({ tags: pending() })], options, answer: "undecided" },
  { shows: "none required", given: [subjectInstance({})], answer: "not-applicable" },
  {
    shows: "a cluster member, whose tags are its own",
    given: [
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "subject",
        props: { clusterIdentifier: "orders", engine: "aurora-mysql", instanceClass: "db.r8g.large" },
      },
    ],
    options,
    answer: "fails",
  },
  { shows: "an instance of an account", given: inAccount([subjectInstance({})]), options, answer: "fails" },
]);

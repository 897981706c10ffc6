import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

describeControl("rds-instance-not-public", [
  { shows: "switched off", given: [subjectInstance({ publiclyAccessible: false })], answer: "holds" },
  { shows: "not set: the provider sends false", given: [subjectInstance({})], answer: "holds" },
  {
    shows: "switched on",
    given: [subjectInstance({ publiclyAccessible: true })],
    answer: "fails",
    says: "publiclyAccessible is true",
  },
  {
    shows: "known at deploy",
    given: [subjectInstance({ publiclyAccessible: pending() })],
    answer: "undecided",
    says: "publiclyAccessible, known at deploy",
  },
  {
    shows: "a cluster member that is public",
    given: [
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "subject",
        props: {
          clusterIdentifier: "orders",
          engine: "aurora-postgresql",
          instanceClass: "db.r7g.large",
          publiclyAccessible: true,
        },
      },
    ],
    answer: "fails",
  },
]);

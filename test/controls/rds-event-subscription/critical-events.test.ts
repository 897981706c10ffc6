import { clusterRow, inAccount } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:rds/eventSubscription:EventSubscription" }>["props"]>;

const subscription = (name: string, props: Partial<Props> = {}): Row => ({
  type: "aws:rds/eventSubscription:EventSubscription",
  name,
  props: { snsTopic: "arn:aws:sns:eu-west-1:111122223333:databases", ...props },
});
const instance = (region?: string, name = "subject"): Row => ({
  type: "aws:rds/instance:Instance",
  name,
  props: {
    engine: "postgres",
    instanceClass: "db.r6g.large",
    ...(region === undefined ? {} : { region }),
  },
});
const cluster = clusterRow("subject", {});
const critical = [
  subscription("instances", {
    sourceType: "db-instance",
    eventCategories: ["maintenance", "configuration change", "failure"],
  }),
  subscription("groups", { sourceType: "db-parameter-group", eventCategories: ["configuration change"] }),
  subscription("security", {
    sourceType: "db-security-group",
    eventCategories: ["failure", "configuration change"],
  }),
];

// Its subject, a region, stands under the name of the first of its databases.
describeControl("rds-event-subscription-critical-events", [
  { shows: "a subscription to everything", given: [instance(), subscription("all")], answer: "holds" },
  {
    shows: "no subscription",
    given: [instance()],
    answer: "fails",
    says: "no enabled event subscription sends db-instance maintenance, db-instance configuration change, db-instance failure, db-parameter-group configuration change, db-security-group configuration change, db-security-group failure",
  },
  { shows: "one subscription a source type", given: [instance(), ...critical], answer: "holds" },
  {
    shows: "the same where a cluster is, too",
    given: [instance(undefined, "orders"), cluster, ...critical],
    answer: "fails",
    says: "no enabled event subscription sends db-cluster maintenance, db-cluster failure",
  },
  {
    shows: "categories that two subscriptions send together, in capitals",
    given: [
      cluster,
      ...critical.slice(1),
      subscription("maintenance", { sourceType: "DB-CLUSTER", eventCategories: ["Maintenance"] }),
      subscription("failure", { sourceType: "db-cluster", eventCategories: ["failure"] }),
    ],
    answer: "holds",
  },
  { shows: "switched off", given: [instance(), subscription("all", { enabled: false })], answer: "fails" },
  {
    shows: "of some instances only",
    given: [
      instance(),
      ...critical.slice(1),
      subscription("one", { sourceType: "db-instance", sourceIds: ["orders"] }),
    ],
    answer: "fails",
  },
  {
    shows: "categories known at deploy",
    given: [instance(), subscription("all", { eventCategories: pending() })],
    answer: "undecided",
  },
  {
    shows: "a source type known at deploy",
    given: [instance(), ...critical.slice(1), subscription("instances", { sourceType: pending() })],
    answer: "undecided",
  },
  {
    shows: "a source type known at deploy where another is missing",
    given: [instance(), subscription("instances", { sourceType: pending(), eventCategories: ["failure"] })],
    answer: "fails",
  },
  {
    shows: "a subscription of another region",
    given: [instance("eu-west-1"), subscription("all", { region: "us-east-1" })],
    answer: "fails",
  },
  {
    shows: "a subscription whose region is left to the provider",
    given: [instance("eu-west-1"), subscription("all")],
    answer: "undecided",
    says: "the region of event subscription all",
  },
  {
    shows: "subscriptions of an account that could not be listed",
    given: inAccount([instance()], {
      unread: { eventSubscriptions: "rds:DescribeEventSubscriptions was denied" },
    }),
    answer: "undecided",
    says: "the event subscriptions (rds:DescribeEventSubscriptions was denied)",
  },
]);

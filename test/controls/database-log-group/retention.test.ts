import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { exported, flowLog, group } from "./rows";

describeControl("database-log-group-retention", [
  { shows: "a year", given: [group({ name: exported, retentionInDays: 365 })], answer: "holds" },
  {
    shows: "a week",
    given: [group({ name: exported, retentionInDays: 7 })],
    answer: "fails",
    says: "retentionInDays is 7",
  },
  { shows: "logs that never expire", given: [group({ name: exported })], answer: "holds" },
  {
    shows: "logs that never expire, as the provider writes it",
    given: [group({ name: exported, retentionInDays: 0 })],
    answer: "holds",
  },
  {
    shows: "a week where it is enough",
    given: [group({ name: exported, retentionInDays: 7 })],
    options: { minimumDays: 7 },
    answer: "holds",
  },
  {
    shows: "days known at deploy",
    given: [group({ name: exported, retentionInDays: pending() })],
    answer: "undecided",
  },
  {
    shows: "a week of a cluster",
    given: [group({ name: "/aws/rds/cluster/orders/audit", retentionInDays: 7 })],
    answer: "fails",
  },
  {
    shows: "a week of a proxy",
    given: [group({ name: "/aws/rds/proxy/orders", retentionInDays: 7 })],
    answer: "fails",
  },
  {
    shows: "a week of enhanced monitoring",
    given: [group({ name: "RDSOSMetrics", retentionInDays: 7 })],
    answer: "fails",
  },
  {
    shows: "a week of a name that starts so",
    given: [group({ namePrefix: "/aws/rds/instance/", retentionInDays: 7 })],
    answer: "fails",
  },
  {
    shows: "a week of a name that is made of a database's",
    given: [
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } },
      group({ name: pending("orders"), retentionInDays: 7 }),
    ],
    answer: "fails",
  },
  {
    shows: "a week of a name known at deploy",
    given: [group({ name: pending(), retentionInDays: 7 })],
    answer: "undecided",
  },
  { shows: "a week of a flow log", given: [...flowLog, group({ name: "flow", retentionInDays: 7 })], answer: "fails" },
  {
    shows: "a week of a flow log of a VPC without a database",
    given: [...flowLog.filter(({ name }) => name !== "orders"), group({ name: "flow", retentionInDays: 7 })],
    answer: "not-applicable",
  },
  {
    shows: "a week of something else",
    given: [group({ name: "/aws/lambda/orders", retentionInDays: 7 })],
    answer: "not-applicable",
  },
]);

import { clusterRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:rds/globalCluster:GlobalCluster" }>["props"]>;

const subject = (props: Partial<Props>): Row => ({
  type: "aws:rds/globalCluster:GlobalCluster",
  name: "subject",
  props: { globalClusterIdentifier: "orders", ...props },
});
const version = (engineVersion: string): Row => subject({ engine: "aurora-mysql", engineVersion });

describeControl("rds-global-cluster-engine-version-supported", [
  { shows: "the oldest supported version", given: [version("8.0.mysql_aurora.3.08.0")], answer: "holds" },
  {
    shows: "a version before it",
    given: [version("8.0.mysql_aurora.3.07.1")],
    answer: "fails",
    says: "engineVersion is 8.0.mysql_aurora.3.07.1",
  },
  { shows: "a version with long-term support", given: [version("8.0.mysql_aurora.3.04.2")], answer: "holds" },
  { shows: "a later patch of two digits", given: [version("8.0.mysql_aurora.3.10.0")], answer: "holds" },
  { shows: "version 8.4", given: [version("8.4.mysql_aurora.8.4.7")], answer: "holds" },
  { shows: "version 2", given: [version("5.7.mysql_aurora.2.11.2")], answer: "fails" },
  { shows: "part of a version, which AWS completes", given: [version("8.0")], answer: "undecided" },
  {
    shows: "the version of the cluster that it is made from",
    given: [
      subject({ sourceDbClusterIdentifier: pending("source"), forceDestroy: true }),
      clusterRow("source", { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.05.2" }),
    ],
    answer: "fails",
  },
  { shows: "not set", given: [subject({ engine: "aurora-mysql" })], answer: "undecided" },
  {
    shows: "known at deploy",
    given: [subject({ engine: "aurora-mysql", engineVersion: pending() })],
    answer: "undecided",
  },
  {
    shows: "made from a cluster of which the program says nothing",
    given: [subject({ sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:orders" })],
    answer: "undecided",
  },
  {
    shows: "aurora-postgresql",
    given: [subject({ engine: "aurora-postgresql", engineVersion: "13.4" })],
    answer: "not-applicable",
  },
]);

import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

const options = { enabled: true };

describeControl("rds-instance-port", [
  { shows: "another port", given: [subjectInstance({ port: 6432 })], options, answer: "holds" },
  {
    shows: "the default of the engine",
    given: [subjectInstance({ port: 5432 })],
    options,
    answer: "fails",
    says: "port is 5432, the default of its engine",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    options,
    answer: "fails",
    says: "port is not set (5432 by default)",
  },
  { shows: "known at deploy", given: [subjectInstance({ port: pending() })], options, answer: "undecided" },
  ...(
    [
      ["mysql", 3306],
      ["mariadb", 3306],
      ["sqlserver-web", 1433],
      ["oracle-se2", 1521],
      ["db2-ce", 50000],
    ] as const
  ).map(([engine, standard]) => ({
    shows: `the default of ${engine}`,
    given: [subjectInstance({ engine, port: standard })],
    options,
    answer: "fails" as const,
  })),
  {
    shows: "the default port of another engine",
    given: [subjectInstance({ engine: "mysql", port: 5432 })],
    options,
    answer: "holds",
  },
  {
    shows: "a replica that inherits the port of its source",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", port: 6432 } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    options,
    answer: "holds",
  },
  {
    shows: "a restore of which the program does not know the port",
    given: [subjectInstance({ snapshotIdentifier: "before" })],
    options,
    answer: "undecided",
    says: "the port of what it is made from",
  },
  {
    shows: "an engine that is not known",
    given: [subjectInstance({ engine: "other", port: 1 })],
    options,
    answer: "undecided",
  },
  ...(
    [
      ["custom-oracle-ee-cdb", 1521],
      ["custom-sqlserver-dev", 1433],
    ] as const
  ).map(([engine, standard]) => ({
    shows: `the default of ${engine}`,
    given: [subjectInstance({ engine })],
    options,
    answer: "fails" as const,
    says: `port is not set (${standard} by default)`,
  })),
  {
    shows: "another port of RDS Custom",
    given: [subjectInstance({ engine: "custom-oracle-ee", port: 8200 })],
    options,
    answer: "holds",
  },
  { shows: "a cluster member", given: memberOfCluster, options, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, options, answer: "not-applicable" },
]);

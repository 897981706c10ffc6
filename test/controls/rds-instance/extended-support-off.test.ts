import { multiAzRow, nativeMultiAzRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOf, memberOfCluster, subjectInstance } from "../../support/rows";

const options = { enabled: true };

describeControl("rds-instance-extended-support-off", [
  {
    shows: "switched off",
    given: [subjectInstance({ engineLifecycleSupport: "open-source-rds-extended-support-disabled" })],
    options,
    answer: "holds",
  },
  {
    shows: "switched on",
    given: [subjectInstance({ engineLifecycleSupport: "open-source-rds-extended-support" })],
    options,
    answer: "fails",
    says: "engineLifecycleSupport is open-source-rds-extended-support",
  },
  {
    shows: "not set",
    given: [subjectInstance({ engine: "mysql" })],
    options,
    answer: "fails",
    says: "engineLifecycleSupport is not set (Extended Support is on by default)",
  },
  {
    shows: "known at deploy",
    given: [subjectInstance({ engineLifecycleSupport: pending() })],
    options,
    answer: "undecided",
  },
  ...["mariadb", "sqlserver-se", "oracle-ee", "db2-se", "custom-oracle-ee", "custom-sqlserver-se"].map((engine) => ({
    shows: `${engine}, which has none`,
    given: [subjectInstance({ engine })],
    options,
    answer: "not-applicable" as const,
  })),
  {
    shows: "a member of a cluster that has it off",
    given: memberOf({ engineLifecycleSupport: "open-source-rds-extended-support-disabled" }),
    options,
    answer: "holds",
  },
  { shows: "a member of a cluster that leaves it on", given: memberOf({}), options, answer: "fails" },
  { shows: "a member of a cluster elsewhere", given: memberOfCluster, options, answer: "undecided" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, options, answer: "undecided" },
  { shows: "a Multi-AZ DB cluster that leaves it on", given: [multiAzRow({})], options, answer: "fails" },
  {
    shows: "a Multi-AZ DB cluster, known at deploy",
    given: [multiAzRow({ engineLifecycleSupport: pending() })],
    options,
    answer: "undecided",
  },
  {
    shows: "a Multi-AZ DB cluster of aws-native that has it off",
    given: [nativeMultiAzRow({ engineLifecycleSupport: "open-source-rds-extended-support-disabled" })],
    options,
    answer: "holds",
  },
]);

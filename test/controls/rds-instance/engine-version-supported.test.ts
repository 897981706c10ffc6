import assert from "node:assert/strict";
import { judgeVersion } from "../../../controls/rds-instance/engine-version-supported";
import { multiAzRow, nativeMultiAzRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, program } from "../../support/program";
import { inAccount, subjectInstance } from "../../support/rows";

/** What the calendar says of versions that are long gone stays true; of others only the newest, which has no end yet. */
describeControl("rds-instance-engine-version-supported", [
  { shows: "a supported version", given: [subjectInstance({ engineVersion: "18.1" })], answer: "holds" },
  {
    shows: "a version past its support",
    given: [subjectInstance({ engineVersion: "12.22" })],
    answer: "fails",
    says: "engineVersion is postgres 12.22, whose standard support ended on 2025-02-28",
  },
  { shows: "not set: the newest", given: [subjectInstance({})], answer: "holds" },
  { shows: "known at deploy", given: [subjectInstance({ engineVersion: pending() })], answer: "undecided" },
  {
    shows: "a version whose support ends within the days to look ahead",
    given: [subjectInstance({ engineVersion: "17.7" })],
    options: { daysAhead: 3650 },
    answer: "fails",
  },
  {
    shows: "a postgres with the fault of log_fdw",
    given: [subjectInstance({ engineVersion: "13.2" })],
    answer: "fails",
    says: "engineVersion is postgres 13.2, whose log_fdw lets users read files of the host",
  },
  {
    shows: "an aurora-postgresql with the fault of log_fdw, as an aws.rds.Instance",
    given: [subjectInstance({ engine: "aurora-postgresql", engineVersion: "11.8" })],
    answer: "fails",
    says: "engineVersion is aurora-postgresql 11.8, whose log_fdw lets users read files of the host",
  },
  ...(
    [
      ["mysql", "5.7.44", "fails"],
      ["mysql", "5.5.61", "fails"],
      ["mysql", "8.0.46", "fails"],
      ["mariadb", "10.4.34", "fails"],
      ["mariadb", "12.3.1", "holds"],
      ["sqlserver-se", "12.00.6449.1.v1", "fails"],
      ["sqlserver-ee", "13.00.6475.1.v1", "fails"],
      ["sqlserver-ex", "17.00.1000.7.v1", "holds"],
      ["oracle-se2", "12.1.0.2.v30", "fails"],
      ["oracle-ee", "18.0.0.0.ru-2021-04.rur-2021-04.r1", "fails"],
      ["oracle-ee-cdb", "26.0.0.0.ru-2026-04.rur-2026-04.r1", "holds"],
      ["db2-se", "11.5.9.0.sb00013970.r1", "holds"],
      ["postgres", "9.4.26", "fails"],
      ["custom-oracle-ee", "19.my_cev1", "holds"],
    ] as const
  ).map(([engine, engineVersion, answer]) => ({
    shows: `${engine} ${engineVersion}`,
    given: [subjectInstance({ engine, engineVersion })],
    answer,
  })),
  {
    shows: "a cluster member of the version of its cluster",
    given: [
      {
        type: "aws:rds/cluster:Cluster",
        name: "orders",
        props: { engine: "aurora-mysql", engineVersion: "5.7.mysql_aurora.2.11.2" },
      },
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "subject",
        props: { clusterIdentifier: pending("orders"), engine: "aurora-mysql", instanceClass: "db.r6g.large" },
      },
    ],
    answer: "fails",
    says: "engineVersion is aurora-mysql 5.7.mysql_aurora.2.11.2, whose standard support ended on 2024-10-31",
  },
  {
    shows: "a restore of an old version that does not name it",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", engineVersion: "11.22" } },
      {
        type: "aws:rds/instance:Instance",
        name: "subject",
        props: { restoreToPointInTime: { sourceDbInstanceIdentifier: pending("source") } },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a restore of a copy of a snapshot of an old version",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", engineVersion: "11.22" } },
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "snapshot",
        props: { dbInstanceIdentifier: pending("source"), dbSnapshotIdentifier: "before" },
      },
      {
        type: "aws:rds/snapshotCopy:SnapshotCopy",
        name: "copy",
        props: { sourceDbSnapshotIdentifier: pending("snapshot"), targetDbSnapshotIdentifier: "after" },
      },
      { type: "aws:rds/instance:Instance", name: "subject", props: { snapshotIdentifier: pending("copy") } },
    ],
    answer: "fails",
  },
  {
    shows: "a circle of sources",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { replicateSourceDb: pending("subject") } },
      { type: "aws:rds/instance:Instance", name: "subject", props: { replicateSourceDb: pending("source") } },
    ],
    answer: "undecided",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ engineVersion: "11.22" })]),
    answer: "fails",
  },
  {
    shows: "a text that is no version, which is not shown",
    given: [subjectInstance({ engineVersion: "correct horse" })],
    answer: "holds",
  },
  {
    shows: "a Multi-AZ DB cluster of a version past its support",
    given: [multiAzRow({ engineVersion: "11.5" })],
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster of a supported version",
    given: [multiAzRow({ engineVersion: "17" })],
    answer: "holds",
  },
  {
    shows: "a Multi-AZ DB cluster of a version known at deploy",
    given: [multiAzRow({ engineVersion: pending() })],
    answer: "undecided",
  },
  {
    shows: "a Multi-AZ DB cluster restored from a snapshot, of its version",
    given: [multiAzRow({ snapshotIdentifier: "before" })],
    answer: "undecided",
  },
  {
    shows: "a Multi-AZ DB cluster of aws-native of a version past its support",
    given: [nativeMultiAzRow({ engineVersion: "5.7.44" })],
    answer: "fails",
  },
]);

describe("a version on a day", () => {
  const rows: readonly (readonly [shows: string, today: string, daysAhead: number, answer: string, found?: string])[] =
    [
      ["holds on the last day of its support", "2027-02-28", 0, "holds"],
      ["fails on the day after", "2027-03-01", 0, "fails", "ended on 2027-02-28"],
      ["holds outside of the days to look ahead", "2026-11-30", 90, "holds"],
      ["fails within the days to look ahead", "2026-12-01", 90, "fails", "ends on 2027-02-28"],
    ];
  for (const [shows, today, daysAhead, expected, found] of rows) {
    it(shows, () => {
      const inventory = program([subjectInstance({ engineVersion: "14.20" })]);
      const [subject] = inventory.dbInstances;
      assert.ok(subject);
      const answer = judgeVersion(subject, inventory, { daysAhead }, new Date(`${today}T12:00:00Z`));
      assert.equal(answer.answer, expected);
      assert.ok(
        found === undefined || (answer.answer === "fails" && answer.found.endsWith(found)),
        JSON.stringify(answer),
      );
    });
  }
});

import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance, withParameters } from "../../support/rows";

const forceSsl = (value: string) => [{ name: "rds.force_ssl", value }];

type OptionGroup = NonNullable<Extract<Row, { type: "aws:rds/optionGroup:OptionGroup" }>["props"]>;

const oracleWith = (options: NonNullable<OptionGroup["options"]>): readonly Row[] => [
  subjectInstance({ engine: "oracle-ee", optionGroupName: pending("options") }),
  {
    type: "aws:rds/optionGroup:OptionGroup",
    name: "options",
    props: { engineName: "oracle-ee", majorEngineVersion: "19", options },
  },
];

describeControl("rds-instance-tls-enforced", [
  {
    shows: "forced by its parameter group",
    given: withParameters({ engineVersion: "14" }, "postgres14", forceSsl("1")),
    answer: "holds",
  },
  {
    shows: "upper case in name and value",
    given: withParameters({}, "postgres14", [{ name: "RDS.FORCE_SSL", value: "TRUE" }]),
    answer: "holds",
  },
  {
    shows: "switched off",
    given: withParameters({}, "postgres17", forceSsl("0")),
    answer: "fails",
    says: "rds.force_ssl is 0 in parameter group group",
  },
  {
    shows: "set twice: the last one counts",
    given: withParameters({}, "postgres17", [...forceSsl("1"), ...forceSsl("0")]),
    answer: "fails",
  },
  {
    shows: "a group that says nothing, of a family that does not force TLS",
    given: withParameters({}, "postgres14", []),
    answer: "fails",
    says: "rds.force_ssl is not set in parameter group group (off by default before version 15)",
  },
  {
    shows: "a group that says nothing, of a family that forces TLS",
    given: withParameters({}, "postgres17", []),
    answer: "holds",
  },
  {
    shows: "AWS's default group of a family that does not force TLS",
    given: [subjectInstance({ engineVersion: "17.2", parameterGroupName: "default.postgres14" })],
    answer: "fails",
    says: "rds.force_ssl is not set in parameter group default.postgres14 (off by default before version 15)",
  },
  {
    shows: "no group, a version that does not force TLS",
    given: [subjectInstance({ engineVersion: "14.9" })],
    answer: "fails",
    says: "rds.force_ssl is not set in its default parameter group (off by default before version 15)",
  },
  { shows: "no group, the newest version", given: [subjectInstance({})], answer: "holds" },
  {
    shows: "a group of another family",
    given: withParameters({}, "mysql8.0", [{ name: "require_secure_transport", value: "1" }]),
    answer: "fails",
    says: "parameter group group is of family mysql8.0",
  },
  {
    shows: "a value known at deploy",
    given: [
      subjectInstance({ parameterGroupName: pending("group") }),
      {
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "group",
        props: { family: "postgres17", parameters: [{ name: "rds.force_ssl", value: pending() }] },
      },
    ],
    answer: "undecided",
  },
  {
    shows: "a group of which the program says nothing",
    given: [subjectInstance({ parameterGroupName: "shared" })],
    answer: "undecided",
    says: "the parameters of group shared, which is not in this program",
  },
  {
    shows: "mysql, where ON counts",
    given: withParameters({ engine: "mysql" }, "mysql8.0", [{ name: "require_secure_transport", value: "ON" }]),
    answer: "holds",
  },
  { shows: "mysql by default", given: [subjectInstance({ engine: "mysql", engineVersion: "8.4" })], answer: "fails" },
  {
    shows: "mariadb by default from 11.8",
    given: [subjectInstance({ engine: "mariadb", engineVersion: "11.8.2" })],
    answer: "holds",
  },
  {
    shows: "mariadb by default up to 11.4",
    given: [subjectInstance({ engine: "mariadb", engineVersion: "11.4.5" })],
    answer: "fails",
  },
  {
    shows: "db2 with a second port for TLS beside the one for clear text",
    given: withParameters({ engine: "db2-se" }, "db2-se-11.5", [{ name: "db2comm", value: "TCPIP,SSL" }]),
    answer: "fails",
  },
  {
    shows: "db2 with TLS alone",
    given: withParameters({ engine: "db2-se" }, "db2-se-11.5", [{ name: "db2comm", value: "SSL" }]),
    answer: "holds",
  },
  {
    shows: "oracle by its option group",
    given: [
      subjectInstance({ engine: "oracle-ee", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: {
          engineName: "oracle-ee",
          majorEngineVersion: "19",
          options: [
            {
              optionName: "NATIVE_NETWORK_ENCRYPTION",
              optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value: "REQUIRED" }],
            },
          ],
        },
      },
    ],
    answer: "holds",
  },
  {
    shows: "oracle without options",
    given: [subjectInstance({ engine: "oracle-ee" })],
    answer: "fails",
    says: "its option group is the default one, which has no options",
  },
  {
    shows: "a restore that does not name its version, from a snapshot of which the program says nothing",
    given: [subjectInstance({ snapshotIdentifier: "before-the-move" })],
    answer: "undecided",
    says: "the engine version of what it is made from",
  },
  {
    shows: "a restore to a point in time of a source of a version that does not force TLS",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", engineVersion: "13.4" } },
      subjectInstance({ restoreToPointInTime: { sourceDbInstanceIdentifier: pending("source") } }),
    ],
    answer: "fails",
  },
  {
    shows: "a replica that takes the parameter group of its source",
    given: [
      ...withParameters({ engineVersion: "14" }, "postgres14", forceSsl("1")).map((row) =>
        row.name === "subject" ? { ...row, name: "source" } : row,
      ),
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica from another region, which takes AWS's default group",
    given: [
      subjectInstance({
        region: "eu-west-1",
        engineVersion: "14",
        replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
      }),
    ],
    answer: "fails",
  },
  {
    shows: "a group of the same name in another region",
    given: [
      {
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "east",
        props: { name: "main", region: "us-east-1", family: "postgres14", parameters: forceSsl("1") },
      },
      {
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "west",
        props: { name: "main", region: "eu-west-1", family: "postgres14", parameters: forceSsl("0") },
      },
      subjectInstance({ region: "eu-west-1", parameterGroupName: "main" }),
    ],
    answer: "fails",
    says: "rds.force_ssl is 0 in parameter group west",
  },
  {
    shows: "an engine that is not known",
    given: [subjectInstance({ engine: "cockroach" })],
    answer: "undecided",
    says: "the facts of engine cockroach, which this version does not know",
  },
  ...(
    [
      ["postgres", "13.23", "fails"],
      ["postgres", "15.0", "holds"],
      ["postgres", "18", "holds"],
      ["mysql", "5.7.44", "fails"],
      ["mysql", "8.0.46", "fails"],
      ["mysql", undefined, "fails"],
      ["mariadb", "10.6.27", "fails"],
      ["mariadb", "11.8.6", "holds"],
      ["mariadb", undefined, "undecided"],
      ["sqlserver-ee", "16.00.4236.2.v1", "fails"],
      ["sqlserver-ex", undefined, "fails"],
      ["db2-ce", "12.1.3.0.sb00000000.r1", "fails"],
      ["oracle-se2-cdb", "21", "fails"],
    ] as const
  ).map(([engine, engineVersion, answer]) => ({
    shows: `${engine} ${engineVersion ?? "of the version that RDS chooses"} by default`,
    given: [subjectInstance(engineVersion === undefined ? { engine } : { engine, engineVersion })],
    answer,
  })),
  {
    shows: "SQL Server, where true counts",
    given: withParameters({ engine: "sqlserver-se" }, "sqlserver-se-16.0", [{ name: "rds.force_ssl", value: "true" }]),
    answer: "holds",
  },
  {
    shows: "mariadb switched off where it is on by default",
    given: withParameters({ engine: "mariadb" }, "mariadb11.8", [{ name: "require_secure_transport", value: "OFF" }]),
    answer: "fails",
  },
  {
    shows: "db2 with clear text alone",
    given: withParameters({ engine: "db2-ae" }, "db2-ae-12.1", [{ name: "db2comm", value: "tcpip" }]),
    answer: "fails",
  },
  {
    shows: "a version known at deploy, on which the default hangs",
    given: [subjectInstance({ engineVersion: pending() })],
    answer: "undecided",
  },
  {
    shows: "AWS's default group of another engine's family",
    given: [subjectInstance({ parameterGroupName: "default.mysql8.0" })],
    answer: "fails",
    says: "parameter group default.mysql8.0 is of family mysql8.0",
  },
  {
    shows: "a name of a parameter known at deploy, which may be the one",
    given: [
      subjectInstance({ parameterGroupName: pending("group") }),
      {
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "group",
        props: { family: "postgres14", parameters: [{ name: pending(), value: "1" }] },
      },
    ],
    answer: "undecided",
  },
  {
    shows: "a value that is no word, which is not shown",
    given: withParameters({}, "postgres17", forceSsl("correct horse battery staple")),
    answer: "fails",
    says: "rds.force_ssl is a text that is no list of words in parameter group group",
  },
  ...(
    [
      ["REQUESTED", "fails"],
      ["required", "holds"],
    ] as const
  ).map(([value, answer]) => ({
    shows: `oracle with encryption ${value}`,
    given: oracleWith([
      { optionName: "NATIVE_NETWORK_ENCRYPTION", optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value }] },
    ]),
    answer,
  })),
  {
    shows: "oracle with the option as it comes, which only asks for encryption",
    given: oracleWith([{ optionName: "NATIVE_NETWORK_ENCRYPTION" }]),
    answer: "fails",
    says: "sqlnet.encryption_server is not set in option NATIVE_NETWORK_ENCRYPTION (off by default)",
  },
  {
    shows: "oracle with the option SSL, which only opens a second port",
    given: oracleWith([{ optionName: "SSL", port: 2484 }]),
    answer: "fails",
    says: "option group options lacks option NATIVE_NETWORK_ENCRYPTION",
  },
  {
    shows: "oracle with AWS's default option group by its name",
    given: [subjectInstance({ engine: "oracle-ee", optionGroupName: "default:oracle-ee-19" })],
    answer: "fails",
  },
  {
    shows: "a circle of replicas",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "source",
        props: { engine: "postgres", engineVersion: "14", replicateSourceDb: pending("subject") },
      },
      subjectInstance({ engineVersion: "14", replicateSourceDb: pending("source") }),
    ],
    answer: "undecided",
  },
  {
    shows: "an instance of an account",
    given: inAccount(withParameters({ engineVersion: "17" }, "postgres17", forceSsl("0"))),
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);

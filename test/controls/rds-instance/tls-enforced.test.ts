import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance, withParameters } from "../../support/rows";

const forceSsl = (value: string) => [{ name: "rds.force_ssl", value }];

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
    given: [subjectInstance({ engine: "custom-oracle-ee" })],
    answer: "undecided",
    says: "the facts of engine custom-oracle-ee, which this version does not know",
  },
]);

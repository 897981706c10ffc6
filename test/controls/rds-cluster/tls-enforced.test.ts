import {
  clusterRow,
  memberRow,
  parameterGroupRow,
  subjectCluster,
  withClusterParameters,
} from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const forceSsl = (value: string) => [{ name: "rds.force_ssl", value }];
const secureTransport = (value: string) => [{ name: "require_secure_transport", value }];

describeControl("rds-cluster-tls-enforced", [
  {
    shows: "forced by its cluster parameter group",
    given: withClusterParameters({}, "aurora-postgresql16", forceSsl("1")),
    answer: "holds",
  },
  {
    shows: "switched off",
    given: withClusterParameters({}, "aurora-postgresql17", forceSsl("0")),
    answer: "fails",
    says: "rds.force_ssl is 0 in cluster parameter group group",
  },
  {
    shows: "upper case in name and value",
    given: withClusterParameters({}, "aurora-postgresql16", [{ name: "RDS.FORCE_SSL", value: "ON" }]),
    answer: "holds",
  },
  {
    shows: "set twice: the last one counts",
    given: withClusterParameters({}, "aurora-postgresql17", [...forceSsl("1"), ...forceSsl("0")]),
    answer: "fails",
  },
  {
    shows: "a group that says nothing, of a family that does not force TLS",
    given: withClusterParameters({}, "aurora-postgresql16", []),
    answer: "fails",
    says: "rds.force_ssl is not set in cluster parameter group group (off by default before version 17)",
  },
  {
    shows: "a group that says nothing, of a family that forces TLS",
    given: withClusterParameters({}, "aurora-postgresql17", []),
    answer: "holds",
  },
  {
    shows: "aurora-mysql where ON counts",
    given: withClusterParameters({ engine: "aurora-mysql" }, "aurora-mysql8.0", secureTransport("ON")),
    answer: "holds",
  },
  {
    shows: "aurora-mysql version 3 by default",
    given: [subjectCluster({ engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" })],
    answer: "fails",
  },
  {
    shows: "aurora-mysql by default from 8.4",
    given: [subjectCluster({ engine: "aurora-mysql", engineVersion: "8.4.mysql_aurora.8.4.7" })],
    answer: "holds",
  },
  {
    shows: "AWS's default group of a family that forces TLS",
    given: [subjectCluster({ dbClusterParameterGroupName: "default.aurora-postgresql17" })],
    answer: "holds",
  },
  {
    shows: "AWS's default group of a family that does not, under a newer engine version",
    given: [subjectCluster({ engineVersion: "17.4", dbClusterParameterGroupName: "default.aurora-postgresql16" })],
    answer: "fails",
  },
  {
    shows: "no group and no version, which AWS chooses",
    given: [subjectCluster({})],
    answer: "undecided",
    says: "the engine version, which AWS chooses where engineVersion is not set",
  },
  {
    shows: "a restore without a version of a cluster that does not force TLS",
    given: [
      subjectCluster({ restoreToPointInTime: { sourceClusterIdentifier: pending("source") } }),
      clusterRow("source", { engineVersion: "15.4" }),
    ],
    answer: "fails",
  },
  {
    shows: "a group of another engine",
    given: withClusterParameters({}, "aurora-mysql8.0", forceSsl("1")),
    answer: "fails",
    says: "cluster parameter group group is of family aurora-mysql8.0",
  },
  {
    shows: "a group of an instance family",
    given: withClusterParameters({}, "postgres16", forceSsl("1")),
    answer: "fails",
  },
  {
    shows: "an instance parameter group that has no such parameter to set over the cluster's",
    given: [
      ...withClusterParameters({}, "aurora-postgresql16", forceSsl("1")),
      memberRow("writer", { dbParameterGroupName: pending("instances") }),
      parameterGroupRow("instances", "aurora-postgresql16", forceSsl("0")),
    ],
    answer: "holds",
  },
  {
    shows: "a value known at deploy",
    given: [
      subjectCluster({ dbClusterParameterGroupName: pending("group") }),
      {
        type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        name: "group",
        props: { family: "aurora-postgresql16", parameters: [{ name: "rds.force_ssl", value: pending() }] },
      },
    ],
    answer: "undecided",
  },
  {
    shows: "a group of which the program says nothing",
    given: [subjectCluster({ dbClusterParameterGroupName: "shared" })],
    answer: "undecided",
    says: "the parameters of group shared, which is not in this program",
  },
  {
    shows: "postgres on a Multi-AZ DB cluster, by default from 15",
    given: [subjectCluster({ engine: "postgres", engineVersion: "15.4" })],
    answer: "holds",
  },
  {
    shows: "mysql on a Multi-AZ DB cluster, by default",
    given: [subjectCluster({ engine: "mysql", engineVersion: "8.4.5" })],
    answer: "fails",
  },
]);

import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

const monitoringRoleArn = "arn:aws:iam::111122223333:role/rds-monitoring";

describeControl("rds-instance-enhanced-monitoring", [
  { shows: "every minute", given: [subjectInstance({ monitoringInterval: 60, monitoringRoleArn })], answer: "holds" },
  {
    shows: "with a role that is still to be made",
    given: [
      { type: "aws:iam/role:Role", name: "role" },
      subjectInstance({ monitoringInterval: 1, monitoringRoleArn: pending("role") }),
    ],
    answer: "holds",
  },
  {
    shows: "off",
    given: [subjectInstance({ monitoringInterval: 0, monitoringRoleArn })],
    answer: "fails",
    says: "monitoringInterval is 0",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "monitoringInterval is not set (off by default)",
  },
  {
    shows: "no role",
    given: [subjectInstance({ monitoringInterval: 60 })],
    answer: "fails",
    says: "monitoringRoleArn is not set",
  },
  { shows: "known at deploy", given: [subjectInstance({ monitoringInterval: pending() })], answer: "undecided" },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "an interval that AWS does not have",
    given: [subjectInstance({ monitoringInterval: 45, monitoringRoleArn })],
    answer: "fails",
    says: "monitoringInterval is 45",
  },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);

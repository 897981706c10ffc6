import { describeControl } from "../../support/control-cases";
import type { Row } from "../../support/program";

const group = (name: string): Row => ({
  type: "aws:rds/securityGroup:SecurityGroup",
  name: "subject",
  props: { name },
});

describeControl(
  "rds-no-ec2-classic-security-group",
  [
    {
      shows: "a DB security group",
      given: [group("databases")],
      answer: "fails",
      says: "it is a DB security group of EC2-Classic",
    },
    { shows: "one of that name in a program", given: [group("default")], answer: "fails" },
  ],
  "must not exist",
);

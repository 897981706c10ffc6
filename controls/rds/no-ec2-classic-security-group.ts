import { fails } from "../answers";
import { defineControl } from "../control";

export const noEc2ClassicSecurityGroup = defineControl<"dbSecurityGroups", object>({
  id: "rds-no-ec2-classic-security-group",
  title: "No DB security group of EC2-Classic exists",
  subject: "dbSecurityGroups",
  severity: "high",
  why: "DB security groups rule databases outside a VPC, where no subnet, route or network rule protects them.",
  remediation: "Remove the aws.rds.SecurityGroup and put the database into a VPC with a security group of its own.",
  peerIds: { checkov: ["CKV_AWS_198"] },
  options: {},
  // EC2-Classic is retired: no account has one.
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSecurityGroup.html
  gates: ["policy-pack"],
  looksAt: "resource",
  evaluate: () => fails("it is a DB security group of EC2-Classic", "no such group may exist"),
});

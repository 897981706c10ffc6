import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

new PolicyPack("aws-secure-database", {
  displayName: "AWS secure database",
  description: "Keeps databases on AWS (RDS and DynamoDB) configured securely.",
  provider: "AWS",
  tags: ["aws", "rds", "dynamodb", "database", "security"],
  enforcementLevel: "mandatory",
  policies: policies(),
});

import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";
import readme from "./README.md";

new PolicyPack("aws-secure-database", {
  displayName: "AWS secure database",
  description: "Keeps databases on AWS (RDS, Aurora and DynamoDB) configured securely.",
  readme,
  provider: "AWS",
  tags: ["aws", "rds", "aurora", "dynamodb", "database", "security"],
  enforcementLevel: "mandatory",
  policies: policies(),
});

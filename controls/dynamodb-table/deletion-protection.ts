import { mustBeOn } from "../answers";
import { defineControl } from "../control";

export const deletionProtection = defineControl<"dynamodbTables", object>({
  id: "dynamodb-table-deletion-protection",
  title: "DynamoDB table is protected from deletion",
  subject: "dynamodbTables",
  severity: "medium",
  why: "One mistaken destroy or replacement deletes the table with all that it holds.",
  remediation:
    "Set deletionProtectionEnabled to true, and to false only for the deploy that is meant to delete the table.",
  peerIds: {
    securityHub: ["DynamoDB.6"],
    nist: ["CA-9(1)", "CM-2", "CM-2(2)", "CM-3", "SC-5(2)"],
    prowler: ["dynamodb_table_deletion_protection_enabled"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ deletionProtection: value }) => mustBeOn("deletionProtectionEnabled", value, "off by default"),
  remedy: {
    types: ["aws:dynamodb/table:Table", "aws-native:dynamodb:Table"],
    properties: () => ({ deletionProtectionEnabled: true }),
  },
});

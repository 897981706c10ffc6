import { defineControl } from "../control";
import { mustCarryTags, type RequiredTags, requiredTagsOption } from "../required-tags";

export const tagged = defineControl<"dynamodbTables", RequiredTags>({
  id: "dynamodb-table-tagged",
  title: "DynamoDB table carries the required tags",
  subject: "dynamodbTables",
  severity: "low",
  why: "A table that nobody can tell the owner or the kind of data of is missed by whoever acts on tags.",
  remediation: "Add the missing keys to tags, or to the provider's defaultTags.",
  peerIds: { securityHub: ["DynamoDB.5"] },
  options: requiredTagsOption,
  // Tags can be resources of their own.
  looksAt: "inventory",
  evaluate: ({ tags }, _inventory, options) => mustCarryTags(tags, options),
});

import { defineControl } from "../control";
import { mustCarryTags, type RequiredTags, requiredTagsOption } from "../required-tags";

export const tagged = defineControl<"dbSubnetGroups", RequiredTags>({
  id: "database-subnet-group-tagged",
  title: "DB subnet group carries the required tags",
  subject: "dbSubnetGroups",
  severity: "low",
  why: "Tags say whose it is and what it is for, to people and to what grants access or counts costs by them.",
  remediation: "Set tags with the required keys.",
  peerIds: { securityHub: ["RDS.33"] },
  options: requiredTagsOption,
  looksAt: "resource",
  // The audit does not read the tags of subnet groups, which take a call for each.
  gates: ["policy-pack"],
  evaluate: ({ tags }, _inventory, options) => mustCarryTags(tags, options),
});

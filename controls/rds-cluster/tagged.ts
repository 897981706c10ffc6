import { defineControl } from "../control";
import { mustCarryTags, type RequiredTags, requiredTagsOption } from "../required-tags";

export const tagged = defineControl<"dbClusters", RequiredTags>({
  id: "rds-cluster-tagged",
  title: "RDS cluster carries the required tags",
  subject: "dbClusters",
  severity: "low",
  why: "Rules for access, backup and cost that go by tags pass over what has none.",
  remediation: "Add the missing tags to tags, or to the defaultTags of the provider.",
  peerIds: { securityHub: ["RDS.28"] },
  options: requiredTagsOption,
  looksAt: "resource",
  evaluate: ({ tags }, _inventory, options) => mustCarryTags(tags, options),
});

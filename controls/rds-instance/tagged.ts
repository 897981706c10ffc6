import { defineControl } from "../control";
import { mustCarryTags, type RequiredTags, requiredTagsOption } from "../required-tags";

/** Members of clusters are judged too: their tags are their own. */
export const tagged = defineControl<"dbInstances", RequiredTags>({
  id: "rds-instance-tagged",
  title: "RDS instance carries the tags that are required",
  subject: "dbInstances",
  severity: "low",
  why: "Access by tag, cost and ownership rules do not reach what is not tagged.",
  remediation: "Set tags with every key that is required, or defaultTags of the provider for all at once.",
  peerIds: { securityHub: ["RDS.30"] },
  options: requiredTagsOption,
  looksAt: "resource",
  evaluate: ({ tags }, _inventory, options) => mustCarryTags(tags, options),
});

import type { Inventory } from "../../inventory/model";
import type { Statement } from "../../inventory/policy-document";
import { defineControl } from "../control";
import { perInventory } from "../referred";
import { mustNotBePublic } from "../resource-policy";
import { overlap } from "../wildcards";
import { databaseLogGroups, flowLogGroupsOf } from "./database-log-groups";

export const policyNotPublic = defineControl<"logResourcePolicies", object>({
  id: "database-log-group-policy-not-public",
  title: "Resource policy of CloudWatch Logs does not open the logs of databases to everybody",
  subject: "logResourcePolicies",
  severity: "high",
  why: "Whoever may read or write the logs sees the statements that ran, or hides what was done among invented ones.",
  remediation: "Name the service or principals in policyDocument, and add a condition on aws:SourceAccount.",
  peerIds: { prowler: ["cloudwatch_log_group_not_publicly_accessible"] },
  options: {},
  looksAt: "inventory",
  evaluate: ({ document }, inventory) =>
    mustNotBePublic(document, {
      name: "policyDocument",
      concerns: (statement) => concernsDatabases(statement, inventory),
    }),
});

/** False only where it is certain that no log group of a database is meant. */
function concernsDatabases({ resources, notResources }: Statement, inventory: Inventory): boolean {
  if (resources === undefined || notResources !== undefined) {
    return true;
  }
  return resources.some((resource) => {
    const [, name] = typeof resource === "string" ? resource.split(":log-group:") : [];
    return name === undefined || namesOfDatabases(inventory).some((pattern) => overlap(name, pattern));
  });
}

/** Patterns of the names, also with what an ARN has behind them. */
const namesOfDatabases = perInventory((inventory): readonly string[] => {
  const ofFlowLogs = inventory.logGroups.filter((group) => flowLogGroupsOf(inventory)(group) !== false);
  const names = ofFlowLogs.map(({ logGroupName }) => (typeof logGroupName === "string" ? logGroupName : "*"));
  return [...databaseLogGroups.map((name) => `${name}*`), ...names, ...names.map((name) => `${name}:*`)];
});

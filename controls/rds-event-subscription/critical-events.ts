import type { DatabaseRegion, Inventory } from "../../inventory/model";
import { unknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { type Coverage, coverageOf, subscriptionsOf } from "./coverage";

/**
 * Events that must be sent, by source type; those of instances and clusters only where such are.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-19
 */
const critical: readonly { readonly sourceType: string; readonly categories: readonly string[] }[] = [
  { sourceType: "db-cluster", categories: ["maintenance", "failure"] },
  { sourceType: "db-instance", categories: ["maintenance", "configuration change", "failure"] },
  { sourceType: "db-parameter-group", categories: ["configuration change"] },
  { sourceType: "db-security-group", categories: ["configuration change", "failure"] },
];
const ofDatabases = ["db-cluster", "db-instance"];

export const criticalEvents = defineControl<"databaseRegions", object>({
  id: "rds-event-subscription-critical-events",
  title: "RDS event subscriptions send the critical events of a region with databases",
  subject: "databaseRegions",
  severity: "low",
  why: "Nobody acts on a failure or a change of configuration that nobody is told about.",
  remediation:
    "Add an EventSubscription without sourceType, sourceIds and eventCategories, or one a source type with its critical categories, in the region of the databases.",
  peerIds: {
    securityHub: ["RDS.19", "RDS.20", "RDS.21", "RDS.22"],
    nist: ["CA-7", "SI-2"],
    pci: ["11.5.2"],
    prowler: [
      "rds_instance_critical_event_subscription",
      "rds_cluster_critical_event_subscription",
      "rds_instance_event_subscription_parameter_groups",
      "rds_instance_event_subscription_security_groups",
    ],
  },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(region: DatabaseRegion, inventory: Inventory): Answer {
  const subscriptions = subscriptionsOf(inventory, region);
  const unread = inventory.unread.eventSubscriptions;
  const open: Coverage[] = unread === undefined ? [] : [unknown(`the event subscriptions (${unread})`)];
  const missing: string[] = [];
  for (const { sourceType, categories } of critical) {
    if (ofDatabases.includes(sourceType) && !region.databases.includes(sourceType)) {
      continue;
    }
    for (const category of categories) {
      const coverage = coverageOf(subscriptions, sourceType, category);
      if (coverage === "none") {
        missing.push(`${sourceType} ${category}`);
      } else {
        open.push(coverage);
      }
    }
  }
  const pending = open.find((coverage) => typeof coverage === "object");
  if (missing.length > 0 && unread === undefined) {
    return fails(
      `no enabled event subscription sends ${missing.join(", ")}`,
      "subscriptions to all sources must send all of these events",
    );
  }
  return pending === undefined ? holds : undecided(pending.waitsFor);
}

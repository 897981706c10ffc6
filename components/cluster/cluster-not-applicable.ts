import * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { classHas } from "../../engines";
import { hasPerformanceInsights } from "../../engines/performance-insights";
import type { ClusterEngineSettings } from "./cluster-engine";
import { globalArgument } from "./cluster-features";
import type { ClusterMembers } from "./cluster-members";
import type { ClusterOrigin } from "./cluster-origin";

/** Why controls do not apply to a cluster, by their ids. */
export function notApplicableTo(
  { engine }: ClusterEngineSettings,
  { members, instanceClass }: ClusterMembers,
  origin: ClusterOrigin,
): pulumi.Output<Record<string, string>> {
  const reasons: Partial<Record<ControlId, string>> = {};
  if (engine.statementLogging === undefined) {
    reasons["rds-cluster-statement-logging"] = `no parameter of ${engine.name} logs statements; its audit trail does`;
  }
  if (engine.audit === undefined) {
    reasons["rds-cluster-statement-logging"] = `no parameter of ${engine.name} logs statements`;
    reasons["rds-cluster-audit-logging"] = `${engine.name} has no audit trail on a Multi-AZ DB cluster`;
  }
  if (engine.backtrack !== true) {
    reasons["rds-cluster-backtrack"] = `${engine.name} has no backtracking`;
  } else if (globalArgument(origin) !== undefined) {
    reasons["rds-cluster-backtrack"] = "a global database has no backtracking";
  }
  if (origin.made !== undefined) {
    reasons["rds-cluster-master-username"] = "the master user is that of its source";
  }
  if (origin.made === "globalClusterIdentifier") {
    reasons["rds-cluster-managed-master-password"] = "the master user is that of its source";
  }
  const classes = members.length === 0 ? [instanceClass] : members.map((member) => member.instanceClass);
  return pulumi.all(classes).apply((known): Record<string, string> => ({ ...reasons, ...ofClasses(engine, known) }));
}

function ofClasses(
  { name, activityStream }: ClusterEngineSettings["engine"],
  classes: readonly string[],
): Partial<Record<ControlId, string>> {
  const streamless = classes.find((one) => !classHas("activityStream", one));
  const blind = classes.find((one) => !hasPerformanceInsights(name, one));
  const reasons: Partial<Record<ControlId, string>> = {};
  if (activityStream !== true) {
    reasons["rds-cluster-activity-stream"] = `${name} has no activity streams of clusters`;
  } else if (streamless !== undefined) {
    reasons["rds-cluster-activity-stream"] = `${name} has no activity streams on ${streamless}`;
  }
  if (blind !== undefined) {
    reasons["rds-cluster-member-performance-insights"] = `${name} has no Performance Insights on ${blind}`;
  }
  return reasons;
}

import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { clusterOf } from "../cluster-of-member";
import { type Answer, defineControl } from "../control";
import { mustReportOperatingSystem } from "../enhanced-monitoring";

export const enhancedMonitoring = defineControl<"dbInstances", object>({
  id: "rds-cluster-member-enhanced-monitoring",
  title: "RDS cluster member reports what its operating system does",
  subject: "dbInstances",
  severity: "low",
  why: "CloudWatch sees the host from outside; processes and memory inside it show only in enhanced monitoring.",
  remediation:
    "Set monitoringInterval to 60 or less and monitoringRoleArn to a role that RDS may assume, on the ClusterInstance or on its Cluster.",
  peerIds: {
    securityHub: ["RDS.6"],
    nist: ["CA-7", "SI-2"],
    checkov: ["CKV_AWS_118"],
    prowler: ["rds_instance_enhanced_monitoring_enabled"],
  },
  options: {},
  looksAt: "both",
  evaluate: judge,
});

/** A member that says nothing has the monitoring that its cluster sets for all. */
function judge(member: DbInstance, inventory: Inventory): Answer {
  if (member.cluster === undefined) {
    return notApplicable("it is no member of a cluster");
  }
  if (member.monitoringInterval !== undefined) {
    return mustReportOperatingSystem(member);
  }
  const cluster = clusterOf(member, inventory);
  return isUnknown(cluster) ? undecided(cluster.waitsFor) : mustReportOperatingSystem(cluster);
}

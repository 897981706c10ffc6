import { notApplicable } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { isCustom } from "../custom-engine";
import { mustReportOperatingSystem } from "../enhanced-monitoring";

export const enhancedMonitoring = defineControl<"dbInstances", object>({
  id: "rds-instance-enhanced-monitoring",
  title: "RDS instance reports what its operating system does",
  subject: "dbInstances",
  severity: "low",
  why: "CloudWatch sees the host from outside; processes and memory inside it show only in enhanced monitoring.",
  remediation: "Set monitoringInterval to 60 or less and monitoringRoleArn to a role that RDS may assume.",
  peerIds: {
    securityHub: ["RDS.6"],
    nist: ["CA-7", "SI-2"],
    checkov: ["CKV_AWS_118"],
    prowler: ["rds_instance_enhanced_monitoring_enabled"],
  },
  options: {},
  looksAt: "resource",
  evaluate: (instance) =>
    judgedWithCluster(instance, "metrics") ??
    (isCustom(instance.engine)
      ? notApplicable("RDS Custom has no enhanced monitoring")
      : mustReportOperatingSystem(instance)),
});

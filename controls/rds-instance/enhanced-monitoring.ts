import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { defineControl } from "../control";

/** Seconds; https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const intervals = [1, 5, 10, 15, 30, 60];
const needed = `monitoringInterval must be one of ${intervals.join(", ")} seconds with a monitoringRoleArn`;

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
  evaluate({ monitoringInterval, monitoringRole }) {
    if (isUnknown(monitoringInterval)) {
      return undecided(monitoringInterval.waitsFor);
    }
    if (monitoringInterval === undefined || !intervals.includes(monitoringInterval)) {
      return fails(
        monitoringInterval === undefined
          ? "monitoringInterval is not set (off by default)"
          : `monitoringInterval is ${monitoringInterval}`,
        needed,
      );
    }
    // A role that is still to be made is a role all the same.
    return monitoringRole === undefined ? fails("monitoringRoleArn is not set", needed) : holds;
  },
});

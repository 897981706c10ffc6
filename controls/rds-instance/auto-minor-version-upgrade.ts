import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { isCustom } from "../custom-engine";

export const autoMinorVersionUpgrade = defineControl<"dbInstances", object>({
  id: "rds-instance-auto-minor-version-upgrade",
  title: "RDS instance takes minor upgrades of its engine by itself",
  subject: "dbInstances",
  severity: "high",
  why: "Minor versions carry the security fixes of the engine, and each one that is put off leaves known holes open.",
  remediation: "Set autoMinorVersionUpgrade to true; RDS then upgrades in the maintenanceWindow.",
  peerIds: {
    securityHub: ["RDS.13"],
    cis: ["2.2.2"],
    nist: ["SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    pci: ["6.3.3"],
    checkov: ["CKV_AWS_226"],
    prowler: ["rds_instance_minor_version_upgrade_enabled"],
  },
  options: {},
  looksAt: "resource",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: () => ({ autoMinorVersionUpgrade: true }),
  },
  evaluate(instance) {
    const { engine, autoMinorVersionUpgrade: value } = instance;
    const byCluster = judgedWithCluster(instance, "upgrades");
    if (byCluster !== undefined) {
      return byCluster;
    }
    if (isCustom(engine)) {
      return notApplicable("AWS does not upgrade RDS Custom instances");
    }
    if (isUnknown(value)) {
      return undecided(value.waitsFor);
    }
    return value === false ? fails("autoMinorVersionUpgrade is false", "it must be true") : holds;
  },
});

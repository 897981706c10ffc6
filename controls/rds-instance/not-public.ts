import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";

export const notPublic = defineControl<"dbInstances", object>({
  id: "rds-instance-not-public",
  title: "RDS instance has no public address",
  subject: "dbInstances",
  severity: "critical",
  why: "A public address puts the database within reach of every scanner on the internet.",
  remediation: "Set publiclyAccessible to false and reach the instance from inside its VPC.",
  peerIds: {
    securityHub: ["RDS.2"],
    cis: ["2.2.3"],
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    pci: ["1.4.4"],
    checkov: ["CKV_AWS_17"],
    trivy: ["AWS-0180"],
    prowler: ["rds_instance_no_public_access"],
  },
  options: {},
  looksAt: "both",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: () => ({ publiclyAccessible: false }),
  },
  evaluate(instance) {
    const { publiclyAccessible } = instance;
    const byCluster = judgedWithCluster(instance, "addresses");
    if (byCluster !== undefined) {
      return byCluster;
    }
    if (isUnknown(publiclyAccessible)) {
      return undecided(publiclyAccessible.waitsFor);
    }
    // The AWS provider sends false when nobody set it; the API alone would choose by the subnet group.
    return publiclyAccessible === true ? fails("publiclyAccessible is true", "it must be false") : holds;
  },
});

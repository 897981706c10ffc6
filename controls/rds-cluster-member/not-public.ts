import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { defineControl } from "../control";

export const notPublic = defineControl<"dbInstances", object>({
  id: "rds-cluster-member-not-public",
  title: "RDS cluster member has no public address",
  subject: "dbInstances",
  severity: "critical",
  why: "A public address puts the database within reach of every scanner on the internet.",
  remediation:
    "Set publiclyAccessible to false (dbSubnetGroupName to a group of its own where a Multi-AZ Cluster has no such property) and reach the cluster from inside its VPC.",
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
  evaluate({ cluster, publiclyAccessible }) {
    if (cluster === undefined) {
      return notApplicable("it is no member of a cluster");
    }
    if (isUnknown(publiclyAccessible)) {
      return undecided(publiclyAccessible.waitsFor);
    }
    // The AWS provider sends false for a ClusterInstance when nobody set it.
    return publiclyAccessible === true ? fails("publiclyAccessible is true", "it must be false") : holds;
  },
  remedy: {
    // Not a Multi-AZ cluster of aws-native, which a change replaces.
    types: ["aws:rds/clusterInstance:ClusterInstance", "aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: () => ({ publiclyAccessible: false }),
  },
});

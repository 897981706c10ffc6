import { mustBeOn } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";

export const deletionProtection = defineControl<"dbInstances", object>({
  id: "rds-instance-deletion-protection",
  title: "RDS instance is protected from deletion",
  subject: "dbInstances",
  severity: "medium",
  why: "One mistaken destroy or replacement deletes the database with all that it holds.",
  remediation: "Set deletionProtection to true, and to false only for the deploy that is meant to delete it.",
  peerIds: {
    securityHub: ["RDS.8"],
    nist: ["CM-3", "SC-5(2)", "SI-13(5)"],
    checkov: ["CKV_AWS_293"],
    trivy: ["AWS-0177"],
    prowler: ["rds_instance_deletion_protection"],
  },
  options: {},
  looksAt: "resource",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: () => ({ deletionProtection: true }),
  },
  evaluate: (instance) =>
    judgedWithCluster(instance, "data and their protection") ??
    mustBeOn("deletionProtection", instance.deletionProtection, "off by default"),
});

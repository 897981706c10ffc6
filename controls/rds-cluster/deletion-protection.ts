import { mustBeOn } from "../answers";
import { defineControl } from "../control";

export const deletionProtection = defineControl<"dbClusters", object>({
  id: "rds-cluster-deletion-protection",
  title: "RDS cluster is protected from deletion",
  subject: "dbClusters",
  severity: "medium",
  why: "One mistaken destroy or replacement deletes the database with all that it holds.",
  remediation: "Set deletionProtection to true, and to false only for the deploy that is meant to delete it.",
  peerIds: {
    securityHub: ["RDS.7"],
    nist: ["CM-3", "SC-5(2)"],
    checkov: ["CKV_AWS_139"],
    trivy: ["AWS-0343"],
    prowler: ["rds_cluster_deletion_protection"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ deletionProtection: value }) => mustBeOn("deletionProtection", value, "off by default"),
  remedy: {
    types: ["aws:rds/cluster:Cluster", "aws-native:rds:DbCluster"],
    properties: () => ({ deletionProtection: true }),
  },
});

import { mustBeOn } from "../answers";
import { exceptServerless } from "../cluster-engine";
import { defineControl } from "../control";

export const iamAuthentication = defineControl<"dbClusters", object>({
  id: "rds-cluster-iam-authentication",
  title: "RDS cluster takes IAM credentials",
  subject: "dbClusters",
  severity: "medium",
  why: "Passwords are shared, copied and kept; an IAM token is for one user and lasts 15 minutes.",
  remediation: "Set iamDatabaseAuthenticationEnabled to true and grant rds-db:connect to the roles that connect.",
  peerIds: {
    securityHub: ["RDS.12"],
    nist: ["AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-6"],
    checkov: ["CKV_AWS_162"],
    prowler: ["rds_cluster_iam_authentication_enabled"],
  },
  options: {},
  looksAt: "resource",
  evaluate: (cluster) =>
    exceptServerless(
      cluster,
      "Aurora Serverless version 1 has no IAM authentication",
      mustBeOn("iamDatabaseAuthenticationEnabled", cluster.iamAuthentication, "off by default"),
    ),
  remedy: { types: ["aws:rds/cluster:Cluster"], properties: () => ({ iamDatabaseAuthenticationEnabled: true }) },
});

import { mustBeOn } from "../answers";
import { defineControl } from "../control";

export const copyTagsToSnapshot = defineControl<"dbClusters", object>({
  id: "rds-cluster-copy-tags-to-snapshot",
  title: "RDS cluster copies its tags to its snapshots",
  subject: "dbClusters",
  severity: "low",
  why: "Snapshots without tags escape the rules for access, backup and cost that go by tags.",
  remediation: "Set copyTagsToSnapshot to true.",
  peerIds: {
    securityHub: ["RDS.16", "RDS.47", "RDS.48"],
    nist: ["CA-9(1)", "CM-2", "CM-2(2)"],
    checkov: ["CKV_AWS_313"],
    prowler: ["rds_cluster_copy_tags_to_snapshots"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ copyTagsToSnapshot: value }) => mustBeOn("copyTagsToSnapshot", value, "off by default"),
  remedy: {
    types: ["aws:rds/cluster:Cluster", "aws-native:rds:DbCluster"],
    properties: () => ({ copyTagsToSnapshot: true }),
  },
});

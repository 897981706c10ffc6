import { mustBeOn } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";

export const copyTagsToSnapshot = defineControl<"dbInstances", object>({
  id: "rds-instance-copy-tags-to-snapshot",
  title: "RDS instance copies its tags to its snapshots",
  subject: "dbInstances",
  severity: "low",
  why: "Access by tag, cost and retention rules do not reach a snapshot that lost the tags of its data.",
  remediation: "Set copyTagsToSnapshot to true.",
  peerIds: {
    securityHub: ["RDS.17"],
    nist: ["CA-9(1)", "CM-2", "CM-2(2)"],
    checkov: ["CKV2_AWS_60"],
    prowler: ["rds_instance_copy_tags_to_snapshots"],
  },
  options: {},
  looksAt: "resource",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: () => ({ copyTagsToSnapshot: true }),
  },
  evaluate: (instance) =>
    judgedWithCluster(instance, "snapshots") ??
    mustBeOn("copyTagsToSnapshot", instance.copyTagsToSnapshot, "off by default"),
});

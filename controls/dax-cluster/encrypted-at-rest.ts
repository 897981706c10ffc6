import { mustBeOn } from "../answers";
import { defineControl } from "../control";

export const encryptedAtRest = defineControl<"daxClusters", object>({
  id: "dax-cluster-encrypted-at-rest",
  title: "DAX cluster encrypts what it writes to disk",
  subject: "daxClusters",
  severity: "medium",
  why: "A cache of a table holds its items, and an unencrypted disk gives them to whoever gets hold of it.",
  remediation: "Set serverSideEncryption with enabled true, which replaces the cluster.",
  peerIds: {
    securityHub: ["DynamoDB.3"],
    nist: ["CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)", "SI-7(6)"],
    checkov: ["CKV_AWS_47"],
    trivy: ["AWS-0023"],
    prowler: ["dynamodb_accelerator_cluster_encryption_enabled"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ encryptedAtRest: value }) => mustBeOn("serverSideEncryption.enabled", value, "off by default"),
});

import { defineControl } from "../control";
import { clusterMustBeEncrypted } from "../storage-encryption";

export const storageEncrypted = defineControl<"dbClusters", object>({
  id: "rds-cluster-storage-encrypted",
  title: "RDS cluster encrypts its storage",
  subject: "dbClusters",
  severity: "high",
  why: "Unencrypted storage, its backups and its snapshots can be read by whoever gets hold of a copy.",
  remediation:
    "Set storageEncrypted to true with a kmsKeyId; on an existing cluster that makes a new one, so restore a snapshot under a key instead.",
  peerIds: {
    securityHub: ["RDS.27"],
    nist: ["CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)", "SI-7(6)"],
    checkov: ["CKV_AWS_96"],
    trivy: ["AWS-0079"],
    prowler: ["rds_cluster_storage_encrypted"],
  },
  options: {},
  looksAt: "both",
  evaluate: (cluster, inventory) => clusterMustBeEncrypted(cluster, inventory),
});

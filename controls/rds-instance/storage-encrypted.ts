import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { instanceMustBeEncrypted } from "../storage-encryption";

export const storageEncrypted = defineControl<"dbInstances", object>({
  id: "rds-instance-storage-encrypted",
  title: "RDS instance encrypts its storage",
  subject: "dbInstances",
  severity: "high",
  why: "Unencrypted storage, its backups and its snapshots can be read by whoever gets hold of a copy.",
  remediation:
    "Set storageEncrypted to true with a kmsKeyId; on an existing instance that makes a new one, so restore an encrypted copy of a snapshot instead.",
  peerIds: {
    securityHub: ["RDS.3"],
    cis: ["2.2.1"],
    nist: ["CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)", "SI-7(6)"],
    checkov: ["CKV_AWS_16"],
    trivy: ["AWS-0080"],
    prowler: ["rds_instance_storage_encrypted"],
  },
  options: {},
  looksAt: "both",
  evaluate: (instance, inventory) =>
    judgedWithCluster(instance, "storage and its encryption") ?? instanceMustBeEncrypted(instance, inventory),
});

import type { DbInstance, Inventory } from "../../inventory/model";
import { fails, mustBeOn } from "../answers";
import { type Answer, defineControl } from "../control";
import { isCrossRegionReplica } from "./replica";
import { judgeBySource } from "./source";

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
  looksAt: "resource",
  evaluate: judge,
});

function judge(instance: DbInstance, inventory: Inventory): Answer {
  if (isCrossRegionReplica(instance) && instance.kmsKeyId === undefined) {
    return fails("kmsKeyId is not set on a replica from another region", "it must name a key of its own region");
  }
  const own = mustBeOn("storageEncrypted", instance.storageEncrypted, "off by default");
  // What is written as encrypted is what its source is; what is not written as encrypted is a mistake anyway.
  const bySource = isCrossRegionReplica(instance)
    ? undefined
    : judgeBySource(instance, inventory, (source) => judge(source, inventory));
  if (bySource === undefined) {
    return own;
  }
  return instance.replicaSource === undefined && own.answer === "fails" ? own : bySource;
}

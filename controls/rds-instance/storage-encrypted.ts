import type { DbInstance, Inventory } from "../../inventory/model";
import { isObserved } from "../../inventory/observed";
import { fails, holds, mustBeOn } from "../answers";
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
  // The provider ignores storageEncrypted there: a key of the replica's own region is what encrypts it.
  if (isCrossRegionReplica(instance) && !isObserved(inventory, instance)) {
    return instance.kmsKeyId === undefined
      ? fails("kmsKeyId is not set on a replica from another region", "it must name a key of its own region")
      : holds;
  }
  const own = mustBeOn("storageEncrypted", instance.storageEncrypted, "off by default");
  const bySource = judgeBySource(instance, inventory, {
    instance: (source) => judge(source, inventory),
    snapshot: ({ encrypted }) => (encrypted === undefined ? undefined : mustBeOn("encrypted", encrypted, "")),
  });
  // What is not written as encrypted is a mistake even where the source is: the next update would replace it.
  return bySource === undefined || (instance.replicaSource === undefined && own.answer === "fails") ? own : bySource;
}

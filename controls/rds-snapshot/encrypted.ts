import type { DbSnapshot, Inventory } from "../../inventory/model";
import { all, fails } from "../answers";
import { type Answer, defineControl } from "../control";
import { type TrustedKeys, trustedKeysOption } from "../customer-managed-key";
import { snapshotMustBeEncrypted } from "../storage-encryption";
import { snapshotMustHaveKey } from "../storage-key";

export const encrypted = defineControl<"dbSnapshots", TrustedKeys>({
  id: "rds-snapshot-encrypted",
  title: "RDS snapshot is encrypted, and a copy under a customer managed key",
  subject: "dbSnapshots",
  severity: "high",
  why: "Unencrypted snapshots can be read by whoever gets hold of a copy.",
  remediation:
    "Take the snapshot of an encrypted database, and set kmsKeyId of a copy to the ARN of a customer managed KMS key.",
  peerIds: {
    securityHub: ["RDS.4"],
    nist: ["CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)", "SI-7(6)"],
    checkov: ["CKV_AWS_146", "CKV_AWS_266"],
    prowler: ["rds_snapshots_encrypted"],
  },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: judge,
});

function judge(snapshot: DbSnapshot, inventory: Inventory, trusted: TrustedKeys): Answer {
  const encrypted = snapshotMustBeEncrypted(snapshot, inventory);
  const answer =
    snapshot.copyOf === undefined ? encrypted : all([encrypted, snapshotMustHaveKey(snapshot, inventory, trusted)]);
  return answer.answer === "fails" && snapshot.encrypted === undefined && snapshot.kmsKeyId === undefined
    ? fails(`what it is made from fails: ${answer.found}`, answer.needed)
    : answer;
}

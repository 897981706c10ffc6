import type { KmsKey } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeUsed } from "./judge-used";

const needed = "it must stay enabled for as long as a database or a backup needs it";

export const notPendingDeletion = defineControl<"kmsKeys", object>({
  id: "database-key-not-pending-deletion",
  title: "KMS key of a database is enabled and not about to be deleted",
  subject: "kmsKeys",
  severity: "critical",
  why: "A database whose key is disabled goes down, and once the key is deleted nothing brings it back.",
  remediation: "Set isEnabled to true, and cancel the deletion of the key.",
  peerIds: {
    securityHub: ["KMS.3"],
    nist: ["SC-12", "SC-12(2)"],
    checkov: ["CKV_AWS_227"],
    prowler: ["kms_cmk_not_deleted_unintentionally"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: (key, inventory) => judgeUsed(key, inventory, judge),
});

function judge({ enabled, pendingDeletion }: KmsKey): Answer {
  if (pendingDeletion === true) {
    return fails("its deletion is planned", needed);
  }
  if (enabled === false) {
    return fails("isEnabled is false", needed);
  }
  const waits = [pendingDeletion, enabled].find(isUnknown);
  return waits === undefined ? holds : undecided(waits.waitsFor);
}

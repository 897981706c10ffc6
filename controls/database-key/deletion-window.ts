import type { KmsKey } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeUsed } from "./judge-used";

export const deletionWindow = defineControl<"kmsKeys", { minimumDays: number }>({
  id: "database-key-deletion-window",
  title: "KMS key of a database waits before it is deleted",
  subject: "kmsKeys",
  severity: "low",
  why: "Without its key a database and all its backups are lost, and the waiting period is the only way back.",
  remediation: "Set deletionWindowInDays to 30, which is also what KMS does when nobody sets it.",
  peerIds: {},
  options: {
    minimumDays: {
      schema: { type: "integer", minimum: 7, maximum: 30, description: "Days that a deletion must wait." },
      default: 30,
    },
  },
  // An account shows the days of a deletion only once it is planned, which another control reports.
  gates: ["policy-pack"],
  looksAt: "inventory",
  evaluate: (key, inventory, { minimumDays }) => judgeUsed(key, inventory, (used) => judge(used, minimumDays)),
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
function judge({ deletionWindow: days = 30 }: KmsKey, minimumDays: number): Answer {
  if (isUnknown(days)) {
    return undecided(days.waitsFor);
  }
  return days >= minimumDays ? holds : fails(`deletionWindowInDays is ${days}`, `it must be at least ${minimumDays}`);
}

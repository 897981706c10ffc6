import type { DbSnapshot } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const privateSnapshot = defineControl<"dbSnapshots", object>({
  id: "rds-snapshot-private",
  title: "RDS snapshot is not shared with everybody",
  subject: "dbSnapshots",
  severity: "critical",
  why: "A public snapshot can be restored, and so read, by every AWS account.",
  remediation: "Take all out of sharedAccounts and list the accounts that need the snapshot.",
  peerIds: {
    securityHub: ["RDS.1"],
    nist: [
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "AC-21",
      "SC-7",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
    ],
    checkov: ["CKV_AWS_302"],
    prowler: ["rds_snapshots_public_access"],
  },
  options: {},
  looksAt: "resource",
  evaluate: judge,
});

function judge({ sharedAccounts = [] }: DbSnapshot): Answer {
  if (isUnknown(sharedAccounts)) {
    return undecided(sharedAccounts.waitsFor);
  }
  if (sharedAccounts.some((account) => typeof account === "string" && account.trim().toLowerCase() === "all")) {
    return fails("sharedAccounts holds all", "it must list accounts");
  }
  const pending = sharedAccounts.find(isUnknown);
  return pending === undefined ? holds : undecided(pending.waitsFor);
}

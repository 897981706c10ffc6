import type { Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { defineControl } from "../control";

const needed = "it must watch the logins to databases";

export const rdsProtection = defineControl<"guarddutyDetectors", object>({
  id: "guardduty-rds-protection",
  title: "GuardDuty watches the logins to databases",
  subject: "guarddutyDetectors",
  severity: "high",
  why: "Guessed and stolen passwords show in logins that are out of line, which nobody sees by looking at logs.",
  remediation: "Set enable to true, and add an aws.guardduty.DetectorFeature RDS_LOGIN_EVENTS with status ENABLED.",
  peerIds: { securityHub: ["GuardDuty.9"], pci: ["11.5.1"], prowler: ["guardduty_rds_protection_enabled"] },
  options: {},
  looksAt: "inventory",
  evaluate(detector, inventory) {
    const { enabled, rdsLoginEvents } = detector;
    if (inventory.scope === "account" && isWithoutDatabases(inventory)) {
      return notApplicable("no database of RDS or Aurora is in the region");
    }
    if (enabled === false) {
      return fails("GuardDuty is not enabled", needed);
    }
    if (rdsLoginEvents === false) {
      return fails("the feature RDS_LOGIN_EVENTS is not enabled", needed);
    }
    const waits = [enabled, rdsLoginEvents].find(isUnknown);
    if (waits !== undefined) {
      return undecided(waits.waitsFor);
    }
    if (inventory.scope === "account" && rdsLoginEvents === undefined) {
      return fails("the feature RDS_LOGIN_EVENTS is not there", needed);
    }
    // GuardDuty enables it with the detector, unless somebody says otherwise.
    // https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
    return holds;
  },
});

function isWithoutDatabases({ dbInstances, dbClusters, unread }: Inventory): boolean {
  const unreadWhy = unread.dbInstances ?? unread.dbClusters;
  return dbInstances.length + dbClusters.length === 0 && unreadWhy === undefined;
}

import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { defineControl } from "../control";

export const encrypted = defineControl<"recoveryPoints", object>({
  id: "database-recovery-point-encrypted",
  title: "Recovery point of a database is encrypted",
  subject: "recoveryPoints",
  severity: "medium",
  why: "A backup in clear text is the whole database for whoever gets to copy it.",
  remediation: "Encrypt the database or its backup vault, back up again and delete the recovery point.",
  peerIds: {
    securityHub: ["Backup.1"],
    nist: ["CP-9(8)", "SI-12"],
    prowler: ["backup_recovery_point_encrypted"],
  },
  options: {},
  gates: ["audit"],
  looksAt: "resource",
  evaluate({ resource, encrypted: value }) {
    const service = typeof resource === "string" ? resource.split(":")[2] : undefined;
    if (service !== undefined && service !== "rds" && service !== "dynamodb") {
      return notApplicable("it is not of a database");
    }
    if (isUnknown(value)) {
      return undecided(value.waitsFor);
    }
    return value === true ? holds : fails("it is not encrypted", "it must be");
  },
});

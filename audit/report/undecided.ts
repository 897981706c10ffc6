import { controlsById } from "../../controls/by-id";
import { auditFinding } from "../finding";
import type { AuditFinding, Report } from "./report";

/**
 * What begins the id of an answer that is no finding: under the finding's own id it would take the place of what an
 * earlier audit found, which may be there still.
 */
export const undecidedPrefix = "undecided/";

/** What could not be decided, in the shape of findings, for formats that have a status for it and no list of its own. */
export function undecidedFindings({ undecided }: Report): readonly AuditFinding[] {
  return undecided.flatMap(({ waitsFor, ...entry }) => {
    const control = controlsById.get(entry.control);
    const finding = {
      ...entry,
      found: "not decided",
      needed: `it waits for ${waitsFor}`,
      remediation:
        "Mend what keeps the audit from reading it; `npx aws-secure-database audit permissions` prints what it must be allowed.",
    };
    return control === undefined ? [] : [auditFinding(control, finding, entry)];
  });
}

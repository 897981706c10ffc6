import { type Severity, severities } from "../controls/control";
import type { Report } from "./report/report";

/** What a process tells the shell; usage and software are those of sysexits.h. */
export const exitCodes = { clean: 0, findings: 1, incomplete: 2, usage: 64, internal: 70 } as const;

/**
 * What could not be read outweighs what was found: the audit is then no proof of anything. An undecided control alone
 * does not fail: no change of the account's settings mends it.
 */
export function exitCodeOf(report: Pick<Report, "complete" | "findings">, failOn: Severity): number {
  if (!report.complete) {
    return exitCodes.incomplete;
  }
  const worstAllowed = severities.indexOf(failOn);
  const failing = report.findings.some(({ severity }) => severities.indexOf(severity) <= worstAllowed);
  return failing ? exitCodes.findings : exitCodes.clean;
}

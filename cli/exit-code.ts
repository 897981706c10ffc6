import type { Report } from "../audit/report/report";
import { type Severity, severities } from "../controls/control";

/**
 * What a process tells the shell; those from 64 on are those of sysexits.h. Of files, in every command: one that is named
 * and cannot be read, or is of another kind than it should be, is wrong usage; one of the right kind with something wrong
 * in it is a finding; one that cannot be written, whatever the reason, is unwritable.
 */
export const exitCodes = { clean: 0, findings: 1, incomplete: 2, usage: 64, internal: 70, unwritable: 73 } as const;

/** The part of a command's help that says what its exit codes mean, in the order of the codes. */
export function exitCodeHelp(
  meanings: { readonly [Name in "clean" | "findings" | "incomplete" | "usage" | "unwritable"]?: string },
): string {
  const all = { usage: "wrong usage", ...meanings, internal: "an error of this program" };
  const lines = Object.entries(exitCodes).flatMap(([name, code]) => {
    const meaning = all[name as keyof typeof all];
    return meaning === undefined ? [] : [`  ${String(code).padEnd(3)} ${meaning}\n`];
  });
  return `\nExit codes:\n${lines.join("")}`;
}

/** Which findings fail an audit. */
export interface FailOn {
  /** The mildest that does. */
  readonly severity: Severity;
  /** What the baseline had already does not. */
  readonly onlyNew: boolean;
}

/**
 * What could not be read outweighs what was found: the audit is then no proof of anything. An undecided control alone
 * does not fail, as no change of the account's settings mends it; neither does advice.
 */
export function exitCodeOf(report: Pick<Report, "complete" | "findings">, { severity, onlyNew }: FailOn): number {
  if (!report.complete) {
    return exitCodes.incomplete;
  }
  const worstAllowed = severities.indexOf(severity);
  const failing = report.findings.some(
    (finding) =>
      severities.indexOf(finding.severity) <= worstAllowed &&
      finding.advisory !== true &&
      (!onlyNew || finding.state === "new"),
  );
  return failing ? exitCodes.findings : exitCodes.clean;
}

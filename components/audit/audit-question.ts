import type { ArgumentChecks } from "../shared/arguments";
import { show } from "../shared/arguments";
import type { QuestionSettings } from "./scheduled-audit-settings";

// With the catalogue behind it: loaded where something is asked of it alone.
const judging = () => require("../../audit/judging") as typeof import("../../audit/judging");

/**
 * Refuses files in which the audit would find errors, and a question that leaves no control to ask: else the first audit
 * would fail, or find nothing for ever.
 */
export function checkAsked(checks: ArgumentChecks, question: QuestionSettings): void {
  const { controls, configuration, exceptions } = question;
  const severity = question.severity === "low" ? undefined : question.severity;
  const given = Object.entries({ controls, severity, configuration, exceptions }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) {
    return;
  }
  const { judgingFor, silenceOf } = judging();
  const decided = judgingFor({
    severity: question.severity,
    ...(controls === undefined ? {} : { controls }),
    ...(configuration === undefined ? {} : { configuration }),
    ...(exceptions === undefined ? {} : { exceptions }),
    now: new Date(),
  });
  for (const [file, problems] of Object.entries(decided.problems)) {
    const errors = problems.filter((problem) => problem.severity === "error");
    if (errors.length > 0) {
      const words = errors.map(({ line, message }) => `line ${line}: ${message}`).join(" ");
      checks.refuse(`${file} has ${errors.length === 1 ? "an error" : "errors"} in ${words}`);
    }
  }
  const silence = decided.judging === undefined ? undefined : silenceOf(decided.judging);
  if (silence !== undefined) {
    const [first = "", ...others] = given
      .filter(([name]) => name !== "exceptions")
      .map(([name, value]) => (name === "configuration" ? name : `${name} ${show(value)}`));
    const all = [first, ...(others.length === 0 ? [] : [others.join(" and ")])].join(" with ");
    const { off } = silence;
    const because = off === undefined ? "" : `: ${off.id} is off; ${off.howTo} in configuration`;
    checks.refuse(`${all} leaves no control to ask, but must leave at least one${because}.`);
  }
}

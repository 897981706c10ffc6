import { type Decided, judgingFor } from "../judging";
import type { Report } from "../report/report";
import type { AuditOptions } from "../run";
import { type Carrier, formerFindings } from "./deliver";
import { finish, type Outcome } from "./outcome";
import { type QuestionSettings, SettingError } from "./settings";

export interface Surroundings extends Carrier {
  readonly question: QuestionSettings;
  readonly audit: (options: AuditOptions) => Promise<Report>;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/** Milliseconds that are kept to deliver what was found so far, of a call of at least four times that. */
const reserve = 90_000;

/**
 * Audits one account, delivers the report and tells what is new. When the time runs out, the report holds what was found
 * so far and says that it is partial.
 * @throws SettingError where a file of the settings has errors, NotDelivered where anything could not be delivered, and
 * CannotAudit where nothing could be read
 */
export async function auditOnSchedule(surroundings: Surroundings): Promise<Outcome> {
  const { question, settings, audit, now, log } = surroundings;
  const timeLeft = surroundings.timeLeft();
  const { judging, remarks } = decided(question, now);
  const former = await formerFindings(surroundings);
  const report = await audit({
    regions: question.regions,
    // Its own: one of those that are asked about may be none that the account has enabled.
    homeRegion: settings.region,
    ...judging,
    ...(former.baseline === undefined ? {} : { baseline: former.baseline }),
    startedAt: now,
    signal: AbortSignal.timeout(Math.max(0, Math.floor(timeLeft - Math.min(reserve, timeLeft / 4)))),
  });
  remarksOf(question, remarks, report).forEach(log);
  return finish(report, former, [], surroundings, log);
}

/** What there is to say of exceptions, after an audit that asked about everything. */
export function remarksOf(question: QuestionSettings, remarks: Decided["remarks"], report: Report): readonly string[] {
  return question.controls === undefined && question.severity === "low"
    ? remarks(report, false).map((remark) => `note: ${remark}`)
    : [];
}

/** The question of the settings, by which controls are asked. */
export function decided(
  question: QuestionSettings,
  now: Date,
): { readonly judging: NonNullable<Decided["judging"]>; readonly remarks: Decided["remarks"] } {
  const { judging, problems, remarks } = judgingFor({ ...question, now });
  if (judging === undefined) {
    const sentences = Object.entries(problems).flatMap(([file, all]) =>
      all
        .filter(({ severity }) => severity === "error")
        .map(({ line, message }) => `${file}, line ${line}: ${message}`),
    );
    throw new SettingError(sentences.join(" "));
  }
  return { judging, remarks };
}

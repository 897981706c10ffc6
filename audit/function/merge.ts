import pLimit from "p-limit";
import { auditControls } from "../controls";
import { reportOf, type ScopeResult } from "../report/report";
import { notRead } from "../run";
import { type Carrier, formerFindings } from "./deliver";
import { finish, type Outcome } from "./outcome";
import type { Scanned } from "./scan";
import { decided, remarksOf } from "./scheduled";
import { type QuestionSettings, SettingError } from "./settings";
import { checkedExecution, type Execution, getJson, resultKey, type Target, targetsKey } from "./store";

export interface MergeSurroundings extends Carrier {
  readonly question: QuestionSettings;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/** Results that are fetched at once: what is in memory beside the report. */
const fetchedAtOnce = 32;

const missing = "its audit was not begun, or ended without a result: the execution of the state machine says why";

/**
 * Puts the results of an execution together, delivers the report and tells what is new. What has no result is in the
 * report as what could not be read.
 * @throws NotDelivered where anything could not be delivered, when everything else is; EventError and SettingError
 */
export async function mergeResults(event: Execution, surroundings: MergeSurroundings): Promise<Outcome> {
  const execution = checkedExecution(event);
  const { question, now, log } = surroundings;
  const startedAt = new Date(execution.startedAt);
  const { judging, remarks } = decided(question, startedAt);
  const key = targetsKey(execution);
  const targets = await getJson<readonly Target[]>(surroundings, key);
  if (targets === undefined) {
    throw new SettingError(
      `s3://${surroundings.settings.resultsBucket}/${key} is missing: run the audit from its start.`,
    );
  }
  const former = await formerFindings(surroundings);
  const problems: string[] = [];
  const inTurn = pLimit(fetchedAtOnce);
  const results = await Promise.all(
    targets.map((target) =>
      inTurn(async (): Promise<readonly ScopeResult[]> => {
        const scanned = await getJson<Scanned>(surroundings, resultKey(execution, target));
        problems.push(...(scanned?.problems ?? []));
        return scanned?.results ?? [notRead({ account: target.account, region: target.region }, missing)];
      }),
    ),
  );
  const report = reportOf({
    startedAt,
    seconds: (now.getTime() - startedAt.getTime()) / 1000,
    results: results.flat(),
    order: auditControls.map(({ id }) => id),
    asked: judging.controls.map(({ id }) => id),
    ...(former.baseline === undefined ? {} : { baseline: former.baseline }),
  });
  remarksOf(question, remarks, report).forEach(log);
  return finish(report, former, problems, surroundings, log);
}

import type { Watcher } from "../audit/run";
import { count } from "../formats/wording";
import { type Output, progressOn } from "./terminal";

/**
 * A line about an audit, on a terminal alone: "7 of 40 regions, 3 accounts, 1,204 calls, 57 findings, about 2 min left".
 * @param now milliseconds
 * @param between milliseconds between two changes of the line
 */
export function auditProgress(
  stderr: Output,
  now: () => number = () => performance.now(),
  between?: number,
): Watcher & { clear(): void } {
  const line = progressOn(stderr, between);
  const started = now();
  const accounts = new Set<string | undefined>();
  let total: number | undefined;
  let done = 0;
  let calls = 0;
  let region = "";
  let findings = 0;
  const show = () => {
    const left = total === undefined ? undefined : timeLeft(now() - started, done, total);
    line.show(
      shortened(
        [
          total === undefined || total === 1 ? `Reading ${region}` : `${done} of ${count(total, "region")}`,
          ...(accounts.size > 1 ? [`${accounts.size} accounts`] : []),
          `${calls.toLocaleString("en")} ${calls === 1 ? "call" : "calls"}`,
          ...(done > 0 ? [`${findings.toLocaleString("en")} ${findings === 1 ? "finding" : "findings"}`] : []),
          ...(left === undefined ? [] : [`about ${left} left`]),
        ].join(", "),
        stderr.columns,
      ),
    );
  };
  return {
    onPlanned: (scopes) => {
      total = (total ?? 0) + scopes;
      show();
    },
    onCall: (_, place) => {
      region = place.region;
      calls += 1;
      show();
    },
    onResult: ({ scope, findings: found }) => {
      accounts.add(scope.account);
      done += 1;
      findings += found.length;
      show();
    },
    clear: () => line.clear(),
  };
}

/** By the pace so far; nothing while a guess would be one from a tenth of the work. */
function timeLeft(elapsed: number, done: number, total: number): string | undefined {
  if (done === 0 || done === total || done * 10 < total) {
    return undefined;
  }
  const seconds = Math.round(((elapsed / done) * (total - done)) / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** A line longer than the terminal would be left behind by the next. */
function shortened(text: string, columns = 80): string {
  return text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
}

import type { Watcher } from "../audit/run";
import { type Output, progressOn } from "./terminal";

/** Says on a terminal how far an audit is; elsewhere nothing. */
export function auditProgress(
  stream: Output,
  now: () => number = () => performance.now(),
): Watcher & { clear(): void } {
  const line = progressOn(stream);
  const started = now();
  let planned = 0;
  let done = 0;
  let answers = 0;
  let findings = 0;
  const accounts = new Set<string>();
  return {
    onPlanned: (scopes) => {
      planned += scopes;
    },
    onCall: (call, { region }) => {
      answers += 1;
      line.show(
        planned <= 1
          ? `Reading ${region}, answer ${answers}: ${call}`
          : `${done} of ${planned} regions (accounts: ${accounts.size}), answers: ${answers}, findings: ${findings}${timeLeft(now() - started, done, planned)}`,
      );
    },
    onResult: ({ scope, findings: found }) => {
      done += 1;
      findings += found.length;
      accounts.add(scope.account ?? "");
    },
    clear: line.clear,
  };
}

function timeLeft(elapsed: number, done: number, planned: number): string {
  return done === 0 ? "" : `, about ${Math.ceil(((elapsed / done) * (planned - done)) / 1000)} s left`;
}

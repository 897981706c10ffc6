import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseConnectionError } from "./failure";

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Repeats attempts that failed as a failover makes them fail, until one succeeds or the deadline has passed. The pauses
 * double and are of random length up to that: clients that lost the same server do not come back all at once.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param explain what an error means
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  explain: (error: unknown) => DatabaseConnectionError,
  deadlineMs: number,
): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  for (let failed = 0; ; failed += 1) {
    try {
      return await attempt();
    } catch (error) {
      const failure = explain(error);
      const pauseMs = Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** failed);
      if (!failure.retried || performance.now() + pauseMs >= deadline) {
        throw failure;
      }
      await pause(pauseMs);
    }
  }
}

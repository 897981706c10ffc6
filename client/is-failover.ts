import { failureOf } from "./explain";
import { failures } from "./failure";

/**
 * Whether an error of a statement is one that a failover causes: the connection was lost, the server went away, or it takes
 * no writes any more. What was sent may or may not have been done, so nothing is repeated by itself; where repeating does
 * no harm, as with a transaction that never reached its commit, begin it again on a new connection of the pool:
 *
 * ```ts
 * try {
 *   await transfer(pool);
 * } catch (error) {
 *   if (!isFailover(error)) throw error;
 *   await transfer(pool);
 * }
 * ```
 */
export function isFailover(error: unknown): boolean {
  return failures[failureOf(error)].retried;
}

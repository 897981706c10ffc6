import { boolean, type Check, check, eitherOf, exactly, isObject, isPlain, longestMs, whole } from "../checks";
import type { PostgresConfig } from "../driver-types";

const text = check(isPlain, "a text");
const milliseconds = whole(0, longestMs, `milliseconds, a whole number from 0 to ${longestMs}`);

/** Options of `pg` that have nothing to do with where and how it connects, and what each takes. */
export const postgresDriverOptions = {
  allowExitOnIdle: boolean,
  application_name: text,
  connectionTimeoutMillis: milliseconds,
  idleTimeoutMillis: eitherOf(milliseconds, exactly(null)),
  idle_in_transaction_session_timeout: milliseconds,
  keepAliveInitialDelayMillis: milliseconds,
  lock_timeout: milliseconds,
  maxLifetimeSeconds: check(
    (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) * 1000 <= longestMs,
    `seconds, a number from 0 to ${Math.trunc(longestMs / 1000)}`,
  ),
  maxUses: eitherOf(whole(1, Number.MAX_SAFE_INTEGER), exactly(Number.POSITIVE_INFINITY)),
  min: whole(0, 10_000),
  options: text,
  query_timeout: milliseconds,
  statement_timeout: eitherOf(milliseconds, exactly(false)),
  types: check(
    (value) => isObject(value) && typeof value.getTypeParser === "function",
    "an object with the function getTypeParser",
  ),
} as const satisfies Partial<Record<keyof PostgresConfig, Check>>;

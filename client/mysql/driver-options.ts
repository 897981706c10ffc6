import { boolean, type Check, callable, check, eitherOf, isObject, isPlain, longestMs, whole } from "../checks";
import { loadMysql } from "../driver";
import type { MysqlConfig } from "../driver-types";

const milliseconds = whole(0, longestMs, `milliseconds, a whole number from 0 to ${longestMs}`);
const dateTypes: readonly unknown[] = ["TIMESTAMP", "DATETIME", "DATE"];

/** Options of `mysql2` that have nothing to do with where and how it connects, and what each takes. */
export const mysqlDriverOptions = {
  bigNumberStrings: boolean,
  charset: check(isCharset, "a character set or collation that mysql2 knows, such as UTF8MB4_UNICODE_CI"),
  connectAttributes: check((value) => isObject(value) && Object.values(value).every(isPlain), "an object of texts"),
  dateStrings: eitherOf(
    boolean,
    check(
      (value) => Array.isArray(value) && value.every((type) => dateTypes.includes(type)),
      `a list of ${dateTypes.join(", ")}`,
    ),
  ),
  decimalNumbers: boolean,
  idleTimeout: milliseconds,
  jsonStrings: boolean,
  keepAliveInitialDelay: milliseconds,
  maxIdle: whole(0, 10_000),
  // The most that MySQL's max_prepared_stmt_count can be.
  // https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_prepared_stmt_count
  maxPreparedStatements: whole(1, 4_194_304),
  namedPlaceholders: boolean,
  nestTables: eitherOf(boolean, check(isPlain, "a text between the names of table and column")),
  queueLimit: whole(0, Number.MAX_SAFE_INTEGER),
  resetOnRelease: boolean,
  rowsAsArray: boolean,
  supportBigNumbers: boolean,
  timezone: check(
    (value) => typeof value === "string" && /^(?:local|Z|[ +-]\d\d:\d\d)$/.test(value),
    '"local", "Z" or an offset, such as "+01:00"',
  ),
  typeCast: eitherOf(boolean, callable),
  waitForConnections: boolean,
} as const satisfies Partial<Record<keyof MysqlConfig, Check>>;

function isCharset(value: unknown): boolean {
  const { Charsets: known } = loadMysql() as unknown as { readonly Charsets: Readonly<Record<string, number>> };
  return typeof value === "string" && Object.hasOwn(known, value.toUpperCase());
}

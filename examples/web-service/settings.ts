import type { PostgresPoolOptions } from "aws-secure-database/client";

const names = ["DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME", "DATABASE_USER"] as const;

/** What the service is told by its environment. */
export type SettingName = (typeof names)[number];

/** The options of the service's pool. Throws an error that names what is missing. */
export function poolOptions(environment: NodeJS.ProcessEnv): PostgresPoolOptions {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(`The environment lacks ${missing.join(", ")}.`);
  }
  const { DATABASE_HOST = "", DATABASE_PORT, DATABASE_NAME, DATABASE_USER = "" } = environment;
  return {
    host: DATABASE_HOST,
    port: Number(DATABASE_PORT),
    database: DATABASE_NAME,
    user: DATABASE_USER,
    // Who asks a web service had better be told soon that it cannot answer now.
    connectTimeoutMs: 2_000,
    deadlineMs: 3_000,
    driver: { statement_timeout: 5_000 },
  };
}

import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The checkout that this sandbox belongs to. */
export const checkout = dirname(__dirname);

/** This folder. */
export const sandbox = __dirname;

/**
 * Where built tools are kept: AWS_SECURE_DATABASE_CACHE, else aws-secure-database in XDG_CACHE_HOME or ~/.cache.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.AWS_SECURE_DATABASE_CACHE) return environment.AWS_SECURE_DATABASE_CACHE;
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "aws-secure-database");
}

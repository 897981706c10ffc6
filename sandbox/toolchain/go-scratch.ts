import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Has Go keep what it builds with in the entry itself: an interrupted build is removed as a whole at the next start. */
export function withOwnScratch(environment: NodeJS.ProcessEnv, entry: string): NodeJS.ProcessEnv {
  mkdirSync(scratch(entry));
  return { ...environment, GOTMPDIR: scratch(entry) };
}

export function removeScratch(entry: string): void {
  rmSync(scratch(entry), { recursive: true });
}

function scratch(entry: string): string {
  return join(entry, "scratch");
}

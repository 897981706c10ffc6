import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { acquire } from "./lock";

const KEPT_MS = 14 * 24 * 3_600_000;
const TOUCH_MS = 60_000;
/** An entry whose name ends in a key, and what is left of one whose building or removal was interrupted. */
const NAME = /^(?<kind>[a-z-]+-)[0-9a-f]{16}(?<rest>\.(?:building|unused)-\d+)?$/;

/** Marks an entry as used for as long as this process lives. False if there is none. */
export function use(folder: string): boolean {
  // Touching comes first: the entry can't be found here and then be removed as unused by another process.
  touch(folder);
  if (!existsSync(folder)) return false;
  setInterval(() => touch(folder), TOUCH_MS).unref();
  return true;
}

/** Removes the entries of the same kind that no process, of any checkout, has used for two weeks. */
export function removeUnused(built: string): void {
  const kind = NAME.exec(basename(built))?.groups?.kind;
  if (kind === undefined) return;
  for (const name of readdirSync(dirname(built))) {
    const groups = NAME.exec(name)?.groups;
    if (groups?.kind !== kind || name === basename(built)) continue;
    const path = join(dirname(built), name);
    try {
      if (!isUnused(path)) continue;
      if (groups.rest === undefined) removeEntry(path);
      else rmSync(path, { recursive: true, force: true });
    } catch {
      // Another process removes it too, or it is another user's. What was built is good all the same.
    }
  }
}

function removeEntry(path: string): void {
  const lock = `${path}.lock`;
  if (!acquire(lock)) return;
  const doomed = `${path}.unused-${process.pid}`;
  try {
    renameSync(path, doomed);
    // A process that began to use it since it was looked at has touched it.
    if (!isUnused(doomed)) renameSync(doomed, path);
  } finally {
    rmSync(lock, { force: true });
  }
  rmSync(doomed, { recursive: true, force: true });
}

function isUnused(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs > KEPT_MS;
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // There is none, or the cache can only be read: then nobody removes anything from it.
  }
}

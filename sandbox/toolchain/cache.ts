import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive, withLock } from "./lock";
import { removeUnused, use } from "./unused";

/** Something the sandbox builds once and keeps: a folder whose name carries the hash of what it is made from. */
export interface CacheEntry {
  readonly folder: string;
  readonly title: string;
  /** Seconds that a build takes on two cores, downloads included. */
  readonly expectedSeconds: number;
  build(folder: string): Promise<void>;
}

/** A short hash of named inputs. The order of names does not matter. */
export function cacheKey(inputs: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(inputs).sort()) {
    const value = inputs[name] as string;
    hash.update(`${name.length}:${name}${value.length}:${value}`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Whether the entry is there. A folder gets its final name only when everything in it is finished. */
export function isBuilt(entry: Pick<CacheEntry, "folder">): boolean {
  return existsSync(entry.folder);
}

/** Builds the entry unless it is there. Of several processes one builds and the others wait for it. */
export async function ensure(entry: CacheEntry, say: (message: string) => void): Promise<void> {
  if (use(entry.folder)) return;
  mkdirSync(dirname(entry.folder), { recursive: true });
  await withLock(
    `${entry.folder}.lock`,
    async () => {
      if (use(entry.folder)) return;
      removeInterrupted(entry.folder);
      const draft = `${entry.folder}.building-${process.pid}`;
      mkdirSync(draft);
      try {
        await entry.build(draft);
        renameSync(draft, entry.folder);
        use(entry.folder);
        removeUnused(entry.folder);
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
    },
    (holder) => say(`${entry.title}: waiting for process ${holder}, which builds it already.`),
  );
}

/** Removes what builds of this entry left behind whose process is gone. */
function removeInterrupted(folder: string): void {
  const prefix = `${basename(folder)}.building-`;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

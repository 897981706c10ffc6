import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";

const HEARTBEAT_MS = 2_000;
const RETRY_MS = 500;
/** A holder that has not touched its lock for so long is gone, even if its process id lives on in another program. */
const SILENT_MS = 60_000;
/** Taking over a stale lock takes milliseconds; a takeover this old was interrupted. */
const TAKEOVER_MS = 10_000;

/** Runs `work` while no other process holds the lock file `path`. Calls `waiting` once if it has to wait. */
export async function withLock<T>(path: string, work: () => Promise<T>, waiting: (holder: number) => void): Promise<T> {
  let told = false;
  while (!acquire(path)) {
    if (!told) waiting(holderOf(path) ?? 0);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  }
}

/** Takes the lock if it is free or stale; false if another live process holds it. */
export function acquire(path: string): boolean {
  if (create(path)) return true;
  if (!isStale(path)) return false;
  // Of several processes that find the lock stale, only one may remove it: another's fresh one would go otherwise.
  const takeover = `${path}.takeover`;
  if (ageOf(takeover) > TAKEOVER_MS) rmSync(takeover, { force: true });
  if (!create(takeover)) return false;
  try {
    if (isStale(path)) rmSync(path, { force: true });
    return create(path);
  } finally {
    rmSync(takeover, { force: true });
  }
}

/** Creates the file with this process's id in it, at once and only if there is none: nobody sees it half written. */
function create(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${process.pid}\n`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isStale(path: string): boolean {
  const holder = holderOf(path);
  return holder !== undefined && (!isAlive(holder) || ageOf(path) > SILENT_MS);
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether a process with this id runs, under any user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The cache was removed during a build; the build itself then fails and says so.
  }
}

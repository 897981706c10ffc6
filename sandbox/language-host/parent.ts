const INTERVAL_MS = 500;

/**
 * Calls `end` once the process that started this one is gone. The system then gives this process another parent,
 * which no signal tells of.
 */
export function endWithParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, INTERVAL_MS).unref();
}

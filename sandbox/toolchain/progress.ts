const TICK_MS = 1_000;
const PLAIN_TICK_MS = 30_000;

/** Shows a step with the time it has taken and is expected to take, live on a terminal, as lines elsewhere. */
export async function showing<T>(title: string, expectedSeconds: number, work: () => Promise<T>): Promise<T> {
  const live = process.stderr.isTTY === true;
  const start = Date.now();
  const expected = expectedSeconds * 1000;
  const line = (): string => {
    const elapsed = Date.now() - start;
    const estimate = elapsed <= expected ? " of about" : ", longer than the usual";
    return `sandbox: ${title}, ${duration(elapsed)}${estimate} ${duration(expected)}`;
  };
  const show = (): void => void process.stderr.write(live ? `\r\x1b[K${line()}` : `${line()}\n`);
  show();
  const timer = setInterval(show, live ? TICK_MS : PLAIN_TICK_MS);
  const end = live ? "\r\x1b[K" : "";
  try {
    const result = await work();
    process.stderr.write(`${end}sandbox: ${title}: done in ${duration(Date.now() - start)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${end}sandbox: ${title}: failed after ${duration(Date.now() - start)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Milliseconds as "4 s" or "3 min 20 s". */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

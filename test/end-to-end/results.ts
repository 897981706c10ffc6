import assert from "node:assert/strict";
import type { Result } from "../../sandbox/scenario";

/** Waits for a command that has to end with 0. */
export async function succeeds<R extends Result>(running: Promise<R>): Promise<R> {
  const result = await running;
  assert.equal(result.code, 0, printed(result));
  return result;
}

/** A command, how it ended and what it printed, for the message of a test that fails. */
export function printed({ command, code, stdout, stderr }: Result): string {
  return `${command} ended with ${code}\n${stdout}\n${stderr}`;
}

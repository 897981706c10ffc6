import { styleText } from "node:util";
import type { Result } from "./scenario";

/** A step whose outcome is not the one that it should have. */
export class Unexpected extends Error {
  override readonly name = "Unexpected";
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function heading(text: string): void {
  say(`\n${styleText("bold", text)}`);
}

/** @throws Unexpected with the end of what the command printed */
export function expect(holds: boolean, otherwise: string, result?: Result): void {
  if (!holds) {
    throw new Unexpected(result === undefined ? otherwise : `${otherwise}\n${endOf(result)}`);
  }
}

/** Does one step and says how it went and how long it took; `work` returns the verdict in a few words. */
export async function step(title: string, work: () => Promise<string>): Promise<void> {
  const started = Date.now();
  const seconds = (): string => styleText("dim", `(${Math.round((Date.now() - started) / 1000)} s)`);
  const stopClock = showClock(title, seconds);
  try {
    const verdict = await work();
    stopClock();
    say(`   ${styleText("green", "✔")} ${title}: ${verdict} ${seconds()}`);
  } catch (error) {
    stopClock();
    say(`   ${styleText("red", "✘")} ${title}: ${error instanceof Error ? error.message : error} ${seconds()}`);
    throw error;
  }
}

const running = new Set<() => string>();

/** On a terminal, keeps a last line with the steps that run and their time. */
function showClock(title: string, seconds: () => string): () => void {
  const line = (): string => `${title} ${seconds()}`;
  running.add(line);
  const timer = process.stdout.isTTY ? setInterval(drawClock, 1000) : undefined;
  return () => {
    clearInterval(timer);
    running.delete(line);
    if (process.stdout.isTTY) {
      process.stdout.write("\r\x1b[K");
    }
  };
}

function drawClock(): void {
  process.stdout.write(`\r\x1b[K   … ${[...running].map((line) => line()).join(", ")}`);
}

function endOf({ command, code, stdout, stderr }: Result): string {
  const output = `${stdout}\n${stderr}`.trim().split("\n").slice(-40).join("\n");
  return `${command} ended with ${code}:\n${output}`;
}

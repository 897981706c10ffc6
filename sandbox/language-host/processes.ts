import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";

const GRACE_MS = 2000;
const running = new Set<ChildProcess>();

/** How a process ended: by itself with a code, or by a signal. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts Node.js on `args`. The process ends with this one, however this one ends. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, ["--require", join(__dirname, "preload.js"), ...args], options);
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Resolves when the process has ended and its output was read to the end; rejects when it could not start. */
export function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}

/** Asks a process to end and forces it when it does not within two seconds. */
export function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): void {
  child.kill(signal);
  setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
}

/** Asks every running program to end. */
export function endPrograms(signal: NodeJS.Signals = "SIGTERM"): void {
  for (const child of running) end(child, signal);
}

/** Ends every process that was started here, then this one. */
export function endAll(signal: NodeJS.Signals = "SIGTERM"): void {
  endPrograms(signal);
  const deadline = Date.now() + GRACE_MS + INTERVAL_MS;
  setInterval(() => {
    if (running.size === 0 || Date.now() > deadline) process.exit(signal === "SIGINT" ? 130 : 143);
  }, INTERVAL_MS);
}

const INTERVAL_MS = 50;

import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { constants } from "node:os";
import { Problem } from "./problem";

/** How the command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs a command on this terminal until it ends. */
export function runCommand(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = spawn(command, args, { stdio: "inherit", env: environment });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  // A terminal sends Ctrl-C to the command as well. Passed on it would arrive twice, which Pulumi takes for "end now".
  const onInterrupt = hasTerminal() ? (): void => {} : (): void => forward("SIGINT");
  const onTerminate = (): void => forward("SIGTERM");
  const onHangUp = (): void => forward("SIGHUP");
  process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate).on("SIGHUP", onHangUp);
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? new Problem(`There is no command "${command}" in the sandbox.`) : error);
    });
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}

/** The exit code that a shell gives for an outcome. */
export function exitCode({ code, signal }: Outcome): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}

/**
 * Cleans up after a sandbox that was killed outright: a process of its own that waits for the sandbox's end of a pipe
 * to close, then ends what the run left behind and removes its folder. Started as
 * `watchdog.ts <run> <folder> <settings file ...>`.
 */
import { rmSync } from "node:fs";
import { endProcesses } from "./processes";
import { removeSalts } from "./projects";

async function main([run, folder, ...settings]: string[]): Promise<void> {
  if (run === undefined || folder === undefined) return;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  await new Promise((resolve) => process.stdin.resume().once("close", resolve));
  await endProcesses(run);
  removeSalts(settings);
  rmSync(folder, { recursive: true, force: true });
}

main(process.argv.slice(2));

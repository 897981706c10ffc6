import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { RUN_VARIABLE } from "./environment";

const GRACE_MS = 2_000;
const POLL_MS = 50;

/**
 * Ends every process of a run except this one, found by the mark in its environment: also those whose parent is gone.
 * They are asked first and forced after two seconds.
 */
export async function endProcesses(run: string): Promise<void> {
  const deadline = Date.now() + GRACE_MS;
  for (const pid of processesOf(run)) signal(pid, "SIGTERM");
  for (;;) {
    const left = processesOf(run);
    if (left.length === 0) return;
    if (Date.now() > deadline) {
      for (const pid of left) signal(pid, "SIGKILL");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Ended in the meantime.
  }
}

/** The ids of the processes that carry the mark of a run, without this process. */
export function processesOf(run: string): number[] {
  const mark = `${RUN_VARIABLE}=${run}`;
  const found = process.platform === "linux" ? fromProc(mark) : fromPs(mark);
  return found.filter((pid) => pid !== process.pid);
}

function fromProc(mark: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(mark);
      } catch {
        return false;
      }
    });
}

function fromPs(mark: string): number[] {
  const { stdout } = spawnSync("ps", ["-axww", "-E", "-o", "pid=,command="], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return stdout
    .split("\n")
    .filter((line) => line.split(" ").includes(mark))
    .map((line) => Number.parseInt(line, 10));
}

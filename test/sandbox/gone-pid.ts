import { spawnSync } from "node:child_process";

/** The id of a process that has ended. */
export const GONE_PID = spawnSync(process.execPath, ["--version"]).pid;

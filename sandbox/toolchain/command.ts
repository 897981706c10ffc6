import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { Problem } from "../problem";

const SHOWN_LINES = 30;

/** Runs a build step to its end; fails with the last lines of its output. Returns its standard output. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let all = "";
  child.stdout?.on("data", (data: Buffer) => {
    output += data;
    all += data;
  });
  child.stderr?.on("data", (data: Buffer) => {
    all += data;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return output;
  const end = all.trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
  throw new Problem(`${command} ${args.join(" ")} failed${code === null ? "" : ` with exit code ${code}`}:\n${end}`);
}

/** The first line that a command prints, or undefined when it is not there or fails. */
export function firstLine(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const result = spawnSync(command, args, { encoding: "utf8", env: environment, timeout: 10_000 });
  if (result.status !== 0) return undefined;
  return (result.stdout || result.stderr).trim().split("\n")[0];
}

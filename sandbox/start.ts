import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAccount } from "./account/account";
import { exitCode } from "./command";
import {
  accountProcessEnvironment,
  backendFolder,
  commandEnvironment,
  emptyFile,
  RUN_VARIABLE,
  scrubbed,
} from "./environment";
import { checkout } from "./paths";
import { endProcesses } from "./processes";
import { absentSettings, createStacks, projectFolders, removeSalts } from "./projects";
import { pluginVersion } from "./toolchain/provider";
import { prepareToolchain, type Toolchain } from "./toolchain/toolchain";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A sandbox that commands can run in. */
export interface Sandbox {
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/**
 * Prepares the tools, with `languages` those of other languages too, starts the emulated account and makes the ready
 * stacks. `say` gets messages for the user.
 */
export async function startSandbox(
  environment: NodeJS.ProcessEnv,
  say: (message: string) => void,
  languages = false,
): Promise<Sandbox> {
  const run = randomUUID();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "aws-secure-database-sandbox-")));
  const projects = projectFolders(checkout);
  const settings = absentSettings(projects);
  const watchdog = startWatchdog(run, folder, settings, environment);
  const stop = async (): Promise<void> => {
    await endProcesses(run);
    removeSalts(settings);
    rmSync(folder, { recursive: true, force: true });
    watchdog.stdin?.end();
  };
  let interrupted = false;
  const interrupt = (signal: NodeJS.Signals): void => {
    interrupted = true;
    stop().finally(() => process.exit(exitCode({ code: null, signal })));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    // Builds need the user's own proxy settings, so the environment is not scrubbed for them.
    const tools = await prepareToolchain({ ...environment, [RUN_VARIABLE]: run }, say, languages);
    layOut(folder, tools, projects);
    const account = await startAccount(tools.python, folder, accountProcessEnvironment(environment, folder, run));
    const { path, python, programPython } = tools;
    const facts = { path, folder, run, account, python, programPython };
    for (const signal of SIGNALS) process.off(signal, interrupt);
    return { environment: commandEnvironment(environment, facts), stop };
  } catch (error) {
    // A build that an interrupt ended fails as well; the interrupt decides about the exit code.
    if (interrupted) return new Promise(() => {});
    await stop();
    throw error;
  }
}

function layOut(folder: string, tools: Toolchain, projects: readonly string[]): void {
  writeFileSync(emptyFile(folder), "");
  mkdirSync(backendFolder(folder));
  createStacks(projects, backendFolder(folder));
  // The engine skips a plugin folder that is itself a link.
  const plugin = join(folder, "pulumi-home", "plugins", `resource-aws-v${pluginVersion()}`);
  mkdirSync(plugin, { recursive: true });
  for (const file of readdirSync(tools.plugin)) symlinkSync(join(tools.plugin, file), join(plugin, file));
}

function startWatchdog(
  run: string,
  folder: string,
  settings: readonly string[],
  environment: NodeJS.ProcessEnv,
): ChildProcess {
  const script = join(__dirname, "watchdog.ts");
  const args = ["-r", "ts-node/register/transpile-only", script, run, folder, ...settings];
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: scrubbed(environment),
  });
  child.unref();
  return child;
}

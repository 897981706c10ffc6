import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, lchownSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { DatabaseServer } from "../../../sandbox/toolchain/database-servers";

/** PostgreSQL refuses to run as root; files of no one, of whom nothing else runs here, are as good. */
export const nobody = 65_534;
export const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** Gives a folder and all in it to who the servers run as. */
export function handOver(folder: string): void {
  if (owner.uid === undefined || owner.gid === undefined) {
    return;
  }
  lchownSync(folder, owner.uid, owner.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(folder, name), owner.uid, owner.gid);
  }
}

/** Runs a program to its end, or fails with what it said. */
export function succeed(
  program: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly input?: string; readonly cwd: string },
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, ...owner, encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? ""}${stderr}${stdout}`);
  }
  return stdout;
}

/** A server that runs until it is told to stop. */
export interface Running {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  log(): string;
  stop(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a server and waits for it to be ready. It ends with this process at the latest. */
export async function start(
  program: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string },
  ready: RegExp,
): Promise<Running> {
  const child = spawn(program, args, { ...options, ...owner, stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    // Without a listener a signal ends the process at once, and the server would go on.
    if (process.listenerCount(signal) === 0) {
      process.once(signal, () => process.exit(1));
    }
  }
  let log = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (data: Buffer) => {
      log += data;
      if (ready.test(log)) {
        resolve();
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${program} ended:\n${log}`)));
  });
  return {
    child,
    log: () => log,
    stop: async (signal) => {
      process.off("exit", kill);
      child.kill(signal);
      await ended;
    },
  };
}

/** A port of the loopback address that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The server where those whom it runs as can read it, who cannot read what is below root's home. */
export function readable(server: DatabaseServer, folder: string): DatabaseServer {
  if (server.libraries === undefined || owner.uid === undefined) {
    return server;
  }
  const copy = join(folder, "usr");
  cpSync(server.prefix, copy, { recursive: true, verbatimSymlinks: true });
  const moved = (path: string) => path.replace(server.prefix, copy);
  return { programs: moved(server.programs), prefix: copy, libraries: moved(server.libraries) };
}

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem";

/** Where the emulated account answers. */
export interface AccountAddresses {
  /** The HTTPS proxy that intercepts every AWS host. */
  readonly proxy: string;
  /** The same account as plain HTTP, for clients that take an endpoint address. */
  readonly endpoint: string;
  /** The file with the authority that signed the proxy's certificates. */
  readonly certificateAuthority: string;
}

/**
 * Starts the emulated account. Its process reads standard input and ends when that ends, so it never outlives this one.
 */
export async function startAccount(
  python: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<AccountAddresses> {
  const certificates = join(folder, "certificates");
  mkdirSync(certificates);
  const logFile = join(folder, "account.log");
  const log = openSync(logFile, "a");
  const child = spawn(python, [join(__dirname, "main.py"), certificates], {
    stdio: ["pipe", "pipe", log],
    env: environment,
    // Ctrl-C on the terminal is for the command; the account goes last.
    detached: true,
  });
  closeSync(log);
  return firstLine(child, logFile);
}

function firstLine(child: ChildProcess, logFile: string): Promise<AccountAddresses> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (data: Buffer) => {
      text += data;
      if (text.includes("\n")) {
        // Its end is no failure to start from now on, and its log may be gone by then.
        child.off("exit", failed);
        resolve(JSON.parse(text) as AccountAddresses);
      }
    });
    child.once("error", reject);
    const failed = () => {
      const log = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-20).join("\n");
      reject(new Problem(`The emulated AWS account did not start:\n${log}`));
    };
    child.once("exit", failed);
  });
}

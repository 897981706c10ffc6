import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Problem } from "../problem";
import { firstLine } from "./command";

/** The oldest Go that fetches the newer one asked for by the sandbox's modules itself. */
const OLDEST_GO = [1, 21] as const;
const OLDEST_PYTHON = [3, 10] as const;

/** The path of a command on PATH. */
export function which(command: string, environment: NodeJS.ProcessEnv): string | undefined {
  for (const folder of (environment.PATH ?? "").split(delimiter)) {
    const path = join(folder || ".", command);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** The Go that builds the engine and the provider, such as "go version go1.26.0 linux/amd64". */
export function requireGo(environment: NodeJS.ProcessEnv): string {
  const version = firstLine("go", ["version"], environment);
  if (version === undefined || !isAtLeast(version, /go(\d+)\.(\d+)/, OLDEST_GO)) {
    throw new Problem(
      `The sandbox builds Pulumi's engine and AWS provider once and needs Go ${OLDEST_GO.join(".")} or newer for it (found: ${version ?? "none"}). ` +
        "Install it from https://go.dev/dl, or install the Pulumi CLI from https://www.pulumi.com/docs/install instead.",
    );
  }
  return version;
}

/** The Python that the emulated account runs on, with its venv module. */
export function requirePython(environment: NodeJS.ProcessEnv): string {
  const version = firstLine("python3", ["--version"], environment);
  if (version === undefined || !isAtLeast(version, /Python (\d+)\.(\d+)/, OLDEST_PYTHON)) {
    throw new Problem(
      `The sandbox's emulated AWS account needs Python ${OLDEST_PYTHON.join(".")} or newer as python3 (found: ${version ?? "none"}). ` +
        "Install it from https://www.python.org/downloads or with your system's package manager.",
    );
  }
  if (firstLine("python3", ["-c", "import venv, ensurepip; print('venv')"], environment) === undefined) {
    throw new Problem(
      "The sandbox's emulated AWS account needs Python's venv module, which this python3 lacks. " +
        "On Debian and Ubuntu install it with: apt-get install python3-venv",
    );
  }
  return version;
}

function isAtLeast(text: string, pattern: RegExp, [major, minor]: readonly [number, number]): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const found = [Number(match[1]), Number(match[2])] as const;
  return found[0] > major || (found[0] === major && found[1] >= minor);
}

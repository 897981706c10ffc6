import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** How one call of a function ended. */
export interface Answer {
  readonly response?: unknown;
  /** What the function threw, and the name by which a state machine knows it. */
  readonly error?: string;
  readonly name?: string;
  /** Of the processor, in seconds: what it takes without waiting for AWS. */
  readonly cpuSeconds: number;
}

/** A function whose processes are used again, as Lambda does with those that are warm. */
export interface WarmFunction {
  call(event: unknown): Promise<Answer>;
  /** What it logged so far, line by line. */
  lines(): readonly string[];
  end(): void;
}

/**
 * @param code folder with index.js
 * @param handler "scan"
 * @param environment asked for when a process is started
 */
export function warmFunction(code: string, handler: string, environment: () => NodeJS.ProcessEnv): WarmFunction {
  const idle: ChildProcess[] = [];
  const all: ChildProcess[] = [];
  let output = "";
  const start = () => {
    const args = [join(code, "index.js"), handler];
    const child = fork(join(__dirname, "lambda-worker.js"), args, { env: environment(), silent: true });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        output += data;
      });
    }
    all.push(child);
    return child;
  };
  return {
    call: (event) => {
      const child = idle.pop() ?? start();
      return new Promise((resolve) => {
        child.once("message", (answer: Answer) => {
          idle.push(child);
          resolve(answer);
        });
        child.send({ event, timeout: 300_000 });
      });
    },
    lines: () => output.trim().split("\n"),
    end: () => {
      for (const child of all) {
        child.kill();
      }
    },
  };
}

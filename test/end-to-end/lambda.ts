import { fork } from "node:child_process";
import { join } from "node:path";

/** How one call of a function ended. */
export interface Called<Response> {
  readonly response?: Response;
  /** What the function threw. */
  readonly error?: string;
  /** What it logged, line by line. */
  readonly lines: readonly string[];
}

/**
 * Calls a function once, in a process of its own, as Lambda does after a cold start.
 * @param code folder with index.js
 * @param handler "scheduled"
 * @param timeout milliseconds
 */
export function callFunction<Response>(
  code: string,
  handler: string,
  environment: NodeJS.ProcessEnv,
  event: object = {},
  timeout = 300_000,
): Promise<Called<Response>> {
  const args = [join(code, "index.js"), handler];
  const child = fork(join(__dirname, "lambda-worker.js"), args, { env: environment, silent: true });
  let output = "";
  child.stdout?.on("data", (data: Buffer) => {
    output += data;
  });
  child.stderr?.on("data", (data: Buffer) => {
    output += data;
  });
  return new Promise((resolve) => {
    let answer: { readonly response?: Response; readonly error?: string } | undefined;
    child.once("message", (message: typeof answer) => {
      answer = message;
      child.kill();
    });
    child.once("close", () =>
      resolve({ ...(answer ?? { error: "the process ended without an answer" }), lines: output.trim().split("\n") }),
    );
    child.send({ event, timeout });
  });
}

import { unwritable } from "../formats/write";
import { exitCodes } from "./exit-code";

/**
 * Has the process say what cannot be written to its standard output, and exit accordingly, whatever the command found: its
 * answer is lost. A reader that has seen enough (`| head`) closes the pipe, and is not an error. Messages that nobody can be
 * given change nothing.
 */
export function watchStandardStreams({ stdout, stderr }: NodeJS.Process = process): void {
  let failure: NodeJS.ErrnoException | undefined;
  stderr.on("error", () => {});
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || failure !== undefined) {
      return;
    }
    failure = error;
    stderr.write(`error: ${unwritable("standard output", error).message}\n`);
    // The command sets its own exit code when it is done.
    process.once("exit", () => {
      process.exitCode = exitCodes.unwritable;
    });
  });
}

import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import type { Command } from "commander";
import type { Watcher } from "../audit/run";
import type { State } from "../audit/state";
import { CannotWrite } from "../formats/cannot-report";
import { readText } from "./files";

/** A file that grows while the audit goes on. */
interface Growing {
  readonly watch: Watcher;
  close(): void;
}

/** Writes what is read, for a later audit --from. */
export async function saving(file: string, now: Date): Promise<Growing> {
  const { savedText } = await import("../audit/saved");
  const handle = opened(file);
  let isFirst = true;
  write(file, handle, savedText.head(now));
  return {
    watch: {
      onRead: (place, inventory, unread) => {
        write(file, handle, savedText.scope({ place, inventory, unread }, isFirst));
        isFirst = false;
      },
    },
    close: () => {
      write(file, handle, savedText.end);
      closeSync(handle);
    },
  };
}

/** Reads what was done already, and writes it again with what is done from now on. */
export async function resuming(
  command: Command,
  file: string,
  question: string,
  now: Date,
): Promise<Growing & { readonly state: State }> {
  const { NoState, readState, stateHead, stateLine } = await import("../audit/state");
  const read = (): State => {
    if (!existsSync(file)) {
      return { startedAt: now, done: [] };
    }
    const text = readText(command, file);
    try {
      return readState(text, question);
    } catch (error) {
      if (error instanceof NoState) {
        command.error(`error: cannot go on from ${file}: ${error.message}`);
      }
      throw error;
    }
  };
  const state = read();
  const { writeAll } = await import("../formats/write");
  writeAll([{ file, text: [stateHead(state.startedAt, question), ...state.done.map(stateLine)].join("") }]);
  const handle = opened(file, "a");
  return {
    state,
    watch: { onResult: (result) => write(file, handle, stateLine(result)) },
    close: () => closeSync(handle),
  };
}

function opened(file: string, flags = "w"): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw new CannotWrite(`${file} cannot be written: ${(error as Error).message}`);
  }
}

function write(file: string, handle: number, text: string): void {
  try {
    writeSync(handle, text);
  } catch (error) {
    throw new CannotWrite(`${file} cannot be written: ${(error as Error).message}`);
  }
}

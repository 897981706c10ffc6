import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Place, Report } from "../audit/report/report";
import { placeKey, placeWords } from "../audit/report/words";
import type { Watcher } from "../audit/run";
import type { SavedScope } from "../audit/saved";
import type { Question, State } from "../audit/state";
import { CannotWrite } from "../formats/cannot-report";
import { count } from "../formats/wording";
import { attempt, targetOf } from "../formats/write";
import { readText } from "./files";

/** A file that grows while the audit goes on. */
interface Growing {
  readonly watch: Watcher;
  /** What there is to say before the audit begins. */
  readonly notes: readonly string[];
  /**
   * Ends the file.
   * @param report undefined where there is none, as the audit failed
   * @returns what there is to say about the file
   */
  end(report: Report | undefined): readonly string[];
  /** Why not all of it could be written: the audit went on without it, as its report is not to be lost. */
  failure(): CannotWrite | undefined;
}

/** Does what can be done with a file until it cannot be written, and nothing after that. */
function untilUnwritable(option: string) {
  let failure: CannotWrite | undefined;
  return {
    failure: () => failure,
    step: (work: () => void): void => {
      try {
        if (failure === undefined) {
          named(option, work);
        }
      } catch (error) {
        if (!(error instanceof CannotWrite)) {
          throw error;
        }
        failure = error;
      }
    },
  };
}

/**
 * Writes what is read, for a later audit --from. The file itself is replaced by an audit that came to its end alone;
 * until then, and after any other end, what was read is beside it. What an earlier one left there is kept under another name.
 */
export async function saving(file: string, now: Date): Promise<Growing> {
  const { savedText } = await import("../audit/saved");
  const { path, temporary } = named("--save", () => targetOf(file));
  // A name that can be told to somebody: what an interrupted audit read stays there.
  const written = temporary === undefined ? path : `${path}.partial`;
  const { handle, kept } = named("--save", () => {
    // A folder of that name is not the user's file.
    targetOf(written);
    const kept = written === path ? undefined : setAside(written);
    return { handle: opened(file, written), kept };
  });
  const told = new Set<string>();
  let hasRead = false;
  const add = (scope: SavedScope) => {
    write(file, handle, savedText.scope(scope, told.size === 0));
    told.add(placeKey(scope.place));
  };
  named("--save", () => write(file, handle, savedText.head(now)));
  const { step, failure } = untilUnwritable("--save");
  const keep = (report: Report | undefined): readonly string[] => {
    const before = existsSync(path) ? `${file} is as it was` : `${file} is not written`;
    if (failure() !== undefined) {
      // Cut off, and of no use to anybody.
      rmSync(written, { force: true });
      return [];
    }
    if (!hasRead) {
      rmSync(written, { force: true });
      return [`nothing was read that could be saved; ${before}.`];
    }
    if (report === undefined || report.partial !== undefined) {
      return [`what was read before the audit was ended is in ${written}, which says that it is partial; ${before}.`];
    }
    step(() => attempt(file, () => renameSync(written, path)));
    return failure() === undefined ? [] : [`what was read is in ${written}; ${before}.`];
  };
  return {
    notes:
      kept === undefined
        ? []
        : [
            `what an audit that was ended before had read into ${written} is in ${kept} now; delete it if nobody needs it.`,
          ],
    watch: {
      onRead: (read) => {
        hasRead = true;
        step(() => add(read));
      },
    },
    failure,
    end: (report) => {
      step(() => {
        for (const { error, account, region } of report?.scopes ?? []) {
          const place: Place = { ...(account === undefined ? {} : { account }), region };
          if (error !== undefined && !told.has(placeKey(place))) {
            add({ place, error });
          }
        }
        write(file, handle, savedText.end(report === undefined ? "interrupted" : report.partial));
      });
      closeSync(handle);
      return temporary === undefined ? [] : keep(report);
    },
  };
}

/**
 * Gives a file another name, as another audit is about to write under its own: hours of reading may be in it, and a job that
 * is run again must not stop because of it.
 * @returns the name; undefined where there is no such file
 */
function setAside(path: string): string | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  let number = 1;
  while (existsSync(`${path}.${number}`)) {
    number += 1;
  }
  const name = `${path}.${number}`;
  attempt(name, () => renameSync(path, name));
  return name;
}

/** Reads what was done already, and writes it again with what is done from now on. */
export async function resuming(
  command: Command,
  file: string,
  question: Question,
  now: Date,
): Promise<Growing & { readonly state: State }> {
  const { NoState, readState, stateEnd, stateHead, stateLine } = await import("../audit/state");
  const fresh: State = { startedAt: now, done: [] };
  const read = (): State => {
    if (!existsSync(file)) {
      return fresh;
    }
    const found = statSync(file);
    if (!found.isFile() && !found.isDirectory()) {
      command.error(`error: --resume is ${file}, which keeps nothing to go on from; name a file`);
    }
    const text = readText(command, file, "--resume");
    try {
      return readState(text, question);
    } catch (error) {
      if (error instanceof NoState) {
        command.error(`error: cannot go on from ${file}: ${error.message}`);
      }
      throw error;
    }
  };
  const found = read();
  const state = found.finished === true ? fresh : found;
  const { writeAll } = await import("../formats/write");
  named("--resume", () =>
    writeAll([{ file, text: [stateHead(state.startedAt, question), ...state.done.map(stateLine)].join("") }]),
  );
  const handle = named("--resume", () => opened(file, file, "a"));
  const { step, failure } = untilUnwritable("--resume");
  return {
    state,
    notes: notesOn(file, found),
    watch: { onResult: (result) => step(() => write(file, handle, stateLine(result))) },
    failure,
    end: (report) => {
      if (report?.complete === true) {
        step(() => write(file, handle, stateEnd));
      }
      closeSync(handle);
      return report?.complete === true ? strayNotes(file, state, report) : [];
    },
  };
}

function notesOn(file: string, { startedAt, done, finished }: State): readonly string[] {
  const began = startedAt.toISOString();
  if (finished === true) {
    return [`the audit in ${file}, begun at ${began}, had come to its end; this one asks everything anew.`];
  }
  return done.length === 0
    ? []
    : [
        `${count(done.length, "region")} from ${file}, of the audit begun at ${began}; delete it to ask everything anew.`,
      ];
}

/** What was done elsewhere, with other credentials, counts for nothing here. */
function strayNotes(file: string, { done }: State, { scopes }: Report): readonly string[] {
  const here = new Set(scopes.map(placeKey));
  const stray = done.filter(({ scope }) => !here.has(placeKey(scope))).map(({ scope }) => placeWords(scope));
  return stray.length === 0
    ? []
    : [`not in this audit, and left out, ${count(stray.length, "region")} from ${file}: ${stray.join("; ")}.`];
}

/** Says of which option the file is that cannot be written. */
function named<T>(option: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof CannotWrite ? new CannotWrite(`${option}: ${error.message}`) : error;
  }
}

function opened(file: string, path: string, flags = "w"): number {
  return attempt(file, () => openSync(path, flags));
}

function write(file: string, handle: number, text: string): void {
  attempt(file, () => writeFileSync(handle, text));
}

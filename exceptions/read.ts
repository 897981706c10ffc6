import { type Fault, faultsOf } from "../configuration/faults";
import { byLine, type Problem } from "../configuration/problem";
import { readYaml, type Source } from "../configuration/source";
import { shown } from "../configuration/words";
import type { Exception } from "./exception";
import { allowed, exceptionsSchema } from "./exceptions-schema";
import { isDay } from "./expiry";
import { nameOf, sentenceOf } from "./sentences";

export interface ExceptionsFile {
  /** The entries that are well-formed, expired ones among them. */
  readonly exceptions: readonly Exception[];
  /** What is wrong with the others, in the order of the file. */
  readonly problems: readonly Problem[];
}

/**
 * Reads exceptions.yaml.
 * @param text what the file holds
 * @param controlIds the controls that there are
 */
export function readExceptions(text: string, controlIds: readonly string[]): ExceptionsFile {
  const source = readYaml(text);
  // An empty file is null and has a value; a broken one has none.
  if (source.value === undefined) {
    return { exceptions: [], problems: source.problems };
  }
  const faults = faultsOf(exceptionsSchema(controlIds), source.value);
  const entries = entriesOf(source.value);
  const own = entries.flatMap((entry, index) => [
    ...dateProblem(entry, index, source, faults),
    ...repeatedId(entries, index, source),
  ]);
  const bad = new Set([
    ...faults.map(({ path }) => (path.length === 0 ? undefined : path[1])),
    ...own.map(({ index }) => index),
  ]);
  const problems = [
    ...source.problems,
    ...faults.map((fault) => problem(lineOfFault(fault, source), sentenceOf(fault, source.value, controlIds))),
    ...own.map(({ line, message }) => problem(line, message)),
  ];
  const exceptions = entries.flatMap((entry, index) => (bad.has(index) ? [] : [exceptionOf(entry, index, source)]));
  return { exceptions, problems: byLine(problems) };
}

type Entry = Partial<Record<string, unknown>> | null;

interface EntryProblem {
  readonly index: number;
  readonly line: number;
  readonly message: string;
}

function entriesOf(file: unknown): readonly Entry[] {
  const entries = (file as { exceptions?: unknown } | null)?.exceptions;
  return Array.isArray(entries) ? entries : [];
}

function lineOfFault({ path, key, keyword }: Fault, source: Source): number {
  return source.lineOf(key === undefined || keyword === "required" ? path : [...path, key]);
}

function problem(line: number, message: string): Problem {
  return { line, severity: "error", message };
}

/** A date that has the form of one and does not exist. */
function dateProblem(entry: Entry, index: number, source: Source, faults: readonly Fault[]): EntryProblem[] {
  const expires = entry?.expires;
  const reported = faults.some(({ path }) => path[1] === index && path[2] === "expires");
  if (typeof expires !== "string" || reported || isDay(expires)) {
    return [];
  }
  const line = source.lineOf(["exceptions", index, "expires"]);
  const message = `${nameOf(source.value, index)}: expires is ${shown(expires)}, a day that does not exist; it must be ${allowed.expires}.`;
  return [{ index, line, message }];
}

function repeatedId(entries: readonly Entry[], index: number, source: Source): EntryProblem[] {
  const id = entries[index]?.id;
  const first = entries.findIndex((entry) => entry?.id === id);
  if (typeof id !== "string" || first === index) {
    return [];
  }
  const line = source.lineOf(["exceptions", index, "id"]);
  const before = source.lineOf(["exceptions", first, "id"]);
  return [
    {
      index,
      line,
      message: `exception ${id} stands here for the second time, first in line ${before}; each needs an id of its own.`,
    },
  ];
}

function exceptionOf(entry: Entry, index: number, source: Source): Exception {
  const data = entry as unknown as Omit<Exception, "lines">;
  const path = ["exceptions", index];
  return {
    ...data,
    lines: {
      entry: source.lineOf(path),
      expires: source.lineOf([...path, "expires"]),
      resources: data.resources.map((_, position) => source.lineOf([...path, "resources", position])),
    },
  };
}

import type { ScopeResult } from "./report/report";
import { placeKey } from "./report/words";

/** What an interrupted audit found, to go on from. */
export interface State {
  readonly startedAt: Date;
  readonly done: readonly ScopeResult[];
  /** The audit has nothing left to go on with. */
  readonly finished?: true;
}

/** What an audit was asked: answers to another question cannot be added to. */
export interface Question {
  /** As options of the command line, in an order that is not the user's. */
  readonly regions: string;
  readonly accounts: string;
  /** A digest of the controls, and of everything that they are asked and judged by. */
  readonly judging: string;
}

/** Says in one sentence why an audit cannot go on from a file. */
export class NoState extends Error {}

const version = 2;

/** The first line of a state. */
export function stateHead(startedAt: Date, question: Question): string {
  return `${JSON.stringify({ auditState: version, startedAt: startedAt.toISOString(), question })}\n`;
}

/** A further line, written when a scope is done. */
export function stateLine(result: ScopeResult): string {
  return `${JSON.stringify(result)}\n`;
}

/** The last line, of an audit that read everything. */
export const stateEnd = `${JSON.stringify({ finished: true })}\n`;

/**
 * Reads a state; a last line that was cut off counts as not written, and what could not be read wholly is read again.
 * @throws NoState where the text is something else, or answers another question
 */
export function readState(text: string, question: Question): State {
  const [first = "", ...lines] = text.split("\n");
  const head = parsed(first) as { auditState?: unknown; startedAt?: unknown; question?: Question } | undefined;
  if (typeof head?.auditState !== "number" || typeof head.startedAt !== "string") {
    throw new NoState("it is not the state of an audit; name a file that --resume wrote, or a new one");
  }
  if (head.auditState !== version) {
    throw new NoState(`it is a state of version ${head.auditState}, and this program reads version ${version}`);
  }
  refuseOther(head.question, question);
  const startedAt = new Date(head.startedAt);
  if (Number.isNaN(startedAt.getTime())) {
    throw new NoState(
      `its startedAt is ${JSON.stringify(head.startedAt)}, which is no date; delete it, or name a new file`,
    );
  }
  const entries = lines.flatMap((line) => {
    const entry = parsed(line) as Partial<ScopeResult & { finished: true }> | null | undefined;
    return entry === undefined || entry === null ? [] : [entry];
  });
  return {
    startedAt,
    done: onceEach(entries.filter(isResult).filter(({ scope }) => scope.complete)),
    ...(entries.some(({ finished }) => finished === true) ? { finished: true as const } : {}),
  };
}

function refuseOther(earlier: Partial<Question> | undefined, question: Question): void {
  for (const what of ["regions", "accounts"] as const) {
    if (earlier?.[what] !== question[what]) {
      throw new NoState(
        `its audit had other ${what}: ${earlier?.[what]}, and this one has ${question[what]}; use the same ones, or a new file`,
      );
    }
  }
  if (earlier?.judging !== question.judging) {
    throw new NoState("its audit had other controls, options, filters or exceptions; use the same ones, or a new file");
  }
}

/** Audits that wrote to one file at once read places twice; what answered for what belongs to no region says more. */
function onceEach(results: readonly ScopeResult[]): readonly ScopeResult[] {
  const known = new Map<string, ScopeResult>();
  for (const result of results) {
    const key = placeKey(result.scope);
    if (!known.has(key) || result.isFirst !== false) {
      known.set(key, result);
    }
  }
  return [...known.values()];
}

function isResult(entry: Partial<ScopeResult>): entry is ScopeResult {
  const lists = [entry.findings, entry.accepted, entry.undecided, entry.incomplete];
  return typeof entry.scope?.region === "string" && entry.scope.counts !== undefined && lists.every(Array.isArray);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

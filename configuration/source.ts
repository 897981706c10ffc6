import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "./problem";

/** The way to a part of a file: keys of objects and positions in lists. */
export type Path = readonly (string | number)[];

/** What a file says and where it says it. */
export interface Source {
  /** Undefined where the text could not be read. */
  readonly value: unknown;
  /** Why it could not, and keys that stand twice. */
  readonly problems: readonly Problem[];
  /** The line of a part, or of the innermost part around it that exists. */
  lineOf(path: Path): number;
}

/** Reads YAML 1.2 of one document. */
export function readYaml(text: string): Source {
  if (noText.test(text)) {
    const problem = { line: 1, severity: "error" as const, message: "the file is no text in UTF-8; save it as one." };
    return { value: undefined, problems: [problem], lineOf: () => 1 };
  }
  const { document, lines, lineOf } = located(text);
  // A tag that is not known is a warning to the parser, which then takes the value for text.
  const problems = [...document.errors, ...document.warnings].map((found) => ({
    line: lines.linePos(found.pos[0]).line,
    severity: "error" as const,
    message: yamlSentence(found, text),
  }));
  if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY")) {
    return { value: undefined, problems, lineOf };
  }
  try {
    return { value: document.toJS(), problems, lineOf };
  } catch (error) {
    // An alias without an anchor is found only now: https://eemeli.org/yaml/#errors
    return {
      value: undefined,
      problems: [...problems, { line: 1, severity: "error", message: notYaml(error) }],
      lineOf,
    };
  }
}

/** A control character that YAML does not allow, or bytes that were no UTF-8. */
const noText = /[^\P{Cc}\t\n\r\u0085]|\uFFFD/u;

function yamlSentence({ code, message, pos: [start, end] }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY") {
    return `${keyAt(text, start)} stands here for the second time; keep one.`;
  }
  if (code === "MULTIPLE_DOCS") {
    return "a second YAML document begins here; the file must hold one: put everything under one key, without ---.";
  }
  if (code === "TAG_RESOLVE_FAILED") {
    return `${text.slice(start, end)} is a tag, which is not read here; write the value without it.`;
  }
  return `not YAML: ${message}.`;
}

function notYaml(error: unknown): string {
  return `not YAML: ${error instanceof Error ? error.message : String(error)}.`;
}

/** Reads JSON, as strictly as Pulumi does, and refuses the keys that stand twice, of which Pulumi drops one. */
export function readJson(text: string): Source {
  if (text.startsWith(byteOrderMark)) {
    const message = "the file starts with a byte order mark, which Pulumi does not read; save it as UTF-8 without one.";
    return { value: undefined, problems: [{ line: 1, severity: "error", message }], lineOf: () => 1 };
  }
  // JSON is YAML to this parser, which knows the lines that JSON.parse does not tell.
  const { document, lines, lineOf } = located(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const offset = position === undefined ? firstStranger(document, text) : Number(position);
    const problem = { line: lines.linePos(offset).line, severity: "error" as const, message: notJson(text, message) };
    return { value: undefined, problems: [problem], lineOf };
  }
  const problems = document.errors
    .filter(({ code }) => code === "DUPLICATE_KEY")
    .map(({ pos }) => ({
      line: lines.linePos(pos[0]).line,
      severity: "error" as const,
      message: `${keyAt(text, pos[0])} stands here for the second time, and Pulumi would drop one of the two; keep one.`,
    }));
  return { value, problems, lineOf };
}

/** The key that starts at an offset, as it is written. */
function keyAt(text: string, offset: number): string {
  return /^("(\\.|[^"\\])*"|'[^']*'|[^\s:#]+)/.exec(text.slice(offset, offset + longestKey))?.[0] ?? "a key";
}

const longestKey = 200;
const byteOrderMark = "\uFEFF";

/** What the parser says, without the place and the piece of text that it names now and then. */
function notJson(text: string, message: string): string {
  return text.trim() === ""
    ? "the file is empty; it must hold a JSON object."
    : `not JSON: ${message.replace(/(( in JSON)? at position |, (\.\.\.)?").*$/s, "")}.`;
}

/** Where YAML stops being JSON, for the messages of JSON.parse that name no place: a bare word, or the end. */
function firstStranger(document: Document.Parsed, text: string): number {
  const offsets = document.errors.map(({ pos }) => pos[0]);
  visit(document, {
    Scalar: (_, { type, source = "", range }) => {
      const isJson = type === "QUOTE_DOUBLE" || (type === "PLAIN" && /^(true|false|null|-?\d.*)$/.test(source));
      offsets.push(...(isJson || !range ? [] : [range[0]]));
    },
  });
  return Math.min(text.trimEnd().length, ...offsets);
}

function located(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return { document, lines, lineOf: (path: Path) => lines.linePos(offsetOf(document, path)).line };
}

function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of path) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(holder)) {
      node = holder.items[step as number];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

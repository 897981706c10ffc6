import type { ActivityEvent } from "./events";

/** What an event is about, in words that are alike for both engines. */
export interface Statement {
  /** "connect" is the attempt too. */
  readonly kind: "connect" | "disconnect" | "statement";
  /** The first word of the SQL command, in upper case: "SELECT", "CREATE", "CONNECT" ... */
  readonly verb: string;
  /** What the verb is about, where the verb alone does not say: "TABLE", "ROLE", "SYSTEM" ...; else "". */
  readonly object: string;
  readonly failed: boolean;
}

/**
 * aurora-postgresql names the SQL command: "CREATE TABLE"; aurora-mysql says QUERY and leaves the rest to the text, and
 * says what a query did to each table in events of class AUX.
 */
export function statementOf(event: ActivityEvent): Statement {
  const command = textOf(event.command).trim().toUpperCase();
  const kind = kinds[command] ?? "statement";
  const words = command === "QUERY" || command === "" ? wordsOf(textOf(event.commandText)) : command.split(/\s+/);
  const [verb = "", ...rest] = words;
  return {
    kind,
    verb: kind === "connect" ? "CONNECT" : verb,
    object: rest.find((word) => !fillers.has(word)) ?? "",
    failed: command === "FAILED_CONNECT" || hasFailed(event),
  };
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

const kinds: Readonly<Record<string, Statement["kind"]>> = {
  CONNECT: "connect",
  FAILED_CONNECT: "connect",
  AUTHENTICATE: "connect",
  CHANGEUSER: "connect",
  DISCONNECT: "disconnect",
};

const fillers = new Set(["OR", "REPLACE", "TEMP", "TEMPORARY", "UNIQUE", "GLOBAL", "LOCAL", "UNLOGGED", "DEFINER"]);

function hasFailed({ errorMessage, exitCode }: ActivityEvent): boolean {
  const code = textOf(exitCode);
  return textOf(errorMessage) !== "" || (code !== "" && code !== "0");
}

/**
 * What stands before the first word: blanks, brackets, comments, and the opening of a comment that MySQL and MariaDB run.
 * https://dev.mysql.com/doc/refman/8.4/en/comments.html
 */
const lead = /(?:[\s;(]|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*M?!\d*|\/\*(?!M?!)[^*]*\*+(?:[^/*][^*]*\*+)*\/)+/y;

/** The first words of a statement, after its comments. Only the start is looked at, however long the text is. */
function wordsOf(sql: string): readonly string[] {
  lead.lastIndex = 0;
  const from = lead.test(sql) ? lead.lastIndex : 0;
  return sql
    .slice(from, from + 200)
    .toUpperCase()
    .split(/[^A-Z_]+/)
    .filter((word) => word !== "")
    .slice(0, 5);
}

import type { Problem } from "../configuration/problem";

/** Problems as compilers print them, one a line: "exceptions.yaml:7: error: ...". */
export function problemLines(file: string, problems: readonly Problem[]): string {
  return problems
    .map(({ line, severity, message }) => `${printable(`${file}:${line}: ${severity}: ${message}`)}\n`)
    .join("");
}

/** What a file says must not steer the reader's terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

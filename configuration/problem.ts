/** Something about a file that people write. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** An error makes the file unfit for use, a warning does not. */
  readonly severity: "error" | "warning";
  /** One sentence: what was found, what is allowed or how to mend it. */
  readonly message: string;
}

/** Problems as a reader meets them in the file. */
export function byLine(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

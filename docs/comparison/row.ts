/** On without an argument, there by an argument or a call, not there, or not settled by documentation. */
export type Answer = "default" | "argument" | "no" | "?";

/** An answer, and a short note where one is needed. */
export type Cell<A extends Answer = Answer> = A | `${A}: ${string}`;

/** A test of this repository: one with that title, or one of a table, by what its row says. */
export interface Shown {
  readonly file: string;
  readonly by: "title" | "row";
  readonly text: string;
}

interface Feature {
  readonly feature: string;
  /** The Terraform module's answer, and the CDK's. */
  readonly peers: readonly [module: Cell, cdk: Cell];
}

interface Present extends Feature {
  readonly ours: Cell<"default" | "argument">;
  readonly test: Shown;
}

interface Absent extends Feature {
  readonly ours: Cell<"no">;
  readonly test?: undefined;
}

export type Row = Present | Absent;

export interface Comparison {
  readonly heading: string;
  /** What is compared: ours, the Terraform module and the CDK's construct. */
  readonly compared: readonly [ours: string, module: string, cdk: string];
  /** The folder of a program with what is on by default, and the test that deploys it. */
  readonly example: string;
  readonly deployedBy: Shown;
  readonly rows: readonly Row[];
}

/** Tests of one file, by their titles. */
export function testsOf(file: string): (title: string) => Shown {
  return (text) => ({ file: `test/${file}`, by: "title", text });
}

/** Tests of one file, by the rows that they are made from. */
export function rowsOf(file: string): (row: string) => Shown {
  return (text) => ({ file: `test/${file}`, by: "row", text });
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { AnyControl } from "../controls";
import { answerOf, type Case, describedCases } from "../test/support/control-cases";
import type { Row } from "../test/support/program";

/** A program of a control's own tests, and what the control says about it. */
export interface Example {
  readonly shows: string;
  readonly rows: readonly Row[];
  /** What is found and needed, of an example that fails. */
  readonly message?: string;
}

export interface Examples {
  readonly holds?: Example;
  readonly fails?: Example;
}

const tests = join(__dirname, "../test/controls");

/**
 * The first case that holds and the first that fails of each control's tests.
 * The tests are read as what they are, tables: outside of mocha nothing in them runs but the tables.
 */
export function loadExamples(): (control: AnyControl) => Examples {
  const surroundings = globalThis as unknown as Record<"describe" | "it", unknown>;
  const { describe, it } = surroundings;
  surroundings.describe = (_title: string, body: () => void) => body();
  surroundings.it = () => {};
  try {
    for (const file of readdirSync(tests, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".test.ts") && file.includes("/")) {
        const path = join(tests, file);
        const isLoaded = path in require.cache;
        require(path);
        if (!isLoaded) {
          // mocha has yet to load it, and would be given what has run no test.
          delete require.cache[path];
        }
      }
    }
  } finally {
    Object.assign(surroundings, { describe, it });
  }
  return examplesOf;
}

function examplesOf(control: AnyControl): Examples {
  const cases = describedCases(control.id);
  const holds = exampleOf(control, cases, "holds");
  const fails = exampleOf(control, cases, "fails");
  return { ...(holds && { holds }), ...(fails && { fails }) };
}

function exampleOf(control: AnyControl, cases: readonly Case[], answer: "holds" | "fails"): Example | undefined {
  const found = cases.find((candidate) => candidate.answer === answer && Array.isArray(candidate.given));
  if (found === undefined) {
    return undefined;
  }
  const given = answerOf(control.id, found);
  return {
    shows: found.shows,
    rows: found.given as readonly Row[],
    ...(given.answer === "fails" ? { message: `${given.found}; ${given.needed}.` } : {}),
  };
}

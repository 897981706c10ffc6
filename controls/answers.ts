import type { Value } from "../inventory/value";
import { isUnknown } from "../inventory/value";
import type { Answer } from "./control";

export const holds: Answer = { answer: "holds" };

export function fails(found: string, needed: string): Answer {
  return { answer: "fails", found, needed };
}

export function undecided(waitsFor: string): Answer {
  return { answer: "undecided", waitsFor };
}

export function notApplicable(because: string): Answer {
  return { answer: "not-applicable", because };
}

/** The answer of a control that asks for several things at once: a failure outweighs what is undecided. */
export function all(answers: readonly Answer[]): Answer {
  return (
    answers.find(({ answer }) => answer === "fails") ??
    answers.find(({ answer }) => answer === "undecided") ??
    answers.find(({ answer }) => answer === "holds") ??
    answers[0] ??
    holds
  );
}

/**
 * Judges a switch that must be on.
 * @param absent what AWS does when nobody set it, as in "off by default"
 */
export function mustBeOn(name: string, value: Value<boolean>, absent: string): Answer {
  if (isUnknown(value)) {
    return undecided(value.waitsFor);
  }
  if (value === true) {
    return holds;
  }
  return fails(value === undefined ? `${name} is not set (${absent})` : `${name} is false`, `it must be true`);
}

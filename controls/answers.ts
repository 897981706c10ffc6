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

/**
 * A text as messages may show it. Policies see secrets in the clear and cannot tell them from other texts, so a text
 * is shown only where it has the shape that its property takes.
 */
export function shown(text: string, shape: keyof typeof shapes): string {
  return text.length <= 512 && shapes[shape].test(text) ? text : `a text that is no ${shapeNames[shape]}`;
}

const shapes = {
  arn: /^(arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:[\w+=,.@\-/:*?<>$ ]+|alias\/[\w/-]+|(mrk-)?[0-9a-f-]{32,40})$/i,
  cidr: /^[0-9a-f.:]+\/\d{1,3}$/i,
  name: /^[a-z][a-z0-9._:/-]{0,62}$/i,
  version: /^\d[\w.-]{0,39}$/,
  // As identity policies write them, with wildcards and policy variables anywhere.
  action: /^(\*|[a-z0-9*?-]{1,63}[*?]|[a-z0-9*?-]{1,63}:[a-z0-9*?]{1,128})$/i,
  resource: /^(\*|arn:[a-z0-9*?:-]{1,100}:[\w+=,.@\-/:*?${}' ]{1,400}|arn:[a-z0-9*?:-]{0,100})$/i,
  words: /^(-?[a-z0-9_]{1,24})(\s*,\s*-?[a-z0-9_]{1,24}){0,15}$/i,
};

const shapeNames: { readonly [S in keyof typeof shapes]: string } = {
  arn: "ARN, alias or key id",
  cidr: "CIDR block",
  name: "name",
  version: "version",
  action: "IAM action",
  resource: "ARN",
  words: "list of words",
};

/** What a message about an undecided control says, by which its readers know it from a violation. */
export const notDecidedYet = "not decided yet, it waits for";

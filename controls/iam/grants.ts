import { type PolicyDocument, parsePolicy, type Statement } from "../../inventory/policy-document";
import { isUnknown, type Unknown, type Value } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import type { Answer } from "../control";
import { fitsAction } from "../wildcards";

/**
 * Judges an identity policy by its document.
 * A text that is no JSON fails: AWS refuses it, and until then nothing can be said of it.
 */
export function judgePolicy(document: Value<string | object>, judge: (policy: PolicyDocument) => Answer): Answer {
  const policy = parsePolicy(document);
  if (policy === "absent") {
    return notApplicable("it has no document");
  }
  if (policy === "malformed") {
    return fails("its document is no JSON", "it must be a policy document of JSON");
  }
  return isUnknown(policy) ? undecided(policy.waitsFor) : judge(policy);
}

/** Judges each statement that allows something; one that denies takes away what should not be given. */
export function judgeAllows(policy: PolicyDocument, judge: (statement: Statement) => Answer): Answer {
  return all([
    holds,
    ...policy.statements.map((statement) => {
      if (isUnknown(statement)) {
        return undecided(statement.waitsFor);
      }
      if (statement.effect === "Deny") {
        return holds;
      }
      const answer = judge(statement);
      return answer.answer === "fails" && isUnknown(statement.effect) ? undecided(statement.effect.waitsFor) : answer;
    }),
  ]);
}

/**
 * Whether a statement is about an action, with what says so: a pattern of its Action, or its NotAction. It is unknown
 * where an entry that is not known yet may decide.
 */
export function covers({ actions, notActions }: Statement, action: string): string | Unknown | undefined {
  const known = (actions ?? []).filter((entry) => typeof entry === "string");
  const pattern = known.find((entry) => fitsAction(entry, action));
  if (pattern !== undefined) {
    return pattern;
  }
  if (notActions === undefined) {
    return actions?.find(isUnknown);
  }
  const excluded = notActions.some((entry) => typeof entry === "string" && fitsAction(entry, action));
  return excluded ? actions?.find(isUnknown) : (notActions.find(isUnknown) ?? byNotAction);
}

/** What `covers` answers where a NotAction leaves the action in; no pattern has a space. */
export const byNotAction = "all actions but a few";

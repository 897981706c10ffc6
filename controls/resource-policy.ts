import { type PolicyDocument, type Principal, parsePolicy, type Statement } from "../inventory/policy-document";
import { isUnknown, type Value } from "../inventory/value";
import { all, fails, holds, undecided } from "./answers";
import type { Answer } from "./control";
import { accountIn, limitsOf } from "./limiting-condition";

/** Accounts that a policy may let in. */
export interface Trust {
  /** The account of what the policy protects; undefined where it is not known. */
  readonly own: string | undefined;
  /** Further accounts by their ids. */
  readonly accounts: readonly string[];
}

interface Rules {
  /** What the property is called in messages. */
  readonly name: string;
  /** What is answered where there is no policy; by default it holds. */
  readonly absent?: Answer;
  /** Where given, other accounts may not be let in either. */
  readonly trust?: Trust;
  /** A place, such as a VPC, is no limit: whoever gets that far is there. */
  readonly anyPlace?: boolean;
  /** Whether a statement is about what is protected; by default every one is. */
  readonly concerns?: (statement: Statement) => boolean;
}

const neededPublic = "no statement may allow everybody without a condition that limits who calls";
const neededTrust = "it may only allow its own account and the trusted ones, or need a condition that limits who calls";

/**
 * Judges whom the policy of a resource lets in. Only statements that allow are looked at: one that denies takes
 * something away, which is no reason to hand it to everybody first.
 */
export function mustNotBePublic(document: Value<string | object>, rules: Rules): Answer {
  const policy = parsePolicy(document);
  if (policy === "absent") {
    return rules.absent ?? holds;
  }
  if (policy === "malformed") {
    return fails(`${rules.name} is not a policy document of JSON`, "it must be one, as nothing can be said of it");
  }
  if (isUnknown(policy)) {
    return undecided(policy.waitsFor);
  }
  return all([holds, ...policy.statements.map((statement) => judgeStatement(statement, rules))]);
}

function judgeStatement(statement: PolicyDocument["statements"][number], rules: Rules): Answer {
  if (isUnknown(statement)) {
    return notKnown(rules, statement.waitsFor);
  }
  if (statement.effect === "Deny" || rules.concerns?.(statement) === false) {
    return holds;
  }
  const answer = judgeAllow(statement, rules);
  return answer.answer === "fails" && isUnknown(statement.effect) ? notKnown(rules, statement.effect.waitsFor) : answer;
}

function judgeAllow(statement: Statement, rules: Rules): Answer {
  const { principals, notPrincipals } = statement;
  const judged = (principals ?? []).map((principal) => ({ principal, answer: judgePrincipal(principal, rules) }));
  const answers = (named: boolean) =>
    judged.filter(({ principal }) => isNamed(principal) === named).map(({ answer }) => answer);
  const anybody = all([
    holds,
    ...(notPrincipals === undefined
      ? []
      : [fails(`${rules.name} allows everybody but a few, by NotPrincipal`, neededPublic)]),
    ...answers(false),
  ]);
  const byName = all([holds, ...answers(true)]);
  // The place keeps the world out, but another account that is let in by its name stays another account.
  return all([
    ...outweighed(anybody, statement, rules, rules.anyPlace !== true),
    ...outweighed(byName, statement, rules, false),
  ]);
}

function isNamed({ name }: Principal): boolean {
  return !isUnknown(name) && !isEverybody(name);
}

/** A condition that limits who calls makes up for a principal that does not. */
function outweighed(answer: Answer, statement: Statement, rules: Rules, byPlace: boolean): readonly Answer[] {
  if (answer.answer === "holds") {
    return [answer];
  }
  const limits = limitsOf(statement).map((limit) =>
    typeof limit === "object" ? all(limit.accounts.map((account) => judgeAccount(account, rules))) : limit,
  );
  if (
    limits.some(
      (limit) =>
        limit === "limits" || (limit === "place" && byPlace) || (typeof limit === "object" && limit.answer === "holds"),
    )
  ) {
    return [holds];
  }
  if (limits.includes("unknown")) {
    return [notKnown(rules, "a condition, known at deploy")];
  }
  // A condition that keeps to accounts which are not trusted says more than the principal does.
  const named = limits.filter((limit) => typeof limit === "object");
  return named.length > 0 ? named.slice(0, 1) : [answer];
}

function judgePrincipal({ type, name }: Principal, rules: Rules): Answer {
  if (isUnknown(name)) {
    return notKnown(rules, name.waitsFor);
  }
  if (isEverybody(name)) {
    return fails(`${rules.name} allows everybody`, neededPublic);
  }
  return isUnknown(type) || !["aws", "federated"].includes(type.toLowerCase()) ? holds : judgeAccount(name, rules);
}

/** A wildcard in place of the account means every account. */
function isEverybody(name: string): boolean {
  return name.trim() === "*" || (name.startsWith("arn:") && /[*?]/.test(name.split(":")[4] ?? ""));
}

function judgeAccount(name: string, { name: property, trust }: Rules): Answer {
  const account = accountIn(name);
  if (trust === undefined || account === undefined || trust.accounts.includes(account) || account === trust.own) {
    return holds;
  }
  return trust.own === undefined
    ? undecided(`the account that it belongs to, as ${property} allows account ${account}`)
    : fails(`${property} allows account ${account}`, neededTrust);
}

function notKnown({ name }: Rules, waitsFor: string): Answer {
  return undecided(waitsFor.startsWith(name) ? waitsFor : `${name} (${waitsFor})`);
}

import { isUnknown, type Unknown, type Value } from "./value";

type Entry = string | Unknown;

/** A list of a statement; undefined where the statement has no such element. One that is not known is one entry. */
type Entries = readonly Entry[] | undefined;

export interface Principal {
  /** "AWS", "Service", "Federated", "CanonicalUser", or "*" for the bare `"Principal": "*"`. */
  readonly type: Entry;
  /** An account id, an ARN, a service, or "*". */
  readonly name: Entry;
}

export interface Condition {
  /** As written, such as "ForAnyValue:StringLikeIfExists". */
  readonly operator: string;
  /** As written, such as "aws:PrincipalOrgID"; AWS compares keys without case. */
  readonly key: string;
  readonly values: readonly Entry[];
}

export interface Statement {
  /** Whatever is not "Deny" counts as "Allow", so that none passes by being unreadable. */
  readonly effect: "Allow" | "Deny" | Unknown;
  readonly principals: readonly Principal[] | undefined;
  readonly notPrincipals: readonly Principal[] | undefined;
  readonly actions: Entries;
  readonly notActions: Entries;
  readonly resources: Entries;
  readonly notResources: Entries;
  /** All must be met. */
  readonly conditions: readonly (Condition | Unknown)[];
}

export interface PolicyDocument {
  readonly statements: readonly (Statement | Unknown)[];
}

/**
 * Reads a policy document, a text of JSON or the object that stands for one in a program. Element names are read
 * without case, elements that are lists may be single values, and a part that cannot be read is left out.
 * @returns "malformed" for a text that is no JSON and for what is no object
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: Value<string | object>): PolicyDocument | "absent" | "malformed" | Unknown {
  if (document === undefined) {
    return "absent";
  }
  if (isUnknown(document)) {
    return document;
  }
  const data = typeof document === "string" ? parsed(document) : document;
  if (!isRecord(data)) {
    return "malformed";
  }
  return { statements: elements(data, "Statement").flatMap(itemsOf).flatMap(statementOf) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function statementOf(value: unknown): readonly (Statement | Unknown)[] {
  if (isUnknown(value)) {
    return [value];
  }
  if (!isRecord(value)) {
    return [];
  }
  return [
    {
      effect: effectOf(elements(value, "Effect")[0]),
      principals: principalsOf(value, "Principal"),
      notPrincipals: principalsOf(value, "NotPrincipal"),
      actions: entriesOf(value, "Action"),
      notActions: entriesOf(value, "NotAction"),
      resources: entriesOf(value, "Resource"),
      notResources: entriesOf(value, "NotResource"),
      conditions: elements(value, "Condition").flatMap(conditionsOf),
    },
  ];
}

function effectOf(value: unknown): Statement["effect"] {
  if (isUnknown(value)) {
    return value;
  }
  return typeof value === "string" && value.toLowerCase() === "deny" ? "Deny" : "Allow";
}

function principalsOf(statement: object, name: string): readonly Principal[] | undefined {
  const found = elements(statement, name);
  return found.length === 0 ? undefined : found.flatMap(itemsOf).flatMap(principalOf);
}

function principalOf(value: unknown): readonly Principal[] {
  if (isUnknown(value)) {
    return [{ type: value, name: value }];
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([type, names]) =>
      itemsOf(names)
        .flatMap(entryOf)
        .map((name) => ({ type, name })),
    );
  }
  return entryOf(value).map((name) => ({ type: name === "*" ? "*" : "AWS", name }));
}

function conditionsOf(value: unknown): readonly (Condition | Unknown)[] {
  if (isUnknown(value)) {
    return [value];
  }
  return fieldsOf(value).flatMap(([operator, tests]): readonly (Condition | Unknown)[] =>
    isUnknown(tests)
      ? [tests]
      : fieldsOf(tests).map(([key, values]) => ({ operator, key, values: itemsOf(values).flatMap(entryOf) })),
  );
}

function fieldsOf(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}

function entriesOf(statement: object, name: string): Entries {
  const found = elements(statement, name);
  return found.length === 0 ? undefined : found.flatMap(itemsOf).flatMap(entryOf);
}

function entryOf(value: unknown): readonly Entry[] {
  if (typeof value === "string" || isUnknown(value)) {
    return [value];
  }
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

/** The values of an element, whichever way its name is written; null and undefined are no values. */
function elements(data: object, name: string): readonly unknown[] {
  return Object.entries(data)
    .filter(([key, value]) => key.toLowerCase() === name.toLowerCase() && value !== undefined && value !== null)
    .map(([, value]) => value);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}

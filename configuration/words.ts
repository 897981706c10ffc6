import { notBlank, type Schema } from "./schema";
import type { Path } from "./source";

/** A path as people write it: `policies.rds-instance-multi-az.minimumDays`, `match[0]`. */
export function pathWords(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === "string" && /^[\w$-]+$/.test(step)
        ? `${index === 0 ? "" : "."}${step}`
        : `[${JSON.stringify(step)}]`,
    )
    .join("");
}

/** Long enough to be recognised, short enough for one sentence. */
const shownLength = 80;

/** A value as JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > shownLength ? `${text.slice(0, shownLength)}...` : text;
}

/** What a schema allows, to stand behind "it must be". */
export function wanted(schema: Schema): string {
  if (schema.const !== undefined) {
    return `the ${typeof schema.const} ${JSON.stringify(schema.const)}`;
  }
  if (schema.enum !== undefined) {
    return `one of ${schema.enum.join(", ")}`;
  }
  return typeof schema.type === "string" ? ofType(schema.type, schema) : (schema.type ?? []).map(article).join(" or ");
}

function ofType(
  type: string,
  { minimum, maximum, items, pattern, examples, description, minItems, maxLength }: Schema,
): string {
  if (type === "boolean") {
    return "true or false";
  }
  if (type === "array") {
    return `a list of ${minItems === undefined ? "" : `at least ${minItems} of `}${items === undefined ? "anything" : plural(items)}`;
  }
  if (type === "integer" || type === "number") {
    return `${article(type)}${range(minimum, maximum)}`;
  }
  if (pattern !== undefined && examples === undefined && description !== undefined) {
    return description;
  }
  const form = pattern === undefined ? "" : pattern === notBlank ? " that is not blank" : ` such as ${examples?.[0]}`;
  return `${article(type)}${form}${maxLength === undefined ? "" : ` of at most ${maxLength} characters`}`;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) {
    return ` from ${minimum} to ${maximum}`;
  }
  return `${minimum === undefined ? "" : ` of at least ${minimum}`}${maximum === undefined ? "" : ` of at most ${maximum}`}`;
}

function plural(items: Schema): string {
  return items.enum === undefined ? `${items.type}s` : items.enum.join(", ");
}

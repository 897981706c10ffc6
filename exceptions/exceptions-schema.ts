import { exceptionId } from "../configuration/configuration-schema";
import { draft7, notBlank, type Schema } from "../configuration/schema";

/**
 * Resources that something can match: a whole URN, a glob over URNs, an ARN or a glob over ARNs, a glob over both, and
 * the ids by which AWS knows what has no ARN in its answers.
 */
const resource = "^(urn:pulumi:.*::.*::.*::.*|urn:.*[*?].*|arn:.+|[*?].*|[a-z]+-[0-9a-f]{8,17})$";

/** Pulumi Cloud takes 2,048 characters for a reason, in which owner, expiry and ticket go along. */
const longestReason = 1500;
const longestName = 150;

/** What each key of an entry needs, to stand behind "it must be"; also what editors show. */
export const allowed = {
  id: 'a name of letters, digits, "-", "." and "_" other than "all"',
  controls: "a list of control ids",
  resources: "a list of URNs, ARNs and globs over them, such as urn:pulumi:prod::shop::*::orders",
  reason: `a text of at most ${longestReason} characters that says why it is right`,
  owner: `a text of at most ${longestName} characters that says who answers for it`,
  expires: "the date of the last day on which it holds, such as 2027-01-31",
  ticket: `a text of at most ${longestName} characters that says where it was agreed`,
} as const;

export type Key = keyof typeof allowed;

export const keys = Object.keys(allowed) as readonly Key[];

/** The JSON schema of exceptions.yaml. */
export function exceptionsSchema(controlIds: readonly string[]): Schema {
  return {
    $schema: draft7,
    title: "Exceptions to the controls of aws-secure-database",
    type: "object",
    properties: { exceptions: { type: "array", items: entry(controlIds) } },
    required: ["exceptions"],
    additionalProperties: false,
  };
}

function entry(controlIds: readonly string[]): Schema {
  const properties: { readonly [K in Key]: Schema } = {
    id: { type: "string", pattern: `^(?!all$)${exceptionId.slice(1)}` },
    controls: { type: "array", minItems: 1, items: { type: "string", enum: controlIds } },
    resources: { type: "array", minItems: 1, items: { type: "string", pattern: resource } },
    reason: { type: "string", pattern: notBlank, maxLength: longestReason },
    owner: { type: "string", pattern: notBlank, maxLength: longestName },
    expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", format: "date" },
    ticket: { type: "string", pattern: notBlank, maxLength: longestName },
  };
  return {
    type: "object",
    properties: Object.fromEntries(
      keys.map((key) => [key, { description: sentence(allowed[key]), ...properties[key] }]),
    ),
    required: keys.filter((key) => key !== "ticket"),
    additionalProperties: false,
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

import { faultsOf } from "../configuration/faults";
import type { Schema } from "../configuration/schema";
import { pathWords, shown, wanted } from "../configuration/words";
import { kindNames } from "../inventory/model";
import { outcomeWords } from "./read/failure";

const text: Schema = { type: "string" };
const texts: Schema = { type: "array", items: text };

/** What every resource of every kind has: see inventory/model/resource.ts. */
const resource: Schema = {
  type: "object",
  required: ["id", "name", "identifiers"],
  properties: { id: text, name: text, identifiers: texts, region: text },
};

const kinds = Object.keys(kindNames);

/** Lists that are not there must not count as lists of nothing. */
const inventory: Schema = {
  type: "object",
  required: ["scope", "unread", ...kinds],
  properties: {
    scope: { const: "account" },
    unread: { type: "object", propertyNames: { enum: kinds }, additionalProperties: text },
    ...Object.fromEntries(kinds.map((kind) => [kind, { type: "array", items: resource }])),
  },
};

const place: Schema = { type: "object", required: ["region"], properties: { account: text, region: text } };

const unreadCall: Schema = {
  type: "object",
  required: ["call", "outcome", "message", "about"],
  properties: { call: text, outcome: { enum: Object.keys(outcomeWords) }, message: text, about: texts },
};

/** A region that was read, or one that was not with the reason. */
const scope: Schema = {
  type: "object",
  required: ["place"],
  properties: { place, error: text, isFirst: { type: "boolean" } },
  if: { type: "object", required: ["inventory"] },
  // biome-ignore lint/suspicious/noThenProperty: JSON schema calls it so.
  then: {
    type: "object",
    required: ["unread"],
    properties: { inventory, unread: { type: "array", items: unreadCall } },
  },
  else: { type: "object", required: ["error"] },
};

const file: Schema = {
  type: "object",
  required: ["readAt", "scopes"],
  properties: {
    readAt: text,
    scopes: { type: "array", items: scope },
    partial: { const: "interrupted" },
  },
};

/** What is wrong with an inventory, first of all, as the rest of a sentence; undefined for one that is as it was written. */
export function faultOf(value: unknown): string | undefined {
  const [fault] = faultsOf(file, value);
  if (fault === undefined) {
    return undefined;
  }
  const where = fault.path.length === 0 ? "it" : pathWords(fault.path);
  return fault.key !== undefined && fault.keyword === "required"
    ? `${where} has no ${fault.key}`
    : `${where} is ${shown(fault.value)}, and must be ${wanted(fault.schema)}`;
}

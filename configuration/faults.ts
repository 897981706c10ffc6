import Ajv, { type ErrorObject } from "ajv";
import type { Schema } from "./schema";
import type { Path } from "./source";

/** A part of a value that its schema does not allow. */
export interface Fault {
  readonly path: Path;
  /** The keyword of the schema that does not hold, such as "maximum" or "additionalProperties". */
  readonly keyword: string;
  /** The key that is missing, unknown or misspelt, where it is about a key of the part. */
  readonly key?: string;
  /** The part. */
  readonly value: unknown;
  /** What its schema says. */
  readonly schema: Schema;
}

/** Everything that a schema does not allow in a value, one fault a part and key. */
export function faultsOf(schema: Schema, value: unknown): Fault[] {
  // Formats are for editors: what matters about them is checked by hand.
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(value);
  const found = new Map<string, Fault>();
  for (const error of validate.errors ?? []) {
    // "if" only says that a branch failed, and a name's own fault comes again as one of "propertyNames".
    if (error.keyword !== "if" && error.propertyName === undefined) {
      const fault = faultOf(error, value);
      const place = JSON.stringify([fault.path, fault.key]);
      found.set(place, found.get(place) ?? fault);
    }
  }
  return [...found.values()];
}

function faultOf({ instancePath, keyword, params, data, parentSchema }: ErrorObject, value: unknown): Fault {
  const key = params.additionalProperty ?? params.missingProperty ?? params.propertyName;
  return {
    path: pathOf(instancePath, value),
    keyword,
    ...(typeof key === "string" ? { key } : {}),
    value: data,
    schema: parentSchema as Schema,
  };
}

/** A JSON pointer (RFC 6901) into a value. */
function pathOf(pointer: string, value: unknown): Path {
  let part = value;
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const path = Array.isArray(part) ? Number(key) : key;
      part = (part as Record<string | number, unknown>)[path];
      return path;
    });
}

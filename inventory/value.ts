/**
 * A value that exists but cannot be read yet: known at deploy, or not readable in the account.
 * Kept apart from `undefined`, which means that nobody set it and the AWS default applies.
 */
export interface Unknown {
  readonly unknown: true;
  /** What the value waits for, as the end of a sentence: "kmsKeyId, known at deploy". */
  readonly waitsFor: string;
  /** Ids of the inventory's resources that the value comes from, by Pulumi's property dependencies. */
  readonly sources: readonly string[];
}

/** A property of a resource: its value, unknown for now, or absent. */
export type Value<T> = T | Unknown | undefined;

export function unknown(waitsFor: string, sources: readonly string[] = []): Unknown {
  return { unknown: true, waitsFor, sources };
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && (value as Partial<Unknown>).unknown === true;
}

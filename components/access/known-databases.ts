import type * as pulumi from "@pulumi/pulumi";

/** What is known of a database beside its outputs. */
export interface KnownDatabase {
  readonly engine: string;
  /** Absent: that of what it is made from. */
  readonly masterUsername: pulumi.Input<string> | undefined;
}

/** By the components, and by outputs that name them: a field of theirs would be an output in other languages. */
const known = new WeakMap<object, KnownDatabase>();

/** Keeps what the users of a database are checked by, for its component or proxy and their outputs. */
export function rememberDatabase(database: KnownDatabase, ...keys: readonly (object | undefined)[]): void {
  for (const key of keys) {
    if (key !== undefined) {
      known.set(key, database);
    }
  }
}

export function knownDatabase(database: object): KnownDatabase | undefined {
  return known.get(database);
}

/** Of the database whose component gave out this resource id or identifier; undefined for others. */
export function masterUserOf(id: pulumi.Input<string> | undefined): pulumi.Input<string> | undefined {
  return typeof id === "object" ? known.get(id)?.masterUsername : undefined;
}

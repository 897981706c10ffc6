import type { Value } from "../value";

/** A reference to another resource by id, ARN or name, or unknown with the resources that it comes from. */
export type Reference = Value<string>;

/** Tags by their keys. */
export type Tags = Value<Readonly<Record<string, Value<string>>>>;

export interface Resource {
  /** Unique in the inventory: the URN in a program, the ARN (or AWS id) in an account. */
  readonly id: string;
  /** How people call it. */
  readonly name: string;
  /** Every known string by which another resource can name it: AWS id, ARN, name. */
  readonly identifiers: readonly string[];
  /** AWS region, such as "eu-west-1"; absent where the program leaves it to the provider. */
  readonly region?: string;
}

/** A resource whose tags no control looks at; absent in a program. */
export interface TaggedResource extends Resource {
  readonly tags?: Tags;
}

/** A resource with a policy document: a text of JSON, or the object that stands for it in a program. */
export interface PolicyHolder extends Resource {
  readonly document: Value<string | object>;
}

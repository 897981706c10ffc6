import type { Value } from "../value";
import type { PolicyHolder, Reference, Resource, TaggedResource } from "./resource";

export interface KmsKey extends Resource {
  readonly manager: Value<"customer" | "aws">;
  /** True for a symmetric encryption key whose material AWS made: the only kind that can rotate by itself. */
  readonly rotatable: Value<boolean>;
  readonly rotationEnabled: Value<boolean>;
  readonly enabled: Value<boolean>;
  readonly pendingDeletion: Value<boolean>;
  /** Days, 7 to 30; absent: 30. */
  readonly deletionWindow: Value<number>;
  /** The policy; absent: AWS's default, which admits the account's administrators alone. */
  readonly document: Value<string | object>;
}

/** A policy that is attached to a key by a resource of its own. */
export interface KmsKeyPolicy extends PolicyHolder {
  readonly key: Reference;
}

export interface KmsAlias extends Resource {
  readonly target: Reference;
}

export interface Secret extends TaggedResource {
  readonly kmsKeyId: Reference;
  /** The service that manages it, such as "rds", which then rotates it. */
  readonly owningService: Value<string>;
}

export interface SecretRotation extends Resource {
  readonly secret: Reference;
  readonly enabled: Value<boolean>;
  /** Days between two rotations. */
  readonly days: Value<number>;
}

export interface SecretPolicy extends PolicyHolder {
  readonly secret: Reference;
}

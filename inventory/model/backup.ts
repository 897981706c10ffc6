import type { Value } from "../value";
import type { Reference, Resource } from "./resource";

export interface BackupVault extends Resource {
  readonly kmsKeyArn: Reference;
}

export interface BackupPlan extends Resource {
  /** The vaults that its rules and their copies write to. */
  readonly vaults: Value<readonly Reference[]>;
}

export interface BackupTag {
  readonly key: Value<string>;
  readonly value: Value<string>;
}

/** Tests of a tag's value: "like" takes "*" for any text. */
export type BackupTest = "equals" | "not-equals" | "like" | "not-like";

export interface BackupCondition extends BackupTag {
  readonly test: BackupTest;
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
export interface BackupSelection extends Resource {
  readonly plan: Reference;
  /** ARNs, with "*" for any text. */
  readonly resources: Value<readonly Reference[]>;
  /** ARNs that are left out, with "*" for any text. */
  readonly notResources: Value<readonly Reference[]>;
  /** Tags of which one selects a resource (ListOfTags). */
  readonly tags: Value<readonly Value<BackupTag>[]>;
  /** Conditions of which every one must hold (Conditions). */
  readonly conditions: Value<readonly Value<BackupCondition>[]>;
}

export interface RecoveryPoint extends Resource {
  /** What it is a backup of, by ARN. */
  readonly resource: Reference;
  readonly encrypted: Value<boolean>;
}

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

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
export interface BackupSelection extends Resource {
  readonly plan: Reference;
  /** ARNs, with "*" for any text. */
  readonly resources: Value<readonly Reference[]>;
  /** ARNs that are left out, with "*" for any text. */
  readonly notResources: Value<readonly Reference[]>;
  /** Tags of which one selects a resource (ListOfTags). */
  readonly tags: Value<readonly Value<BackupTag>[]>;
  /** Tags of which every one must fit (Conditions, StringEquals). */
  readonly requiredTags: Value<readonly Value<BackupTag>[]>;
  /** Conditions other than StringEquals, which are not judged. */
  readonly otherConditions: Value<boolean>;
}

export interface RecoveryPoint extends Resource {
  /** What it is a backup of, by ARN. */
  readonly resource: Reference;
  readonly encrypted: Value<boolean>;
}

import type { Value } from "../value";
import type { PolicyHolder, Reference, Resource, Tags } from "./resource";

export interface DynamodbTable extends Resource {
  /** True when a KMS key (not the AWS owned key) encrypts the table. */
  readonly kmsEncryption: Value<boolean>;
  readonly kmsKeyArn: Reference;
  readonly pointInTimeRecovery: Value<boolean>;
  /** Days that can be restored, 1 to 35. */
  readonly recoveryPeriod: Value<number>;
  readonly deletionProtection: Value<boolean>;
  /** "PROVISIONED" (default) or "PAY_PER_REQUEST". */
  readonly billingMode: Value<string>;
  readonly tags: Tags;
  /**
   * The table that it is restored from, by name or ARN: it takes that one's encryption unless it asks for its own.
   * Absent where it exists and shows what it got.
   */
  readonly restoreSource?: Reference;
}

/** A replica of a table in another region, inline, separate or of a global table of the 2017 version. */
export interface DynamodbReplica extends Resource {
  readonly table: Reference;
  readonly kmsEncryption: Value<boolean>;
  readonly kmsKeyArn: Reference;
  readonly pointInTimeRecovery: Value<boolean>;
  readonly deletionProtection: Value<boolean>;
}

export interface DynamodbResourcePolicy extends PolicyHolder {
  /** The table or stream, by ARN. */
  readonly resource: Reference;
}

/** A dimension of a resource that Application Auto Scaling scales. */
export interface ScalingTarget extends Resource {
  /** Such as "table/orders"; unknown with the table that it comes from. */
  readonly target: Reference;
  /** Such as "dynamodb:table:ReadCapacityUnits". */
  readonly dimension: Value<string>;
}

export interface KinesisStream extends Resource {
  /** "KMS" or "NONE" (default). */
  readonly encryptionType: Value<string>;
  readonly kmsKeyId: Reference;
}

/** Sends the changes of a table to a Kinesis stream. */
export interface KinesisDestination extends Resource {
  readonly table: Reference;
  readonly stream: Reference;
}

export interface DaxCluster extends Resource {
  readonly securityGroups: Value<readonly Reference[]>;
  readonly encryptedAtRest: Value<boolean>;
  /** "TLS" or "NONE" (default). */
  readonly endpointEncryption: Value<string>;
  readonly nodes: Value<number>;
  /** Zones of the nodes; absent: DAX chooses among those of the subnet group. */
  readonly availabilityZones: Value<readonly Value<string>[]>;
  readonly subnetGroup: Reference;
}

export interface DaxSubnetGroup extends Resource {
  readonly subnets: Value<readonly Reference[]>;
}

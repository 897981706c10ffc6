import type { Value } from "../value";
import type { PolicyHolder, Reference, Resource } from "./resource";

export interface LogGroup extends Resource {
  /** The name in CloudWatch Logs, such as "/aws/rds/instance/orders/postgresql". */
  readonly logGroupName: Value<string>;
  /** Days; absent or 0: for ever. */
  readonly retention: Value<number>;
  readonly kmsKeyId: Reference;
}

/** A resource policy of CloudWatch Logs, of the whole region or of one log group. */
export interface LogResourcePolicy extends PolicyHolder {}

/** GuardDuty in a region; in an account there is one even where no detector is, and then it is not enabled. */
export interface GuarddutyDetector extends Resource {
  readonly enabled: Value<boolean>;
  /** Whether the feature RDS_LOGIN_EVENTS is on. */
  readonly rdsLoginEvents: Value<boolean>;
}

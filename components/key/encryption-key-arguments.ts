import type * as pulumi from "@pulumi/pulumi";

export interface EncryptionKeyArgs {
  /**
   * What the key may be used for. "rds", "secretsmanager", "dynamodb", "backup", "kinesis", "sns", "s3", "sqs" and
   * "firehose": by that service, for principals of the account, with the encryption context that AWS documents for it;
   * "logs": by CloudWatch Logs, for log groups of the account; with "sns" RDS may publish events and CloudWatch alarms to
   * encrypted topics too; "states": by Step Functions, for state machines of the account and their histories. Default:
   * all of them but "sqs" and "firehose", which an ActivityMonitor needs, and "states", which an OrganizationAudit needs.
   * An empty list or another service is an error.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
   */
  services?: string[];

  /**
   * ARNs of the roles and users that administer the key, the one that deploys among them, or the next deploy is refused.
   * The account root then keeps no more than reading the key and mending its policy. Default: the account, whose IAM
   * policies say who administers it.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
   */
  administrators?: pulumi.Input<string>[];

  /**
   * Roles and users that may use the key directly, without a service between, each for the operations that it needs.
   * Default: none.
   */
  grants?: EncryptionKeyGrant[];

  /**
   * Makes the primary of a multi-Region key, whose replicas in other regions decrypt what it encrypted. Default: false, a
   * key that never leaves its region. A change replaces the key.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
   */
  multiRegion?: boolean;

  /**
   * ARN of the multi-Region key of another region that this one replicates, which also rotates it. Default: none, a key
   * of its own. An error beside `multiRegion`. A change replaces the key.
   */
  primaryKeyArn?: pulumi.Input<string>;

  /** Region of the key, such as "eu-central-1". Default: the provider's. A change replaces the key. */
  region?: pulumi.Input<string>;

  /** Alias of the key, without "alias/". Default: the component's name and a random suffix. A change replaces the alias. */
  alias?: pulumi.Input<string>;

  /** What the key is for, as the AWS console shows it. Default: "Databases of <name>". */
  description?: pulumi.Input<string>;

  /**
   * Days between two rotations, from 90 to 2560. Default: 365. An error beside `primaryKeyArn`.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
   */
  rotationPeriodDays?: pulumi.Input<number>;

  /** Tags of the key. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

export interface EncryptionKeyGrant {
  /** Name of the grant, unique among those of the key: 1 to 64 letters, digits, hyphens and underscores. */
  name: string;

  /** ARN of the role or user that may use the key. A change replaces the grant. */
  principalArn: pulumi.Input<string>;

  /**
   * What it may do: "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext",
   * "ReEncryptFrom", "ReEncryptTo". A change replaces the grant.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations
   */
  operations: string[];

  /**
   * The encryption context that every use of the grant must carry, among others. Default: none is asked for. A change
   * replaces the grant.
   */
  encryptionContext?: Record<string, pulumi.Input<string>>;
}

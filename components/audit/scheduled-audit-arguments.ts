import type * as pulumi from "@pulumi/pulumi";
import type { AuditArgs, AuditBucket } from "./audit-arguments";

export interface ScheduledAuditArgs extends AuditArgs {
  /**
   * Regions to audit, of the provider's partition, such as ["eu-west-1"], or ["all"] for every one that the account has.
   * Default: the provider's.
   */
  regions?: string[];

  /**
   * Forms of the report beside JSON: "text", "csv", "markdown", "sarif", "junit", "asff", "ocsf" and "html". Default:
   * ["html"].
   */
  reportFormats?: string[];

  /** Imports the findings into the Security Hub of each region, where it has to be on. Default: false. */
  securityHub?: boolean;

  /** How long the bucket keeps reports, and who may delete them. */
  bucket?: AuditBucket;

  /**
   * ARN of a customer managed key of the provider's region for the bucket, the queue, the logs and a topic of its own, which
   * the services "s3", "sqs", "logs" and "sns" may use. Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Memory of the function in MiB, from 512 to 10240; more memory is more processor too. Default: 1024. */
  memorySize?: number;

  /** Days that the function's logs are kept, one of those that CloudWatch Logs has, or 0 for ever. Default: 365. */
  logRetentionDays?: pulumi.Input<number>;
}

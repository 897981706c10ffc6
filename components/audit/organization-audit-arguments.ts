import type * as pulumi from "@pulumi/pulumi";
import type { AuditArgs, AuditBucket } from "./audit-arguments";

export interface OrganizationAuditArgs extends AuditArgs {
  /**
   * Ids of the organizational units to audit, or of the root, with all that is within them: ["r-ab12"] is the whole
   * organization. The role of the audit is deployed to their accounts, and to those that join them later.
   */
  organizationalUnitIds: string[];

  /**
   * Ids of accounts and organizational units that are left out. The role is not deployed to the accounts named here, but to
   * those of units that are, as AWS leaves no unit out. Default: none.
   * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/account-level-targets.html
   */
  except?: string[];

  /**
   * The account of the stack is a delegated administrator of CloudFormation StackSets, not the organization's management
   * account. Default: false.
   * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-delegated-admin.html
   */
  delegatedAdministrator?: boolean;

  /**
   * Makes the role of the audit in each account by a StackSet. With false it has to be there: docs/organization-audit.md
   * says how. Default: true.
   */
  memberRole?: boolean;

  /** Name of the role in each account. Default: "AwsSecureDatabaseAudit". */
  memberRoleName?: string;

  /**
   * External id that the role asks for, 2 to 1224 letters, digits and +=,.@:/-_. It is no secret: it keeps others who may
   * use the audit's role from entering by mistake. Default: "aws-secure-database-" and the name of the component.
   */
  externalId?: string;

  /** Regions of an account that are audited at once, from 1 to 1000. Default: 50. */
  maxConcurrency?: number;

  /**
   * Concurrency that is reserved for the function that audits, at least `maxConcurrency`: it is taken from the account's.
   * Default: none.
   * Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
   */
  reservedConcurrency?: number;

  /**
   * Percentage, a whole number from 0 to 100, of regions of accounts of which nothing can be read without the execution being stopped and
   * failed. What is there is reported either way, and what is not is named. Default: 5.
   */
  toleratedFailurePercentage?: number;

  /** Traces executions with X-Ray. Default: false. */
  tracing?: boolean;

  /** Memory of the function that puts results together, in MiB, from 512 to 10240. Default: 2048. */
  mergeMemorySize?: number;

  /**
   * Regions to audit in each account, of the provider's partition, such as ["eu-west-1"], or ["all"] for every one that the
   * account has. What belongs to no region is audited with the first. Default: the provider's.
   */
  regions?: string[];

  /**
   * Forms of the merged report beside JSON: "text", "csv", "markdown", "sarif", "junit", "asff", "ocsf" and "html".
   * Default: ["html"].
   */
  reportFormats?: string[];

  /** Imports the findings into the Security Hub of each account and region, where it has to be on. Default: false. */
  securityHub?: boolean;

  /** How long the bucket keeps reports, and who may delete them. Results of single regions go after 30 days, from a bucket of their own. */
  bucket?: AuditBucket;

  /**
   * ARN of a customer managed key of the provider's region for the bucket, the queue, the logs, a topic of its own and the
   * state machine, which the services "s3", "sqs", "logs", "sns" and "states" may use. Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Memory of the functions that list and audit, in MiB, from 512 to 10240. Default: 1024. */
  memorySize?: number;

  /** Days that the logs are kept, one of those that CloudWatch Logs has, or 0 for ever. Default: 365. */
  logRetentionDays?: pulumi.Input<number>;
}

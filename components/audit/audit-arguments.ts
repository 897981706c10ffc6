import type * as pulumi from "@pulumi/pulumi";

/** What is said in the same words of every audit on a schedule. */
export interface AuditArgs {
  /**
   * When the audit is run: a "rate(...)" or "cron(...)" of EventBridge Scheduler whose audits are an hour or more apart, such
   * as "rate(12 hours)". An "at(...)" is an error, as it is run once. Default: "cron(0 5 * * ? *)", daily at 5:00.
   * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  schedule?: string;

  /**
   * Time zone of a "cron(...)", such as "Europe/Berlin". Where its clocks change, an audit at an hour that is left out is not
   * run on that day, and the one after the change comes an hour early or late. Default: "UTC".
   * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  timeZone?: string;

  /**
   * Hours, from 1 to 168, without an audit that came to its end, after which there is an alarm; 0 for no such alarm. Not
   * less than the longest time between two audits of the schedule, that over a change of the clocks of `timeZone` too, unless
   * it is more than 168 hours. Default: that time and two hours more; needed where audits are more than 166 hours apart.
   * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   */
  overdueHours?: number;

  /** Ids of the controls to ask. Default: every one that the configuration has on. */
  controls?: string[];

  /** Mildest severity that is asked about: "critical", "high", "medium" or "low". Default: "low". */
  severity?: string;

  /**
   * Configuration of the policy pack, as the text of its JSON file: levels and options of controls.
   * `npx aws-secure-database config check` says what is wrong with one; an error says the same. Default: none.
   */
  configuration?: string;

  /**
   * Exceptions, as the text of their YAML file, the one that the policy pack's come from.
   * `npx aws-secure-database exceptions check` says what is wrong with it; an error says the same. Default: none.
   */
  exceptions?: string;

  /**
   * ARN of an encrypted topic that gets new findings and alarms, on which CloudWatch may publish: the output `topicArn` of
   * a DatabaseEvents, or that of any other in the provider's region, of another account too. Needs `topicKmsKeyArn`.
   * Default: a topic of its own.
   */
  topicArn?: pulumi.Input<string>;

  /**
   * ARN of the customer managed key of the topic that `topicArn` names, in its region, which CloudWatch may use too: of a
   * DatabaseEvents the one that it was given as `kmsKeyArn`. Needed with `topicArn`, also where that key is the audit's, and
   * an error without it.
   */
  topicKmsKeyArn?: pulumi.Input<string>;

  /**
   * E-mail addresses to subscribe to the topic; each gets a message that it has to confirm, and
   * one of each audit that finds something new. Default: none.
   */
  emails?: string[];

  /** Tags of everything that takes them. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** The bucket of reports. */
export interface AuditBucket {
  /**
   * Days, from 1 to 36500, after which reports are deleted; what was deleted or replaced can be had for 30 days more. The
   * latest stays. Default: 400.
   */
  expireDays?: number;

  /**
   * Days, from 1 to 36500, at most `expireDays`, for which each version of everything in the bucket is locked, against whom
   * `objectLockMode` says. Given later, it locks what is written from then on; taken away, what is locked stays so until its
   * days are over. Neither replaces the bucket. Default: none.
   * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
   */
  objectLockDays?: number;

  /**
   * "GOVERNANCE" lets those with s3:BypassGovernanceRetention, administrators among them, delete versions and shorten their
   * lock all the same; "COMPLIANCE" nobody, the root user neither, until the days are over. Default: "GOVERNANCE". Needs
   * `objectLockDays`.
   * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
   */
  objectLockMode?: string;
}

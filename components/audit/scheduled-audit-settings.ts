import type * as pulumi from "@pulumi/pulumi";
import { type ControlId, controlIds } from "../../controls/ids";
import { didYouMean } from "../../controls/nearest";
import { partitionOf } from "../../inventory/partition";
import { ArgumentChecks, type ArgumentNames, type Rule, show, whenKnown } from "../shared/arguments";
import { ofRegion, placeOf } from "../shared/arn-place";
import { type BucketSettings, checkBucket } from "../shared/bucket-settings";
import {
  keyArn,
  logRetention,
  oneOf,
  rdsName,
  regionName,
  someOf,
  text,
  topicArn,
  trueOrFalse,
  wholeNumber,
} from "../shared/rules";
import type { AuditBucket } from "./audit-arguments";
import { checkAsked } from "./audit-question";
import { overdueAfter, timeZoneName } from "./audit-schedule";
import { checkSchedule } from "./schedule-check";
import type { ScheduledAuditArgs } from "./scheduled-audit-arguments";

/** A ScheduledAudit's arguments, checked and completed by their defaults. */
export interface AuditSettings {
  /** For what can only be checked where the provider is known. */
  readonly checks: ArgumentChecks;
  readonly schedule: string;
  readonly timeZone: string;
  /** Hours; 0 for no alarm. */
  readonly overdue: number;
  readonly question: QuestionSettings;
  readonly securityHub: boolean;
  /** As the function's environment has them. */
  readonly formats: string;
  readonly bucket: BucketSettings;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  readonly topicArn: pulumi.Input<string> | undefined;
  readonly topicKmsKeyArn: pulumi.Input<string> | undefined;
  readonly emails: readonly string[];
  /** MiB. */
  readonly memorySize: number;
  readonly logRetentionDays: pulumi.Input<number>;
}

const severities = ["critical", "high", "medium", "low"] as const;

type Severity = (typeof severities)[number];

/** What is asked. */
export interface QuestionSettings {
  /** "all", or names with commas between; undefined: the function's own. */
  readonly regions: pulumi.Input<string> | undefined;
  readonly severity: Severity;
  readonly controls: readonly ControlId[] | undefined;
  readonly configuration: string | undefined;
  readonly exceptions: string | undefined;
}

/** Of every audit on a schedule. */
export const auditArguments: ArgumentNames<ScheduledAuditArgs> = {
  schedule: true,
  timeZone: true,
  overdueHours: true,
  regions: true,
  controls: true,
  severity: true,
  configuration: true,
  exceptions: true,
  reportFormats: true,
  securityHub: true,
  bucket: true,
  kmsKeyArn: true,
  topicArn: true,
  topicKmsKeyArn: true,
  emails: true,
  memorySize: true,
  logRetentionDays: true,
  tags: true,
};

const bucketNames: ArgumentNames<AuditBucket> = { expireDays: true, objectLockDays: true, objectLockMode: true };

/** As the audit knows them, but for JSON, which is always written: audit/report/format-names.ts. */
export const reportFormats = ["text", "csv", "markdown", "sarif", "junit", "asff", "ocsf", "html"] as const;

export function checkScheduledAudit(name: string, args: ScheduledAuditArgs = {}): AuditSettings {
  const checks = new ArgumentChecks(`ScheduledAudit ${JSON.stringify(name)}`, args, auditArguments);
  return checkAudit(checks, name, args);
}

/** Checks the arguments that every audit on a schedule has. */
export function checkAudit(checks: ArgumentChecks, name: string, args: ScheduledAuditArgs): AuditSettings {
  checks.plain("name", name, rdsName);
  const schedule = checkSchedule(checks, args.schedule ?? "cron(0 5 * * ? *)");
  const timeZone = checks.plain("timeZone", args.timeZone ?? "UTC", timeZoneName);
  const topic = checks.optionalInput("topicArn", args.topicArn, topicArn);
  return {
    checks,
    schedule,
    timeZone,
    overdue: overdueAfter(checks, { schedule, timeZone }, args.overdueHours),
    question: checkQuestion(checks, args),
    securityHub: checks.plain("securityHub", args.securityHub ?? false, trueOrFalse),
    formats: checkFormats(checks, args.reportFormats),
    bucket: checkReports(checks, args.bucket),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
    topicArn: topic,
    topicKmsKeyArn: topicKey(checks, args.topicKmsKeyArn, topic),
    emails: args.emails === undefined ? [] : checks.plain("emails", args.emails, someOf("address", email)),
    memorySize: checks.plain("memorySize", args.memorySize ?? 1024, wholeNumber(512, 10_240, "MiB")),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention),
  };
}

/** A topic is encrypted by a key of its region: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function topicKey(
  checks: ArgumentChecks,
  given: pulumi.Input<string> | undefined,
  topic: pulumi.Input<string> | undefined,
): pulumi.Input<string> | undefined {
  const key = checks.optionalInput("topicKmsKeyArn", given, keyArn);
  if (key !== undefined && topic === undefined) {
    checks.refuse("topicKmsKeyArn is given, but needs topicArn: a topic of its own has the key of the audit.");
  }
  if (topic === undefined) {
    return undefined;
  }
  if (key === undefined) {
    checks.refuse("topicKmsKeyArn is missing, but must be the key of the topic that topicArn names.");
  }
  return whenKnown(key, (known) =>
    whenKnown(topic, (of) => checks.plain("topicKmsKeyArn", known, ofRegion(placeOf(of), "topicArn"))),
  );
}

/** What an audit asks, by the arguments that say so. */
export function checkQuestion(
  checks: ArgumentChecks,
  args: Pick<ScheduledAuditArgs, "regions" | "severity" | "controls" | "configuration" | "exceptions">,
): QuestionSettings {
  const { regions, severity, controls, configuration, exceptions } = args;
  const question: QuestionSettings = {
    regions: regions === undefined ? undefined : checkRegions(checks, regions),
    severity: checks.plain("severity", severity ?? "low", oneOf<string>(...severities)) as Severity,
    controls: controls === undefined ? undefined : checkControls(checks, controls),
    configuration: configuration === undefined ? undefined : checks.plain("configuration", configuration, jsonObject),
    exceptions: exceptions === undefined ? undefined : checks.plain("exceptions", exceptions, someText),
  };
  checkAsked(checks, question);
  return question;
}

/** An audit signs its calls with credentials of one partition. */
function checkRegions(checks: ArgumentChecks, regions: readonly string[]): string {
  const [first = "", ...others] = checks.plain("regions", regions, regionList);
  const apart = others.find((region) => partitionOf(region) !== partitionOf(first));
  if (apart !== undefined) {
    checks.refuse(
      `regions names ${show(first)} of partition ${partitionOf(first)} and ${show(apart)} of partition ` +
        `${partitionOf(apart)}, but must name regions of one partition: an audit has the credentials of one.`,
    );
  }
  return regions.join(",");
}

/** A list of all controls would be a long error: the wrong one is named. */
function checkControls(checks: ArgumentChecks, controls: readonly string[]): readonly ControlId[] {
  checks.plain<readonly string[]>("controls", controls, controlList);
  return controls.map(
    (id) =>
      controlIds.find((known) => known === id) ??
      checks.refuse(
        `controls names ${show(id)}, which is no control; docs/controls.md lists them.${didYouMean(id, controlIds)}`,
      ),
  );
}

/** The latest report stays; expireDays is about those before it. */
function checkReports(checks: ArgumentChecks, bucket: AuditBucket = {}): BucketSettings {
  checks.known("bucket", bucket, bucketNames);
  return checkBucket(checks, "bucket", { ...bucket, expireDays: bucket.expireDays ?? 400 }, bucketNames);
}

/** As the function's environment has them. */
export function checkFormats(checks: ArgumentChecks, given: readonly string[] | undefined): string {
  return checks
    .plain<readonly string[]>("reportFormats", given ?? ["html"], someOf("form", oneOf<string>(...reportFormats)))
    .join(",");
}

/** More than AWS has: they stand in the function's environment, which has room for 4 KB. */
const mostRegions = 60;

const regionList: Rule<readonly string[]> = {
  allowed: `a list of at least one region, such as "eu-central-1", and none twice, at most ${mostRegions}, or ["all"]`,
  accepts: (list) =>
    Array.isArray(list) &&
    ((list.length === 1 && list[0] === "all") ||
      (list.length <= mostRegions && someOf("region", regionName).accepts(list))),
};

const controlList = someOf("control", text("the id of a control", /^[a-z0-9-]+$/));

const jsonObject: Rule<string> = {
  allowed: "the text of a JSON object, as the policy pack's configuration is, not the name of its file",
  accepts: (value) => {
    try {
      const parsed: unknown = JSON.parse(value);
      return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    } catch {
      return false;
    }
  },
};

const someText: Rule<string> = {
  allowed: "the text of a file of exceptions, not its name",
  accepts: (value) => typeof value === "string" && /\S/.test(value) && !/^\S+\.ya?ml$/i.test(value.trim()),
};

const email = text("an e-mail address", /^[^\s@]+@[^\s@]+\.[^\s@]+$/);

import type * as pulumi from "@pulumi/pulumi";
import { clusterEditionNamed, clusterEditions } from "../../engines";
import { ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { type BucketSettings, checkBucket } from "../shared/bucket-settings";
import { keyArn, logRetention, oneOf, rdsName, someOf, text, trueOrFalse, wholeNumber } from "../shared/rules";
import { weeklyWindow } from "../shared/windows";
import type {
  ActivityBucket,
  ActivityDetections,
  ActivityMonitorArgs,
  ActivityTable,
} from "./activity-monitor-arguments";

/** An ActivityMonitor's arguments, checked and completed by their defaults. */
export interface MonitorSettings {
  readonly clusterArn: pulumi.Input<string>;
  readonly clusterResourceId: pulumi.Input<string>;
  /** Undefined: the stream is there already. */
  readonly mode: string | undefined;
  readonly streamName: pulumi.Input<string> | undefined;
  readonly streamKmsKeyArn: pulumi.Input<string> | undefined;
  readonly stopStream: boolean;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  /** The environment of the consumer. */
  readonly forms: string;
  readonly mask: string;
  readonly detections: string;
  readonly bucket: BucketSettings;
  readonly table: ActivityTable | undefined;
  readonly maxDelayMinutes: number;
  readonly logRetentionDays: pulumi.Input<number>;
}

const argumentNames: ArgumentNames<ActivityMonitorArgs> = {
  clusterArn: true,
  clusterResourceId: true,
  engine: true,
  mode: true,
  streamName: true,
  streamKmsKeyArn: true,
  stopStreamOnDestroy: true,
  kmsKeyArn: true,
  formats: true,
  mask: true,
  detections: true,
  bucket: true,
  table: true,
  maxDelayMinutes: true,
  logRetentionDays: true,
  tags: true,
};

const detectionNames: ArgumentNames<ActivityDetections> = {
  failedLogins: true,
  bulkReadRows: true,
  maintenanceWindow: true,
  masterUsername: true,
  applicationUsers: true,
  off: true,
};

const bucketNames: ArgumentNames<ActivityBucket> = {
  expireDays: true,
  objectLockDays: true,
  objectLockMode: true,
  archiveDays: true,
};

const tableNames: ArgumentNames<ActivityTable> = { databaseName: true };

/** As the consumer knows them: activity/detections/catalogue.ts. */
const detectionIds = [
  "repeated-failed-log-ins",
  "privilege-change",
  "ddl-outside-maintenance-window",
  "log-in-of-no-application",
  "bulk-read",
  "audit-switched-off",
];

export function checkActivityMonitor(name: string, args: ActivityMonitorArgs): MonitorSettings {
  const checks = new ArgumentChecks(`ActivityMonitor ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, rdsName);
  const given = args.streamName !== undefined;
  const mode = modeOf(checks, args);
  if (given && args.streamKmsKeyArn === undefined) {
    checks.refuse("streamKmsKeyArn is missing, but must be the key of the stream that streamName names.");
  }
  if (given && args.stopStreamOnDestroy !== undefined) {
    checks.refuse("stopStreamOnDestroy is given beside streamName, but must be absent: that stream is another's.");
  }
  return {
    clusterArn: checks.required("clusterArn", args.clusterArn, clusterArn),
    clusterResourceId: checks.required("clusterResourceId", args.clusterResourceId, clusterResourceId),
    mode: given ? undefined : mode,
    streamName: checks.optionalInput("streamName", args.streamName, streamName),
    streamKmsKeyArn: checks.optionalInput("streamKmsKeyArn", args.streamKmsKeyArn, keyArn),
    stopStream: checks.plain("stopStreamOnDestroy", args.stopStreamOnDestroy ?? false, trueOrFalse),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
    forms: checks
      .plain<readonly string[]>("formats", args.formats ?? ["ocsf"], someOf("form", oneOf<string>("ocsf", "aws")))
      .join(","),
    mask:
      args.mask === undefined
        ? ""
        : checks
            .plain<readonly string[]>("mask", args.mask, someOf("part", oneOf<string>("text", "parameters")))
            .join(","),
    detections: detectionsOf(checks, args.detections),
    bucket: checkBucket(checks, "bucket", args.bucket, bucketNames),
    table: tableOf(checks, args.table),
    maxDelayMinutes: checks.plain("maxDelayMinutes", args.maxDelayMinutes ?? 15, wholeNumber(1, 1380, "minutes")),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention),
  };
}

/** What AWS has for the engine, and the words for what it has not. */
function modeOf(checks: ArgumentChecks, { engine, mode, streamName: given }: ActivityMonitorArgs): string {
  const engines = clusterEditions.filter(({ streamModes }) => streamModes.length > 0).map((edition) => edition.name);
  if (typeof engine === "string" && /^(custom-)?(oracle|sqlserver)-/.test(engine)) {
    checks.refuse(
      `engine is ${show(engine)}, but must be one of ${engines.map((one) => show(one)).join(", ")}: the activity ` +
        "stream of an instance of RDS can be started by the RDS API, and not by the AWS provider.",
    );
  }
  checks.plain("engine", engine, oneOf(...engines));
  const modes = clusterEditionNamed(engine)?.streamModes ?? [];
  if (given !== undefined && mode !== undefined) {
    checks.refuse("mode is given beside streamName, but must be absent: that stream has its mode.");
  }
  return checks.plain("mode", mode ?? modes[0] ?? "", oneOf(...modes));
}

function detectionsOf(checks: ArgumentChecks, detections: ActivityDetections = {}): string {
  checks.known("detections", detections, detectionNames);
  const { maintenanceWindow, masterUsername, applicationUsers, off } = detections;
  const optional = <T>(value: T | undefined, check: (known: T) => unknown) =>
    value === undefined ? undefined : check(value);
  return JSON.stringify({
    failedLogins: checks.plain(
      "detections.failedLogins",
      detections.failedLogins ?? 10,
      wholeNumber(2, 100, "log-ins"),
    ),
    bulkReadRows: checks.plain(
      "detections.bulkReadRows",
      detections.bulkReadRows ?? 10_000,
      wholeNumber(1, 1_000_000_000_000, "rows"),
    ),
    maintenanceWindow: optional(maintenanceWindow, (window) =>
      weeklyWindow(checks.plain("detections.maintenanceWindow", window, weekly)),
    ),
    masterUsername: optional(masterUsername, (user) => checks.plain("detections.masterUsername", user, userName)),
    applicationUsers: optional(applicationUsers, (users) =>
      checks.plain("detections.applicationUsers", users, someOf("user", userName)),
    ),
    off: optional(off, (ids) => checks.plain("detections.off", ids, someOf("detection", oneOf(...detectionIds)))),
  });
}

function tableOf(checks: ArgumentChecks, table: ActivityTable | undefined): ActivityTable | undefined {
  if (table === undefined) {
    return undefined;
  }
  checks.known("table", table, tableNames);
  return { databaseName: checks.optionalInput("table.databaseName", table.databaseName, glueName) };
}

const clusterArn = text(
  "the ARN of a cluster, arn:aws:rds:<region>:<account>:cluster:<identifier>",
  /^arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:cluster:[a-z][a-z0-9-]{0,62}$/,
);

const clusterResourceId = text(
  'the resource id of a cluster, "cluster-" and letters and digits',
  /^cluster-[A-Z0-9]+$/i,
);

const streamName = text('the name of a Kinesis stream, such as "aws-rds-das-cluster-..."', /^[\w.-]{1,128}$/);

const weekly = {
  allowed: 'a span of the week in UTC, such as "sun:03:00-sun:05:00"',
  accepts: (value: string) => typeof value === "string" && weeklyWindow(value) !== undefined,
};

const userName = text("the name of a database user, 1 to 128 characters", /^.{1,128}$/s);

/** https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html */
const glueName = text("1 to 255 lower-case letters, digits and underscores", /^[a-z0-9_]{1,255}$/);

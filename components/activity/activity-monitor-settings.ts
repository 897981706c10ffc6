import type * as pulumi from "@pulumi/pulumi";
import { clusterEditionNamed, clusterEditions } from "../../engines";
import { ArgumentChecks, type ArgumentNames, show, whenKnown } from "../shared/arguments";
import { ofPlace, placeOf, withinScope } from "../shared/arn-place";
import { type BucketSettings, checkBucket } from "../shared/bucket-settings";
import { keyArn, logRetention, oneOf, rdsName, someOf, text, trueOrFalse, wholeNumber } from "../shared/rules";
import type { Scope } from "../shared/scope";
import { weeklyWindow } from "../shared/windows";
import type {
  ActivityBucket,
  ActivityDetections,
  ActivityMonitorArgs,
  ActivityTable,
} from "./activity-monitor-arguments";

/** An ActivityMonitor's arguments, checked and completed by their defaults. */
export interface MonitorSettings {
  /** For what can only be checked where the provider is known. */
  readonly checks: ArgumentChecks;
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

/** Without arguments, as a program in JavaScript may be, the first that is required is missing. */
export function checkActivityMonitor(
  name: string,
  args: ActivityMonitorArgs = {} as ActivityMonitorArgs,
): MonitorSettings {
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
  const ofCluster = checks.required("clusterArn", args.clusterArn, clusterArn);
  const resourceId = checks.required("clusterResourceId", args.clusterResourceId, clusterResourceId);
  return {
    checks,
    clusterArn: ofCluster,
    clusterResourceId: resourceId,
    mode: given ? undefined : mode,
    streamName: streamOf(checks, args.streamName, resourceId),
    streamKmsKeyArn: keyBeside(checks, "streamKmsKeyArn", args.streamKmsKeyArn, ofCluster),
    stopStream: checks.plain("stopStreamOnDestroy", args.stopStreamOnDestroy ?? false, trueOrFalse),
    kmsKeyArn: keyBeside(checks, "kmsKeyArn", args.kmsKeyArn, ofCluster),
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

/** The settings with every ARN checked by where the provider is, which is known when the program runs; what needs one waits for it. */
export function settingsWithin(settings: MonitorSettings, scope: pulumi.Output<Scope>): MonitorSettings {
  const { checks, clusterArn: ofCluster, streamKmsKeyArn, kmsKeyArn } = settings;
  const within = (argument: string, arn: pulumi.Input<string>): pulumi.Output<string> =>
    withinScope(checks, argument, arn, scope, ofPlace);
  return {
    ...settings,
    clusterArn: within("clusterArn", ofCluster),
    streamKmsKeyArn: streamKmsKeyArn && within("streamKmsKeyArn", streamKmsKeyArn),
    kmsKeyArn: kmsKeyArn && within("kmsKeyArn", kmsKeyArn),
  };
}

/** RDS names the stream after the cluster, whose id KMS wants with each of its data keys: of another one nothing can be read. */
function streamOf(
  checks: ArgumentChecks,
  given: pulumi.Input<string> | undefined,
  resourceId: pulumi.Input<string>,
): pulumi.Input<string> | undefined {
  const named = checks.optionalInput("streamName", given, streamName);
  return named === undefined
    ? undefined
    : whenKnown(named, (name) =>
        whenKnown(resourceId, (id) => {
          const own = `aws-rds-das-${id}`;
          return checks.plain("streamName", name, {
            allowed: `${show(own)}, the stream of the cluster that clusterResourceId names`,
            accepts: (value) => value === own,
          });
        }),
      );
}

/** Of the stream and of the monitor alike: what reads the cluster stands where the cluster is. */
function keyBeside(
  checks: ArgumentChecks,
  argument: "kmsKeyArn" | "streamKmsKeyArn",
  given: pulumi.Input<string> | undefined,
  ofCluster: pulumi.Input<string>,
): pulumi.Input<string> | undefined {
  const key = checks.optionalInput(argument, given, keyArn);
  return key === undefined
    ? undefined
    : whenKnown(key, (known) =>
        whenKnown(ofCluster, (cluster) => checks.plain(argument, known, ofPlace(placeOf(cluster), "clusterArn"))),
      );
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
  const settings = JSON.stringify({
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
  const size = Buffer.byteLength(settings);
  if (size > mostDetections) {
    checks.refuse(
      `detections takes ${size} bytes as JSON, but must take at most ${mostDetections}: name fewer applicationUsers.`,
    );
  }
  return settings;
}

/**
 * Bytes: Lambda takes an environment of 4 KB, of which the other settings take less than 1 KB.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const mostDetections = 3_000;

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

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.Status.html */
const streamName = text(
  'the name of the stream that RDS made for the cluster, "aws-rds-das-" and its resource id',
  /^aws-rds-das-cluster-[A-Z0-9]+$/i,
);

const weekly = {
  allowed: 'a span of the week in UTC of at least a minute, such as "sun:03:00-sun:05:00"',
  accepts: (value: string) => typeof value === "string" && (weeklyWindow(value)?.length ?? 0) > 0,
};

const userName = text("the name of a database user, 1 to 128 characters", /^.{1,128}$/s);

/** https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html */
const glueName = text("1 to 255 lower-case letters, digits and underscores", /^[a-z0-9_]{1,255}$/);

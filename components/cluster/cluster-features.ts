import type * as pulumi from "@pulumi/pulumi";
import { type ClusterEdition, classHas } from "../../engines";
import { type ArgumentChecks, type ArgumentNames, show, whenKnown } from "../shared/arguments";
import { keyArn, oneOf, trueOrFalse, wholeNumber } from "../shared/rules";
import type { ClusterEngineSettings } from "./cluster-engine";
import type { ClusterActivityStream } from "./cluster-feature-arguments";
import type { ClusterMembers } from "./cluster-members";
import type { ClusterOrigin } from "./cluster-origin";
import type { SecureClusterArgs } from "./secure-cluster-arguments";

/** What not every engine and class has. */
export interface ClusterFeatures {
  /** Seconds; undefined: it cannot be rewound. */
  readonly backtrackWindow: number | undefined;
  readonly dataApi: boolean;
  readonly activityStream: ActivityStream | undefined;
}

export interface ActivityStream {
  readonly mode: string;
  /** Absent: that of the cluster. */
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

const streamNames: ArgumentNames<ClusterActivityStream> = { mode: true, kmsKeyArn: true };

export function checkClusterFeatures(
  checks: ArgumentChecks,
  args: SecureClusterArgs,
  { engine, edition }: ClusterEngineSettings,
  { members }: ClusterMembers,
  origin: ClusterOrigin,
): ClusterFeatures {
  const global = globalArgument(origin);
  const backtrackWindow = checks.plain(
    "backtrackWindow",
    args.backtrackWindow ?? 0,
    wholeNumber(0, 259_200, "seconds"),
  );
  if (backtrackWindow > 0 && engine.backtrack !== true) {
    checks.refuse(`backtrackWindow is ${backtrackWindow}, but ${engine.name} has no backtracking; leave it out.`);
  }
  if (backtrackWindow > 0 && global !== undefined) {
    checks.refuse(`backtrackWindow is ${backtrackWindow} beside ${global}, but a global database has no backtracking.`);
  }
  const dataApi = checks.plain("dataApi", args.dataApi ?? false, trueOrFalse);
  if (dataApi && !edition.aurora) {
    checks.refuse(`dataApi is true, but a Multi-AZ DB cluster of ${engine.name} has none; leave it out.`);
  }
  const asked = {
    dataApi,
    activityStream: args.activityStream !== undefined,
    globalDatabase: global !== undefined,
  };
  const called = { dataApi: "dataApi", activityStream: "activityStream", globalDatabase: global };
  for (const feature of ["dataApi", "activityStream", "globalDatabase"] as const) {
    for (const { name, instanceClass } of asked[feature] ? members : []) {
      whenKnown(instanceClass, (known) =>
        classHas(feature, known)
          ? known
          : checks.refuse(
              `${called[feature]} is given, but no cluster with a member on ${show(known)}, as ${show(name)} is, has it; leave it out or take another class.`,
            ),
      );
    }
  }
  return {
    backtrackWindow: engine.backtrack === true && global === undefined ? backtrackWindow : undefined,
    dataApi,
    activityStream:
      args.activityStream === undefined
        ? undefined
        : checkStream(checks, args.activityStream, edition, args.subnetGroupName !== undefined),
  };
}

/** The argument that makes a cluster part of a global database. */
export function globalArgument({ globalCluster, made }: ClusterOrigin): string | undefined {
  return globalCluster ? "globalCluster" : made === "globalClusterIdentifier" ? made : undefined;
}

function checkStream(
  checks: ArgumentChecks,
  stream: ClusterActivityStream,
  { name, streamModes, streamReachesKms = false }: ClusterEdition,
  networkGiven: boolean,
): ActivityStream {
  const [firstMode] = streamModes;
  if (firstMode === undefined) {
    return checks.refuse(`activityStream is given, but a Multi-AZ DB cluster of ${name} has none; leave it out.`);
  }
  checks.known("activityStream", stream, streamNames);
  if (streamReachesKms && !networkGiven) {
    checks.refuse(
      `activityStream is given without subnetGroupName, but the members of ${name} send it by way of KMS, which a ` +
        "network of its own does not reach; give a network with an interface endpoint of KMS for them.",
    );
  }
  return {
    mode: checks.plain("activityStream.mode", stream.mode ?? firstMode, oneOf(...streamModes)),
    kmsKeyArn: checks.optionalInput("activityStream.kmsKeyArn", stream.kmsKeyArn, keyArn),
  };
}

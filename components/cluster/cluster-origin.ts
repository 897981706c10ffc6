import type * as pulumi from "@pulumi/pulumi";
import type { ClusterEdition } from "../../engines";
import { restoreTime } from "../rds/rules";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { regionName, text, trueOrFalse } from "../shared/rules";
import type { ClusterFeatureArgs, ClusterRestore } from "./cluster-feature-arguments";

/** Where a cluster has its data from, and the global database that it is part of. */
export interface ClusterOrigin {
  /** The argument that names where its data comes from; absent: it is made anew. */
  readonly made: "snapshotIdentifier" | "restoreToPointInTime" | "globalClusterIdentifier" | undefined;
  readonly snapshotIdentifier: pulumi.Input<string> | undefined;
  readonly restoreToPointInTime: ClusterRestore | undefined;
  /** It is the primary of a global database of its own. */
  readonly globalCluster: boolean;
  /** It is a secondary of this one. */
  readonly globalClusterIdentifier: pulumi.Input<string> | undefined;
  readonly sourceRegion: pulumi.Input<string> | undefined;
}

const restoreNames: ArgumentNames<ClusterRestore> = {
  sourceClusterIdentifier: true,
  restoreTime: true,
  useLatestRestorableTime: true,
  clone: true,
};

export function checkClusterOrigin(
  checks: ArgumentChecks,
  args: ClusterFeatureArgs,
  edition: ClusterEdition,
): ClusterOrigin {
  const { snapshotIdentifier, restoreToPointInTime, globalClusterIdentifier, sourceRegion } = args;
  const globalCluster = checks.plain("globalCluster", args.globalCluster ?? false, trueOrFalse);
  const origins = { snapshotIdentifier, restoreToPointInTime, globalClusterIdentifier };
  const [made, another] = (["snapshotIdentifier", "restoreToPointInTime", "globalClusterIdentifier"] as const).filter(
    (argument) => origins[argument] !== undefined,
  );
  if (another !== undefined) {
    checks.refuse(`${another} is given beside ${made}, but a cluster has its data from one of them.`);
  }
  const onlyAurora = made ?? (globalCluster ? "globalCluster" : undefined);
  if (!edition.aurora && onlyAurora !== undefined) {
    checks.refuse(
      `${onlyAurora} is given, but must be absent with the engine ${show(edition.name)}: ` +
        (globalCluster || made === "globalClusterIdentifier"
          ? "a Multi-AZ DB cluster is in no global database."
          : "the AWS provider restores a Multi-AZ DB cluster without its class."),
    );
  }
  if (globalCluster && made !== undefined) {
    checks.refuse(`globalCluster is true beside ${made}, but must be absent, as a new cluster alone can begin one.`);
  }
  if ((globalClusterIdentifier === undefined) !== (sourceRegion === undefined)) {
    const [given, missing] =
      sourceRegion === undefined
        ? ["globalClusterIdentifier", "sourceRegion"]
        : ["sourceRegion", "globalClusterIdentifier"];
    checks.refuse(`${given} is given without ${missing}, but must come with it.`);
  }
  return {
    made,
    snapshotIdentifier: checks.optionalInput("snapshotIdentifier", snapshotIdentifier, snapshot),
    restoreToPointInTime: restoreToPointInTime === undefined ? undefined : checkRestore(checks, restoreToPointInTime),
    globalCluster,
    globalClusterIdentifier: checks.optionalInput("globalClusterIdentifier", globalClusterIdentifier, identifier),
    sourceRegion: checks.optionalInput("sourceRegion", sourceRegion, regionName),
  };
}

function checkRestore(checks: ArgumentChecks, restore: ClusterRestore): ClusterRestore {
  const within = "restoreToPointInTime";
  checks.known(within, restore, restoreNames);
  const {
    sourceClusterIdentifier,
    restoreTime: time,
    useLatestRestorableTime: latest = false,
    clone = false,
  } = restore;
  checks.plain(`${within}.useLatestRestorableTime`, latest, trueOrFalse);
  if (latest === (time !== undefined)) {
    checks.refuse(
      `${within} has ${latest ? "both" : "neither"} of restoreTime and useLatestRestorableTime, but needs one.`,
    );
  }
  return {
    sourceClusterIdentifier: checks.required(
      `${within}.sourceClusterIdentifier`,
      sourceClusterIdentifier,
      text(
        "the identifier or the ARN of a cluster",
        /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:cluster:)?[A-Za-z](-?[A-Za-z0-9]){0,62}$/,
      ),
    ),
    ...(time === undefined
      ? { useLatestRestorableTime: true }
      : { restoreTime: checks.required(`${within}.restoreTime`, time, restoreTime) }),
    clone: checks.plain(`${within}.clone`, clone, trueOrFalse),
  };
}

const identifier = text("the identifier of a global cluster", /^[A-Za-z](-?[A-Za-z0-9]){0,62}$/);

/** Automated ones are called "rds:...", shared ones and those of AWS Backup are named by their ARN. */
const snapshot = text(
  "the identifier or the ARN of a DB cluster snapshot",
  /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:(cluster-)?snapshot:)?(rds:|awsbackup:)?[A-Za-z](-?[A-Za-z0-9])*$/,
);

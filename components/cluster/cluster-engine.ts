import type * as pulumi from "@pulumi/pulumi";
import {
  type ClusterEdition,
  type ClusterEngine,
  clusterEditionNamed,
  clusterEditions,
  clusterEngineNamed,
} from "../../engines";
import { databaseName, majorVersion, masterUsername, mustBeFalse, supported } from "../rds/rules";
import { type ArgumentChecks, show } from "../shared/arguments";
import { databasePort, oneOf, trueOrFalse } from "../shared/rules";
import type { SecureClusterArgs } from "./secure-cluster-arguments";

/** What a cluster runs, and what is chosen for good when it is made. */
export interface ClusterEngineSettings {
  readonly engine: ClusterEngine;
  readonly edition: ClusterEdition;
  readonly engineVersion: pulumi.Input<string>;
  readonly allowMajorVersionUpgrade: pulumi.Input<boolean>;
  readonly extendedSupport: pulumi.Input<boolean>;
  readonly port: pulumi.Input<number>;
  readonly databaseName: pulumi.Input<string> | undefined;
  /** Absent: that of what it is made from. */
  readonly masterUsername: pulumi.Input<string> | undefined;
}

export type KnownEngine = Pick<ClusterEngineSettings, "engine" | "edition">;

export function checkEngineName(checks: ArgumentChecks, { engine: given }: SecureClusterArgs): KnownEngine {
  const name = checks.plain(
    "engine",
    given ?? "aurora-postgresql",
    oneOf(...clusterEditions.map((edition) => edition.name)),
  );
  const engine = clusterEngineNamed(name);
  const edition = clusterEditionNamed(name);
  if (engine === undefined || edition === undefined) {
    return checks.refuse(`engine is ${show(name)}, whose facts are missing.`);
  }
  return { engine, edition };
}

/** `made` is the argument that names what the cluster has its data from, if any. */
export function checkClusterEngine(
  checks: ArgumentChecks,
  args: SecureClusterArgs,
  { engine, edition }: KnownEngine,
  made: string | undefined,
): ClusterEngineSettings {
  for (const argument of ["databaseName", "masterUsername"] as const) {
    if (made !== undefined && args[argument] !== undefined) {
      checks.refuse(`${argument} is given beside ${made}, but the cluster has that of its source; leave it out.`);
    }
  }
  return {
    engine,
    edition,
    engineVersion: checks.input(
      "engineVersion",
      args.engineVersion,
      edition.defaultMajor,
      majorVersion(edition.majors),
      supported(edition),
    ),
    allowMajorVersionUpgrade: checks.input(
      "allowMajorVersionUpgrade",
      args.allowMajorVersionUpgrade,
      false,
      trueOrFalse,
    ),
    extendedSupport: checks.input(
      "extendedSupport",
      args.extendedSupport,
      false,
      trueOrFalse,
      mustBeFalse("rds-instance-extended-support-off"),
    ),
    port: checks.input("port", args.port, engine.port, databasePort),
    databaseName: checks.optionalInput("databaseName", args.databaseName, databaseName(edition.databaseName)),
    masterUsername:
      made === undefined
        ? checks.input("masterUsername", args.masterUsername, "dbadmin", masterUsername(edition.masterUsername))
        : undefined,
  };
}

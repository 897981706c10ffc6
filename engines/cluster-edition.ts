import type { Edition } from "./edition";
import { auroraClasses, type ClassFacts, withLocalDisks } from "./instance-class";

type Names = Pick<Edition, "masterUsername" | "longestPassword"> & {
  readonly databaseName: NonNullable<Edition["databaseName"]>;
};

/** What a DB cluster of one engine may be when it is made. */
export interface ClusterEdition extends Names {
  /** The engine's name, as the RDS API spells it. */
  readonly name: string;
  /** Its storage is one volume that grows by itself; otherwise it is a Multi-AZ DB cluster, whose three members have their own. */
  readonly aurora: boolean;
  /** The major versions that RDS makes, as the API spells them, oldest first. */
  readonly majors: readonly string[];
  /** The one of them that suits who has no wish. */
  readonly defaultMajor: string;
  /** A small class that RDS makes for it. */
  readonly instanceClass: string;
  /** What every class of it is. */
  readonly classes: ClassFacts;
  /** Modes of its activity streams, the default first. */
  readonly streamModes: readonly string[];
  /** An activity stream needs a way from its members to KMS. */
  readonly streamReachesKms?: boolean;
  /** Parameters of the cluster that suit who has no wish. */
  readonly clusterParameters: Readonly<Record<string, string>>;
  /** The same of its members; absent: they have none of their own. */
  readonly instanceParameters?: Readonly<Record<string, string>>;
}

const words = "letters, digits and underscores, starting with a letter";
const anyName = /^[A-Za-z]\w*$/;

const postgresNames: Names = {
  masterUsername: { longest: 16, reservedStarts: ["pg_", "rds_"] },
  longestPassword: 41,
  databaseName: { longest: 63, words, pattern: anyName },
};

const mysqlNames: Names = {
  masterUsername: { longest: 16, reservedStarts: ["mysql"] },
  longestPassword: 41,
  databaseName: { longest: 64, words, pattern: anyName },
};

// Database Insights counts by pg_stat_statements, which Aurora loads by default.
const postgresLibraries = { shared_preload_libraries: "pg_stat_statements,pgaudit" };

/** Without these, logs that are exported stay empty or in tables. */
const mysqlLogs = { log_output: "FILE", slow_query_log: "1" };

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.Prereqs.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
 */
export const clusterEditions: readonly ClusterEdition[] = [
  {
    name: "aurora-postgresql",
    aurora: true,
    majors: ["15", "16", "17", "18"],
    defaultMajor: "17",
    instanceClass: "db.r6g.large",
    classes: auroraClasses,
    streamModes: ["async", "sync"],
    clusterParameters: postgresLibraries,
    instanceParameters: {},
    ...postgresNames,
  },
  {
    name: "aurora-mysql",
    aurora: true,
    majors: ["8.0", "8.4"],
    defaultMajor: "8.4",
    instanceClass: "db.r6g.large",
    classes: auroraClasses,
    streamModes: ["async"],
    streamReachesKms: true,
    clusterParameters: {},
    instanceParameters: mysqlLogs,
    ...mysqlNames,
  },
  {
    name: "postgres",
    aurora: false,
    majors: ["15", "16", "17", "18"],
    defaultMajor: "17",
    instanceClass: "db.m6gd.large",
    classes: withLocalDisks,
    streamModes: [],
    clusterParameters: postgresLibraries,
    ...postgresNames,
  },
  {
    name: "mysql",
    aurora: false,
    majors: ["8.0", "8.4"],
    defaultMajor: "8.4",
    instanceClass: "db.m6gd.large",
    classes: withLocalDisks,
    streamModes: [],
    clusterParameters: mysqlLogs,
    ...mysqlNames,
  },
];

/** The facts of a cluster's engine by its API name, or undefined for one that is not known. */
export function clusterEditionNamed(name: string): ClusterEdition | undefined {
  return clusterEditions.find((edition) => edition.name === name);
}

/** The family of parameter groups: "aurora-postgresql17", "mysql8.4". */
export function clusterFamilyOf({ name }: Pick<ClusterEdition, "name">, major: string): string {
  return `${name}${major}`;
}

/** The instance classes on which a feature of Aurora clusters is not to be had, by their starts. */
const classesWithout = {
  activityStream: ["db.t", "db.serverless"],
  dataApi: ["db.t"],
  globalDatabase: ["db.t"],
} as const;

export type ClusterFeature = keyof typeof classesWithout;

/**
 * Whether a cluster of Aurora has a feature with a member of an instance class.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.limitations.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html
 */
export function classHas(feature: ClusterFeature, instanceClass: string): boolean {
  return !classesWithout[feature].some((start) => instanceClass.toLowerCase().startsWith(start));
}

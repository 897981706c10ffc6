import { endOfSupport } from "./end-of-support";
import { type ClassFacts, withoutGraviton } from "./instance-class";

/** What a DB instance of one engine, or of one edition of it, may be when it is made. */
export interface Edition {
  /** The engine's name, as the RDS API spells it. */
  readonly name: string;
  /** The major versions that RDS makes, as the API spells them, oldest first. */
  readonly majors: readonly string[];
  /** The one of them that suits who has no wish. */
  readonly defaultMajor: string;
  /** License models to choose from, the default first; absent: there is one, which needs no naming. */
  readonly licenses?: readonly string[];
  /** Parameters that a license model needs, with values that only its owner knows. */
  readonly licenseParameters?: { readonly license: string; readonly names: readonly string[] };
  /** A small class for general use that RDS makes for it. */
  readonly instanceClass: string;
  /** What every class of it is; absent: it may be any. */
  readonly classes?: ClassFacts;
  /** GiB at most. */
  readonly largestStorage: number;
  /** GiB from which storage is striped over four volumes; absent: never. */
  readonly stripedFrom?: number;
  readonly masterUsername: {
    readonly longest: number;
    /** In lower case; those of RDS itself and those that everybody guesses are reserved everywhere. */
    readonly reserved?: readonly string[];
    /** What no name may start with, in lower case. */
    readonly reservedStarts?: readonly string[];
  };
  /** Characters of a master password at most. */
  readonly longestPassword: number;
  /** The name of a database made with the instance; absent: none is made. */
  readonly databaseName?: { readonly longest: number; readonly words: string; readonly pattern: RegExp };
  /** What can be chosen for good when the instance is made. */
  readonly choices: readonly Choice[];
  /** Ports that it keeps for itself. */
  readonly reservedPorts?: readonly number[];
  /** Read replicas that it has at most; absent: none. */
  readonly mostReplicas?: number;
  /** RDS itself chooses the options of its replicas in other regions, and so whether they write an audit trail. */
  readonly optionsAbroadChosen?: boolean;
  /** A read replica can be made of an instance whose master password RDS manages. */
  readonly replicatesManagedPassword?: boolean;
  /** It has blue/green deployments. */
  readonly blueGreen?: boolean;
}

export type Choice = "characterSet" | "nationalCharacterSet" | "timezone";

/** Names of master users that everybody guesses (Security Hub RDS.25), and those that RDS keeps for itself. */
export const reservedUsernames: readonly string[] = [
  "admin",
  "postgres",
  "root",
  "sa",
  "administrator",
  "rdsadmin",
  "rdsrepladmin",
  "user",
];

const anyName = /^[A-Za-z]\w*$/;

const postgres: Edition = {
  name: "postgres",
  // The community's support of 14 ended in November 2026: https://www.postgresql.org/support/versioning/
  majors: ["15", "16", "17", "18"],
  defaultMajor: "17",
  instanceClass: "db.m6g.large",
  largestStorage: 65536,
  stripedFrom: 400,
  masterUsername: { longest: 63, reservedStarts: ["pg_", "rds_"] },
  longestPassword: 128,
  databaseName: { longest: 63, words: "letters, digits and underscores, starting with a letter", pattern: anyName },
  choices: [],
  mostReplicas: 15,
  blueGreen: true,
};

const mysql: Edition = {
  ...postgres,
  name: "mysql",
  majors: ["8.0", "8.4"],
  defaultMajor: "8.4",
  masterUsername: { longest: 16, reservedStarts: ["mysql"] },
  longestPassword: 41,
  databaseName: { longest: 64, words: "letters, digits and underscores, starting with a letter", pattern: anyName },
};

const mariadb: Edition = { ...mysql, name: "mariadb", majors: ["10.6", "10.11", "11.4", "11.8"], defaultMajor: "11.8" };

const sqlserverStandard: Edition = {
  name: "sqlserver-se",
  majors: ["14.00", "15.00", "16.00"],
  defaultMajor: "16.00",
  licenses: ["license-included"],
  instanceClass: "db.m6i.large",
  classes: withoutGraviton,
  largestStorage: 16384,
  masterUsername: { longest: 16, reserved: ["dbo", "guest", "public", "sys"] },
  longestPassword: 128,
  choices: ["characterSet", "timezone"],
  reservedPorts: [1234, 1434, 3260, 3343, 3389, 47001, 49152, 49153, 49154, 49155, 49156],
};

const oracle: Edition = {
  name: "oracle-ee",
  majors: ["19"],
  defaultMajor: "19",
  licenses: ["bring-your-own-license"],
  instanceClass: "db.m6i.large",
  classes: withoutGraviton,
  largestStorage: 65536,
  stripedFrom: 200,
  masterUsername: { longest: 16, reserved: ["dba", "dbsnmp", "oracle", "outln", "public"], reservedStarts: ["sys"] },
  longestPassword: 30,
  databaseName: {
    longest: 8,
    words: "capital letters and digits, starting with a letter, and not NULL",
    pattern: /^(?!NULL$)[A-Z][A-Z0-9]*$/,
  },
  choices: ["characterSet", "nationalCharacterSet"],
  mostReplicas: 5,
};

const oracleStandard: Edition = {
  ...oracle,
  name: "oracle-se2",
  licenses: ["license-included", "bring-your-own-license"],
  // The license that is included is not for every class that one's own is.
  instanceClass: "db.m7i.large",
  mostReplicas: 0,
};

const cdbMajors: readonly string[] = ["19", "21"];

const db2: Edition = {
  name: "db2-se",
  majors: ["11.5", "12.1"],
  defaultMajor: "11.5",
  licenses: ["bring-your-own-license", "marketplace-license"],
  licenseParameters: { license: "bring-your-own-license", names: ["rds.ibm_customer_id", "rds.ibm_site_id"] },
  instanceClass: "db.m6i.large",
  classes: withoutGraviton,
  largestStorage: 65536,
  stripedFrom: 400,
  masterUsername: {
    longest: 16,
    reserved: ["admins", "guests", "local", "public", "users"],
    reservedStarts: ["db2", "ibm", "sql", "sys"],
  },
  longestPassword: 255,
  databaseName: { longest: 8, words: "letters and digits, starting with a letter", pattern: /^[A-Za-z][A-Za-z0-9]*$/ },
  choices: ["timezone"],
  mostReplicas: 3,
};

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.InstanceClasses.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Concepts.InstanceClasses.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/db2-licensing.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments.html
 */
export const editions: readonly Edition[] = [
  postgres,
  mysql,
  mariadb,
  {
    ...sqlserverStandard,
    name: "sqlserver-ee",
    instanceClass: "db.m6i.xlarge",
    mostReplicas: 15,
    optionsAbroadChosen: true,
    replicatesManagedPassword: true,
  },
  sqlserverStandard,
  { ...sqlserverStandard, name: "sqlserver-web" },
  { ...sqlserverStandard, name: "sqlserver-ex", instanceClass: "db.t3.medium" },
  oracle,
  { ...oracle, name: "oracle-ee-cdb", majors: cdbMajors },
  oracleStandard,
  { ...oracleStandard, name: "oracle-se2-cdb", majors: cdbMajors },
  { ...db2, name: "db2-ae" },
  db2,
];

/** The facts of an edition by its API name, or undefined for one that is not known. */
export function editionNamed(name: string): Edition | undefined {
  return editions.find((edition) => edition.name === name);
}

/** The family of parameter groups: "postgres17", "sqlserver-ee-16.0", "oracle-se2-cdb-19". */
export function familyOf(edition: Pick<Edition, "name">, major: string): string {
  const named = edition.name.startsWith("sqlserver-") ? major.replace(/\.00$/, ".0") : major;
  return edition.name.includes("-") ? `${edition.name}-${named}` : `${edition.name}${named}`;
}

/** Whether RDS still supports a major version on a day. */
export function isSupported({ name }: Pick<Edition, "name">, major: string, today: Date): boolean {
  const end = endOfSupport(name, major);
  return end === undefined || end >= today.toISOString().slice(0, 10);
}

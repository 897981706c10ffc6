import { isVersionFrom } from "./version";

/** When RDS ends the standard support of a major version (an ISO date), by its number, oldest first. */
type Calendar = readonly (readonly [major: string, end: string])[];

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html
 */
const postgresql: Calendar = [
  ["9.6", "2022-04-30"],
  ["10", "2023-04-30"],
  ["11", "2024-02-29"],
  ["12", "2025-02-28"],
  ["13", "2026-02-28"],
  ["14", "2027-02-28"],
  ["15", "2028-02-29"],
  ["16", "2029-02-28"],
  ["17", "2030-02-28"],
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html */
const mysql: Calendar = [
  ["5.6", "2022-03-01"],
  ["5.7", "2024-02-29"],
  ["8.0", "2026-07-31"],
  ["8.4", "2029-07-31"],
];

/**
 * Versions 1, 2 and 3 by the MySQL that they stand for, as in "8.0.mysql_aurora.3.08.0".
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html
 */
const auroraMysql: Calendar = [
  ["5.6", "2023-02-28"],
  ["5.7", "2024-10-31"],
  ["8.0", "2028-04-30"],
  ["8.4", "2032-04-30"],
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html */
const mariadb: Calendar = [
  ["10.3", "2023-10-23"],
  ["10.4", "2025-02-28"],
  ["10.5", "2026-08-31"],
  ["10.6", "2026-11-30"],
  ["10.11", "2028-02-29"],
  ["11.4", "2029-05-31"],
  ["11.8", "2030-06-30"],
];

/**
 * The end of Microsoft's extended support, with which its security updates end: SQL Server 2012 to 2022.
 * https://learn.microsoft.com/lifecycle/products/?terms=SQL%20Server
 */
const sqlserver: Calendar = [
  ["11.00", "2022-07-12"],
  ["12.00", "2024-07-09"],
  ["13.00", "2026-07-14"],
  ["14.00", "2027-10-12"],
  ["15.00", "2030-01-08"],
  ["16.00", "2033-01-11"],
];

/**
 * RDS no longer supports 11g, 12c and 18c; for these the end of Oracle's own support counts.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Oracle.Overview.html
 */
const oracle: Calendar = [
  ["12.1", "2022-07-31"],
  ["12.2", "2022-03-31"],
  ["18", "2021-06-30"],
  ["19", "2029-12-31"],
  ["21", "2027-07-31"],
];

/** By the name of the engine, or by its start where that ends in "-". Db2 has no version whose support has an end yet. */
const calendars: Readonly<Record<string, Calendar>> = {
  postgres: postgresql,
  "aurora-postgresql": postgresql,
  mysql,
  "aurora-mysql": auroraMysql,
  mariadb,
  "sqlserver-": sqlserver,
  "oracle-": oracle,
};

/**
 * The ISO date on which the standard support of an engine's version ends or ended; undefined where it is not known.
 * A version older than the oldest of its calendar ended with that one at the latest.
 */
export function endOfSupport(engine: string, version: string): string | undefined {
  const calendar = calendarOf(engine.toLowerCase());
  const [oldest] = calendar;
  if (oldest === undefined || !/^\d/.test(version)) {
    return undefined;
  }
  const own = calendar.find(([major]) => isOfMajor(version, major));
  return (own ?? (isVersionFrom(version, oldest[0]) ? undefined : oldest))?.[1];
}

function calendarOf(engine: string): Calendar {
  const name = Object.keys(calendars).find((key) => (key.endsWith("-") ? engine.startsWith(key) : engine === key));
  return (name === undefined ? undefined : calendars[name]) ?? [];
}

/** "10.11.8" is of 10.11 and not of 10.1; "16" is of 16. */
function isOfMajor(version: string, major: string): boolean {
  const found = version.split(".").map((part) => Number.parseInt(part, 10));
  return major.split(".").every((part, index) => found[index] === Number.parseInt(part, 10));
}

/**
 * Versions whose extension log_fdw lets a user read the files of the host, by the first version of each major without
 * the fault. Older majors have it in every version.
 * https://aws.amazon.com/security/security-bulletins/AWS-2022-004/
 */
const withoutLogFdwFault: ReadonlyMap<string, readonly string[]> = new Map([
  ["postgres", ["9.6.22", "10.17", "11.12", "12.7", "13.3"]],
  ["aurora-postgresql", ["10.14", "11.9"]],
]);

/**
 * Whether an engine's version lets a user read the files of the host through log_fdw. A version that names no minor
 * stands for the newest one.
 */
export function hasLogFdwFault(engine: string, version: string): boolean {
  const mended = withoutLogFdwFault.get(engine.toLowerCase()) ?? [];
  const [oldest] = mended;
  if (oldest === undefined || !/^\d/.test(version)) {
    return false;
  }
  const own = mended.find((first) => isOfMajor(version, majorOf(first)));
  return own === undefined ? !isVersionFrom(version, oldest) : version !== majorOf(own) && !isVersionFrom(version, own);
}

function majorOf(version: string): string {
  return version.split(".").slice(0, -1).join(".");
}

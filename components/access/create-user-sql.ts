import { oneOf } from "../shared/rules";

const ofPostgresql = (user: string): string => `CREATE USER "${user}" WITH LOGIN;\nGRANT rds_iam TO "${user}";\n`;

/** The plug-in is told to refuse clear text, as the token would travel in it. */
const ofMysql = (user: string): string =>
  `CREATE USER '${user}'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';\nALTER USER '${user}'@'%' REQUIRE SSL;\n`;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html */
const statements: Readonly<Record<string, (user: string) => string>> = {
  postgres: ofPostgresql,
  "aurora-postgresql": ofPostgresql,
  mysql: ofMysql,
  mariadb: ofMysql,
  "aurora-mysql": ofMysql,
};

/** The engines whose users can log in by an IAM token. */
export const engineWithIam = oneOf(...Object.keys(statements));

/** The SQL that makes a user who logs in by an IAM token and no password; undefined for an engine without it. */
export function createUserSql(engine: string, user: string): string | undefined {
  return statements[engine]?.(user);
}

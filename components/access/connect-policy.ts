import type * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, type Rule, show, whenKnown } from "../shared/arguments";
import { policyDocument } from "../shared/policy-document";
import { text } from "../shared/rules";
import type { Scope } from "../shared/scope";

/**
 * What may log in to one database as one user by an IAM token. Neither can be a wildcard, as either would let in as
 * the database's administrator too.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 */
export function connectPolicy(scope: Scope, resourceId: string, user: string): string {
  const { partition, region, accountId } = scope;
  return policyDocument([
    {
      Sid: "ConnectToDatabase",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: `arn:${partition}:rds-db:${region}:${accountId}:dbuser:${resourceId}/${user}`,
    },
  ]);
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_rds-db.html */
export const databaseResourceId = text(
  'the resource id of an instance ("db-..."), a cluster ("cluster-...") or a proxy ("prx-..."), which is not its name',
  /^(db|cluster|prx)-[A-Za-z0-9]{1,64}$/,
);

/**
 * What an engine takes, of any engine without one, with nothing in it that IAM reads as a wildcard or a variable.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
 * https://dev.mysql.com/doc/refman/8.4/en/user-names.html
 */
export function databaseUser(engine?: string): Rule<string> {
  const longest = engine !== undefined && /mysql|mariadb/.test(engine) ? 32 : 63;
  return text(
    `1 to ${longest} letters, digits, underscores, dots and hyphens, starting with a letter or underscore`,
    new RegExp(`^[A-Za-z_][\\w.-]{0,${longest - 1}}$`),
  );
}

/** Refuses the master user, who may do everything, and whose password goes round where somebody logs in as him. */
export function refuseMasterUser(
  checks: ArgumentChecks,
  argument: string,
  user: pulumi.Input<string>,
  masterUsername: pulumi.Input<string | undefined>,
): pulumi.Input<string> {
  return whenKnown(masterUsername, (master) =>
    whenKnown(user, (known) =>
      known.toLowerCase() === master?.toLowerCase()
        ? checks.refuse(
            `${argument} is ${show(known)}, but must be another than the master user, who may do everything.`,
          )
        : known,
    ),
  );
}

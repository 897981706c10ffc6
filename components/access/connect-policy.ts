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

/** What PostgreSQL and MySQL both take, with nothing in it that IAM reads as a wildcard or a variable. */
export const databaseUser = text(
  "1 to 32 letters, digits, underscores, dots and hyphens, starting with a letter or underscore",
  /^[A-Za-z_][\w.-]{0,31}$/,
);

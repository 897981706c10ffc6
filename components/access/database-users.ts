import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, show } from "../shared/arguments";
import { nameOf } from "../shared/names";
import { scopeOf } from "../shared/scope";
import { connectPolicy, databaseUser, refuseMasterUser } from "./connect-policy";
import { createUserSql } from "./create-user-sql";
import { DatabaseAccess } from "./database-access";
import { knownDatabase } from "./known-databases";

/** What of a database the users of it need. */
export interface Connectable extends pulumi.Resource {
  /** Of the instance, cluster or proxy. */
  readonly resourceId: pulumi.Output<string>;
}

/** The policy, as JSON, of who may log in to a database as one user. */
export function connectPolicyOf(database: Connectable, component: string, user: string): pulumi.Output<string> {
  const { who } = checkUser(database, component, user);
  return pulumi
    .all([scopeOf(database), database.resourceId, who])
    .apply(([scope, resourceId, known]) => connectPolicy(scope, resourceId, known));
}

/** Lets a role log in to a database as one user. Throws an ArgumentError where its engine has no IAM log-in. */
export function grantConnectTo(
  database: Connectable,
  component: string,
  role: aws.iam.Role | pulumi.Input<string>,
  user: string,
  // A user may have characters that no name of a resource has.
  name = `${nameOf(database)}-connect-${user.replace(/[^\w-]/g, "-")}`,
): DatabaseAccess {
  const { checks } = checkUser(database, component, user);
  const engine = knownDatabase(database)?.engine;
  if (engine !== undefined && createUserSql(engine, user) === undefined) {
    checks.refuse(`engine is ${show(engine)}, which has no IAM log-in, so that nobody can be let in by it.`);
  }
  const roleName = pulumi.Resource.isInstance(role) ? role.name : role;
  return new DatabaseAccess(name, { resourceId: database.resourceId, user, roleName }, { parent: database });
}

/** The SQL that makes a user of a database. Throws an ArgumentError where the engine has no IAM log-in. */
export function createUserSqlOf(database: pulumi.Resource, component: string, user: string): string {
  const { checks } = checkUser(database, component, user);
  const engine = knownDatabase(database)?.engine ?? "";
  return (
    createUserSql(engine, user) ??
    checks.refuse(`engine is ${show(engine)}, which has no IAM log-in, so that no user can be made for it.`)
  );
}

/** A master user that is an output is refused when it resolves. */
function checkUser(database: pulumi.Resource, component: string, user: string) {
  const checks = new ArgumentChecks(component, {}, {});
  const facts = knownDatabase(database);
  checks.plain("user", user, databaseUser(facts?.engine));
  return { checks, who: refuseMasterUser(checks, "user", user, facts?.masterUsername) };
}

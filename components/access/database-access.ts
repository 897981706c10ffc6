import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { withRenames } from "../shared/renames";
import { regionName, resourceName, roleName } from "../shared/rules";
import { scopeOf } from "../shared/scope";
import { connectPolicy, databaseResourceId, databaseUser, refuseMasterUser } from "./connect-policy";
import { createUserSql, engineWithIam } from "./create-user-sql";
import { masterUserOf } from "./known-databases";

export interface DatabaseAccessArgs {
  /**
   * Resource id of the instance, cluster or proxy: the `resourceId` of a SecureInstance, SecureCluster or DatabaseProxy.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
   */
  resourceId: pulumi.Input<string>;

  /**
   * The one database user to log in as, without a wildcard, and not the master user: of up to 63 characters, or 32 of
   * MySQL and MariaDB.
   */
  user: pulumi.Input<string>;

  /**
   * Engine of the database, for the SQL that makes the user: "postgres", "aurora-postgresql", "mysql", "mariadb" or
   * "aurora-mysql", the ones with IAM log-in. Default: none, and no SQL.
   */
  engine?: string;

  /** Name of the role that gets the policy. Default: none, and the policy is an output only. */
  roleName?: pulumi.Input<string>;

  /** Region of the database. Default: the provider's. */
  region?: pulumi.Input<string>;
}

/** Leave to log in to one database as one database user by a short-lived IAM token. */
export class DatabaseAccess extends pulumi.ComponentResource {
  /** The IAM policy, as JSON. */
  public readonly policy: pulumi.Output<string>;

  /** The SQL that makes the database user, to run once as the master user; absent without `engine`. */
  public readonly createUserSql: pulumi.Output<string | undefined>;

  constructor(name: string, args: DatabaseAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    const { resourceId, engine, user, region, role } = checkDatabaseAccess(name, args);
    super("aws-secure-database:index:DatabaseAccess", name, {}, withRenames("DatabaseAccess", name, opts));

    this.policy = pulumi
      .all([scopeOf(this), region, resourceId, user])
      .apply(([scope, own, id, who]) => connectPolicy({ ...scope, region: own ?? scope.region }, id, who));
    this.createUserSql = pulumi
      .output(user)
      .apply((who) => (engine === undefined ? undefined : createUserSql(engine, who)));

    if (role !== undefined) {
      new aws.iam.RolePolicy(name, { role, policy: this.policy }, { parent: this });
    }
    this.registerOutputs({ policy: this.policy, createUserSql: this.createUserSql });
  }
}

function checkDatabaseAccess(name: string, args: DatabaseAccessArgs = {} as DatabaseAccessArgs) {
  const checks = new ArgumentChecks(`DatabaseAccess ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, resourceName);
  const resourceId = checks.required("resourceId", args.resourceId, databaseResourceId);
  const { engine } = args;
  if (engine !== undefined) {
    checks.plain("engine", engine, engineWithIam);
  }
  const user = refuseMasterUser(
    checks,
    "user",
    checks.required("user", args.user, databaseUser(engine)),
    masterUserOf(args.resourceId),
  );
  return {
    resourceId,
    engine,
    user,
    region: checks.optionalInput("region", args.region, regionName),
    role: checks.optionalInput("roleName", args.roleName, roleName),
  };
}

const argumentNames: ArgumentNames<DatabaseAccessArgs> = {
  resourceId: true,
  user: true,
  engine: true,
  roleName: true,
  region: true,
};

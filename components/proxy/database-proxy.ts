import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseAccess } from "../access/database-access";
import { connectPolicyOf, grantConnectTo } from "../access/database-users";
import { rememberDatabase } from "../access/known-databases";
import { nameOf, remember } from "../shared/names";
import { withRenames } from "../shared/renames";
import { type Scope, scopeOf } from "../shared/scope";
import type { DatabaseProxyArgs } from "./database-proxy-arguments";
import { checkDatabaseProxy, type ProxyLogIn, type ProxySettings } from "./database-proxy-settings";
import { proxyConnects, proxyReadsSecrets, proxyTrust } from "./proxy-policies";

/**
 * An RDS Proxy that takes IAM tokens over TLS and nothing else, keeps connections to the database open, and logs in there
 * by IAM too, or by passwords that it reads from Secrets Manager.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  /** DNS name that clients connect to. */
  public readonly endpoint: pulumi.Output<string>;

  /** DNS name that reaches the readers; empty without `readerEndpoint`. */
  public readonly readerEndpoint: pulumi.Output<string>;

  /** ARN of the proxy. */
  public readonly arn: pulumi.Output<string>;

  /** Resource id of the proxy, "prx-...", which policies of rds-db:connect name. */
  public readonly resourceId: pulumi.Output<string>;

  /** Name of the proxy. */
  public readonly proxyName: pulumi.Output<string>;

  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkDatabaseProxy(name, args);
    super("aws-secure-database:index:DatabaseProxy", name, {}, withRenames("DatabaseProxy", name, opts));
    remember(this, name);
    const { tags } = args;

    const scope = scopeOf(this);
    const role = new aws.iam.Role(
      `${name}-proxy`,
      { description: `RDS Proxy ${name}`, assumeRolePolicy: scope.apply(proxyTrust), tags },
      { parent: this },
    );
    const permissions = new aws.iam.RolePolicy(
      `${name}-proxy`,
      {
        role: role.name,
        policy: permissionsOf(scope, settings),
      },
      { parent: this },
    );

    const proxy = new aws.rds.Proxy(
      name,
      {
        engineFamily: settings.engineFamily,
        requireTls: true,
        ...authentication(settings.logIn),
        idleClientTimeout: settings.idleClientTimeout,
        roleArn: role.arn,
        vpcSubnetIds: settings.subnetIds,
        vpcSecurityGroupIds: settings.securityGroupIds,
        tags,
      },
      { parent: this, dependsOn: permissions },
    );
    const targetGroup = new aws.rds.ProxyDefaultTargetGroup(
      name,
      { dbProxyName: proxy.name, connectionPoolConfig: { maxConnectionsPercent: settings.maxConnections } },
      { parent: this },
    );
    new aws.rds.ProxyTarget(
      name,
      {
        dbProxyName: proxy.name,
        targetGroupName: targetGroup.name,
        dbInstanceIdentifier: settings.instanceIdentifier,
        dbClusterIdentifier: settings.clusterIdentifier,
      },
      { parent: this },
    );
    const reader = settings.readerEndpoint
      ? new aws.rds.ProxyEndpoint(
          `${name}-reader`,
          {
            dbProxyName: proxy.name,
            dbProxyEndpointName: pulumi.interpolate`${proxy.name}-reader`,
            targetRole: "READ_ONLY",
            vpcSubnetIds: settings.subnetIds,
            vpcSecurityGroupIds: settings.securityGroupIds,
            tags,
          },
          { parent: this },
        )
      : undefined;

    this.endpoint = proxy.endpoint;
    this.readerEndpoint = pulumi.output(reader?.endpoint ?? "");
    this.arn = proxy.arn;
    // The last part of its ARN.
    this.resourceId = proxy.arn.apply((arn) => arn.split(":").at(-1) ?? "");
    this.proxyName = proxy.name;
    rememberDatabase(settings, this, this.resourceId);
    this.registerOutputs({
      endpoint: this.endpoint,
      readerEndpoint: this.readerEndpoint,
      arn: this.arn,
      resourceId: this.resourceId,
      proxyName: this.proxyName,
    });
  }

  /** The IAM policy, as JSON, of who may connect to the proxy as one database user. */
  connectPolicy(user: string): pulumi.Output<string> {
    return connectPolicyOf(this, `DatabaseProxy ${JSON.stringify(nameOf(this))}`, user);
  }

  /**
   * Lets a role connect to the proxy as one database user.
   * @param role the role or its name
   * @param name the name of the grant, for a second one to the same user. Default: the database's name, "-connect-" and the user,
   * with a hyphen for every character that no name has
   */
  grantConnect(role: aws.iam.Role | pulumi.Input<string>, user: string, name?: string): DatabaseAccess {
    return grantConnectTo(this, `DatabaseProxy ${JSON.stringify(nameOf(this))}`, role, user, name);
  }
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html */
function authentication(logIn: ProxyLogIn): Pick<aws.rds.ProxyArgs, "defaultAuthScheme" | "auths"> {
  return logIn.by === "iam"
    ? { defaultAuthScheme: "IAM_AUTH" }
    : { auths: logIn.secretArns.map((secretArn) => ({ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn })) };
}

function permissionsOf(
  scope: pulumi.Output<Scope>,
  { logIn, databaseResourceId = "", kmsKeyArn = "" }: ProxySettings,
): pulumi.Output<string> {
  return logIn.by === "iam"
    ? pulumi
        .all([scope, databaseResourceId, pulumi.all([...logIn.users])])
        .apply(([known, database, users]) => proxyConnects(known, database, users))
    : pulumi
        .all([scope, kmsKeyArn, pulumi.all([...logIn.secretArns])])
        .apply(([known, key, secrets]) => proxyReadsSecrets(known, secrets, key));
}

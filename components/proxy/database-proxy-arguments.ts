import type * as pulumi from "@pulumi/pulumi";

/** What a proxy does alike for a database of its own and for one that is there. */
export interface ProxyOptions {
  /**
   * ARNs of the secrets, with user name and password, of the database users that the proxy logs in as. Default: the
   * managed secret of the master user.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html
   */
  secretArns?: pulumi.Input<string>[];

  /** Makes a second endpoint that reaches the readers of a cluster. Default: false. An error for an instance. */
  readerEndpoint?: boolean;

  /** Seconds, from 60 to 28800, after which an idle client is cut off. Default: 1800. */
  idleClientTimeout?: pulumi.Input<number>;

  /** Percent of the database's connections, from 1 to 100, that the proxy may hold. Default: 100. */
  maxConnectionsPercent?: pulumi.Input<number>;
}

export interface DatabaseProxyArgs extends ProxyOptions {
  /** Engine of the database: "postgres", "aurora-postgresql", "mysql", "mariadb" or "aurora-mysql". */
  engine: string;

  /** Identifier of the instance behind the proxy. Either this or `clusterIdentifier`. */
  instanceIdentifier?: pulumi.Input<string>;

  /** Identifier of the cluster behind the proxy. Either this or `instanceIdentifier`. */
  clusterIdentifier?: pulumi.Input<string>;

  /**
   * ARNs of the secrets, with user name and password, of the database users that the proxy logs in as, at least one.
   * Clients come with IAM tokens alone.
   */
  secretArns: pulumi.Input<string>[];

  /** ARN of the customer managed key of the secrets. */
  kmsKeyArn: pulumi.Input<string>;

  /** Ids of the subnets of the proxy, at least two, such as the database subnets. A change replaces the proxy. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Ids of the security groups of the proxy, at least one, which applications may reach and which may reach the
   * database: the `proxySecurityGroupIds` of an IsolatedNetwork.
   */
  securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;

  /** Tags of the proxy and its role. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

import type * as pulumi from "@pulumi/pulumi";

/** What a proxy does alike for a database of its own and for one that is there. */
export interface ProxyOptions {
  /**
   * Database users, such as "orders_app", as whom the proxy may log in to the database: by IAM, as its clients do, so that
   * no password is kept anywhere. `createUserSql` makes them. Either these, which is better, or `secretArns`.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html
   */
  users?: pulumi.Input<string>[];

  /**
   * ARNs of the secrets, with user name and password, of the database users that the proxy logs in as. Clients come with
   * IAM tokens alone. Either these or `users`.
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

  /** Resource id of the database, "db-..." or "cluster-...". Needed with `users`, and an error without. */
  databaseResourceId?: pulumi.Input<string>;

  /** ARN of the customer managed key of the secrets. Needed with `secretArns`, and an error without. */
  kmsKeyArn?: pulumi.Input<string>;

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

import type * as pulumi from "@pulumi/pulumi";

export interface IsolatedNetworkArgs {
  /**
   * Id of an existing VPC. Default: a VPC of its own. Needs `subnetCidrBlocks`, for subnets to make there, or `subnetIds`
   * of those that are there. Rules in its default security group are an error, unless `closeDefaultSecurityGroup` removes
   * them or their risk is accepted. Of a VPC of the same program, give the `vpcId` of what comes last in it, such as its
   * DefaultSecurityGroup: what is there already is looked up.
   */
  vpcId?: pulumi.Input<string>;

  /**
   * Takes over the default security group of the existing VPC and removes its rules, for good, which cuts off whatever
   * uses them. Default: false. An error without `vpcId`: that of a VPC of its own is always closed.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
   */
  closeDefaultSecurityGroup?: boolean;

  /**
   * IPv4 block of the VPC of its own, from /16 to /27. Default: "10.0.0.0/16". Its first addresses become the database
   * subnets, a /24 each where there is room; the rest stays free for applications. An error beside `vpcId`.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  cidrBlock?: pulumi.Input<string>;

  /**
   * Gives the VPC of its own and its subnets IPv6 beside IPv4, addresses that AWS chooses, with no way out either.
   * Default: false. An error beside `vpcId`. A change to false replaces the subnets.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.IP_addressing
   */
  dualStack?: boolean;

  /**
   * IPv4 blocks of the database subnets in the existing VPC, one a zone, at least two, /16 to /28, without overlap among
   * each other. One outside the VPC's own, secondary ones among them, or that overlaps another subnet of it is an error.
   * An error without `vpcId`.
   */
  subnetCidrBlocks?: pulumi.Input<string>[];

  /**
   * Ids of subnets of the existing VPC to use as they are, at least two, in different zones. One with a route to the
   * internet is an error. Their route tables and network ACLs are left alone. An error without `vpcId` and beside
   * `subnetCidrBlocks`, `availabilityZones`, `networkAcl` or `gatewayEndpoints`.
   */
  subnetIds?: pulumi.Input<string>[];

  /**
   * Names of the availability zones, such as "eu-west-1a", at least two. Default: the first zones of the region that
   * every account may use. A later change replaces subnets.
   */
  availabilityZones?: pulumi.Input<string>[];

  /** How many zones to use where `availabilityZones` does not name them, from 2 to 6. Default: 2. */
  availabilityZoneCount?: number;

  /**
   * Ids of the security groups, of applications, that may connect to the database ports. Default: one of its own, the
   * output `applicationSecurityGroupId`, that applications join; an empty list: none, and nothing connects. Until an
   * output of the whole list is known, as in a first preview, the policy pack cannot judge the rule; a list of outputs it
   * can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Makes a security group for a DatabaseProxy, the output `proxySecurityGroupIds`, which the groups that may connect
   * reach, and which reaches the databases. Default: false.
   */
  proxyAccess?: boolean;

  /** Engines whose default ports are opened, as the RDS API calls them. Default: ["postgres"]. */
  engines?: string[];

  /** Ports that are opened, from 1150 to 65535, at most 10. Default: those of the engines. */
  ports?: pulumi.Input<number>[];

  /**
   * A network ACL as a second wall around the database subnets, which lets in the ports from `clientCidrBlocks` and
   * nothing else, whatever security groups say. Default: true.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
   */
  networkAcl?: boolean;

  /**
   * IPv4 blocks whose clients the network ACL lets through to the security group, such as those of a peered VPC; /0 to
   * /7 are an error. Default: the VPC's own.
   */
  clientCidrBlocks?: pulumi.Input<string>[];

  /**
   * Gateway endpoints to make, "dynamodb" and "s3", for the database subnets and `endpointRouteTableIds`, that serve
   * callers of this account only, and reach tables and buckets of this account only. Default: none.
   * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
   */
  gatewayEndpoints?: string[];

  /** Ids of the route tables of applications that use the gateway endpoints too. Default: none. */
  endpointRouteTableIds?: pulumi.Input<string>[];

  /**
   * Interface endpoints to make in the database subnets, of "kms", "secretsmanager", "logs", "monitoring", "rds" and
   * "sts", for the security groups that may connect, that serve callers of this account only. The VPC needs DNS support
   * and host names, as its own has. Default: none; each has a price by the hour and zone.
   * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
   */
  interfaceEndpoints?: string[];

  /**
   * Records the connections of the VPC, allowed and refused. Default: true. False needs an accepted risk, such as a flow
   * log that an existing VPC has already.
   */
  flowLogs?: boolean;

  /**
   * ARN of a bucket for the flow logs, with a policy that lets the log delivery service write. How the bucket is encrypted
   * and who reads it is for its owner to see to. Default: none, a log group of
   * CloudWatch Logs, encrypted under the key.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
   */
  flowLogBucketArn?: pulumi.Input<string>;

  /**
   * Days that flow logs in CloudWatch Logs are kept, as it takes them; 0: for ever. Default: 365. Less needs an accepted
   * risk.
   */
  logRetentionDays?: pulumi.Input<number>;

  /**
   * ARN of a customer managed key to share for the flow logs, which the service "logs" may use.
   * Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of every resource that takes tags. Default: none but a Name. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as
   * {"database-vpc-flow-logs": "the network team's flow log covers this VPC"}. The policy pack judges the network all the
   * same. Default: none.
   */
  acceptedRisks?: Record<string, string>;
}

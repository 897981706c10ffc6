import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { withRenames } from "../shared/renames";
import { named } from "../shared/tags";
import { gatewayEndpoint, interfaceEndpoint } from "./endpoints";
import { freeBlocks } from "./existing-vpc";
import { recordFlows, recordFlowsToBucket } from "./flow-logs";
import { checkedSubnets } from "./given-subnets";
import type { IsolatedNetworkArgs } from "./isolated-network-arguments";
import { checkIsolatedNetwork, type NetworkSettings } from "./isolated-network-settings";
import { securityGroups } from "./security-groups";
import { makeSubnets } from "./subnets";
import { type Vpc, vpcOf } from "./vpc";

/**
 * Private subnets for databases: no route leaves the VPC, no address is public, the security group lets in the groups it
 * is given, on the ports of the databases, and nothing out, a network ACL says the same of addresses, and flow logs record
 * who tried.
 */
export class IsolatedNetwork extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId: pulumi.Output<string>;

  /** IPv4 block of the VPC. */
  public readonly vpcCidrBlock: pulumi.Output<string>;

  /** IPv6 block of the VPC; empty without dual stack. */
  public readonly vpcIpv6CidrBlock: pulumi.Output<string>;

  /** Ids of the database subnets, one a zone. */
  public readonly subnetIds: pulumi.Output<string[]>;

  /** Names of the zones of the database subnets, in their order; empty where the subnets are given. */
  public readonly availabilityZones: pulumi.Output<string[]>;

  /** Id of the route table of the database subnets, which holds local routes only; empty where they are given. */
  public readonly routeTableId: pulumi.Output<string>;

  /** Id of the network ACL of the database subnets; empty without one. */
  public readonly networkAclId: pulumi.Output<string>;

  /** Name of the DB subnet group, for the `subnetGroupName` of a SecureInstance or SecureCluster. */
  public readonly subnetGroupName: pulumi.Output<string>;

  /** Id of the database security group, in a list, for the `securityGroupIds` of a SecureInstance or SecureCluster. */
  public readonly securityGroupIds: pulumi.Output<string[]>;

  /** Id of the security group that applications join to reach the databases; empty where groups are given. */
  public readonly applicationSecurityGroupId: pulumi.Output<string>;

  /** Id of the security group of a DatabaseProxy, in a list; empty without `proxyAccess`. */
  public readonly proxySecurityGroupIds: pulumi.Output<string[]>;

  constructor(name: string, args: IsolatedNetworkArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkIsolatedNetwork(name, args);
    super("aws-secure-database:index:IsolatedNetwork", name, {}, withRenames("IsolatedNetwork", name, opts));
    const tags = named(name, args.tags);

    const vpc = vpcOf(name, settings, tags, this);
    recordTraffic(name, vpc, settings, args.tags, tags, this);
    const groups = securityGroups(name, vpc, settings, args.tags, this);

    const { subnets, acceptsEgress } = settings;
    // Looked up as it was given: one that is refused would be refused again by each look-up.
    const vpcId = settings.vpcId ?? vpc.id;
    const component = `IsolatedNetwork ${JSON.stringify(name)}`;
    const made =
      "blocks" in subnets
        ? makeSubnets(
            name,
            vpc,
            settings.vpcId === undefined
              ? subnets.blocks
              : freeBlocks(component, vpcId, vpc.cidrBlocks, subnets.blocks, this),
            settings,
            args,
            this,
          )
        : undefined;
    const subnetIds =
      "ids" in subnets
        ? checkedSubnets(component, vpcId, vpc.mainRouteTableId, subnets.ids, acceptsEgress, this)
        : (made?.subnetIds ?? []);

    for (const service of settings.gatewayEndpoints) {
      const tables = [...(made === undefined ? [] : [made.routeTableId]), ...settings.endpointRouteTables];
      gatewayEndpoint(name, service, tables, { vpcId: vpc.id, tags: args.tags }, this);
    }
    for (const service of settings.interfaceEndpoints) {
      const group = groups.endpointGroupId ?? "";
      interfaceEndpoint(name, service, subnetIds, group, { vpcId: vpc.id, tags: args.tags }, this);
    }

    const subnetGroup = new aws.rds.SubnetGroup(
      name,
      { description: `Private subnets of the databases of ${name}`, subnetIds, tags },
      { parent: this },
    );

    this.vpcId = pulumi.output(vpc.id);
    this.vpcCidrBlock = vpc.cidrBlock;
    this.vpcIpv6CidrBlock = vpc.ipv6CidrBlock;
    this.subnetIds = pulumi.output(subnetIds);
    this.availabilityZones = pulumi.output(made?.availabilityZones ?? []);
    this.routeTableId = pulumi.output(made?.routeTableId ?? "");
    this.networkAclId = pulumi.output(made?.networkAclId ?? "");
    this.subnetGroupName = subnetGroup.name;
    this.securityGroupIds = pulumi.output([groups.databaseGroupId]);
    this.applicationSecurityGroupId = pulumi.output(groups.applicationGroupId ?? "");
    this.proxySecurityGroupIds = pulumi.output(groups.proxyGroupId === undefined ? [] : [groups.proxyGroupId]);
    this.registerOutputs({
      vpcId: this.vpcId,
      vpcCidrBlock: this.vpcCidrBlock,
      vpcIpv6CidrBlock: this.vpcIpv6CidrBlock,
      subnetIds: this.subnetIds,
      availabilityZones: this.availabilityZones,
      routeTableId: this.routeTableId,
      networkAclId: this.networkAclId,
      subnetGroupName: this.subnetGroupName,
      securityGroupIds: this.securityGroupIds,
      applicationSecurityGroupId: this.applicationSecurityGroupId,
      proxySecurityGroupIds: this.proxySecurityGroupIds,
    });
  }
}

function recordTraffic(
  name: string,
  { id }: Vpc,
  { flowLogs, flowLogBucketArn, kmsKeyArn, logRetentionDays }: NetworkSettings,
  given: IsolatedNetworkArgs["tags"],
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): void {
  if (!flowLogs) {
    return;
  }
  if (flowLogBucketArn !== undefined) {
    recordFlowsToBucket(name, id, flowLogBucketArn, tags, parent);
    return;
  }
  const key = kmsKeyArn ?? new EncryptionKey(name, { services: ["logs"], tags: given }, { parent }).keyArn;
  recordFlows(name, id, { kmsKeyArn: key, retentionDays: logRetentionDays, tags }, parent);
}

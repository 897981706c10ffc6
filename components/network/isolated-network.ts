import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { whenKnown } from "../shared/arguments";
import { named } from "../shared/tags";
import { recordFlows } from "./flow-logs";
import { checkIsolatedNetwork, type NetworkSettings } from "./isolated-network-arguments";

export interface IsolatedNetworkArgs {
  /**
   * Id of an existing VPC to put the subnets into. Default: a VPC of its own. Needs `subnetCidrBlocks`.
   */
  vpcId?: pulumi.Input<string>;

  /**
   * IPv4 block of the VPC of its own, from /16 to /28. Default: "10.0.0.0/16". Its first addresses become the database
   * subnets, a /24 each where there is room; the rest stays free for applications. An error beside `vpcId`.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  cidrBlock?: pulumi.Input<string>;

  /**
   * IPv4 blocks of the database subnets in the existing VPC, one a zone, at least two, /16 to /28, without overlap.
   * Needed beside `vpcId`, an error without it.
   */
  subnetCidrBlocks?: pulumi.Input<string>[];

  /**
   * Names of the availability zones, such as "eu-west-1a", at least two. Default: the first zones of the region that
   * every account may use. A later change replaces subnets.
   */
  availabilityZones?: pulumi.Input<string>[];

  /** How many zones to use where `availabilityZones` does not name them, from 2 to 6. Default: 2. */
  availabilityZoneCount?: number;

  /**
   * Ids of the security groups, of applications, that may connect to the database port. Default: none, and nothing
   * connects. Until an output of the whole list is known, as in a first preview, the policy pack cannot judge the rule;
   * a list of outputs it can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /** The engine whose default port is opened, as the RDS API calls it. Default: "postgres". */
  engine?: string;

  /** The port that is opened, from 1150 to 65535. Default: the engine's own. */
  port?: pulumi.Input<number>;

  /**
   * Records the connections of the VPC, allowed and refused, in a log group of CloudWatch Logs. Default: true. False
   * needs an accepted risk, such as a flow log that an existing VPC has already.
   */
  flowLogs?: boolean;

  /** Days that flow logs are kept, as CloudWatch Logs takes them; 0: for ever. Default: 365. Less needs an accepted risk. */
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

/**
 * Private subnets for databases: no route leaves the VPC, no address is public, the security group lets in the groups it
 * is given, on one port, and nothing out, and flow logs record who tried.
 */
export class IsolatedNetwork extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId: pulumi.Output<string>;

  /** Ids of the database subnets, one a zone. */
  public readonly subnetIds: pulumi.Output<string[]>;

  /** Id of the route table of the database subnets, which holds local routes only. */
  public readonly routeTableId: pulumi.Output<string>;

  /** Name of the DB subnet group, for the `subnetGroupName` of a SecureInstance. */
  public readonly subnetGroupName: pulumi.Output<string>;

  /** Id of the database security group, in a list, for the `securityGroupIds` of a SecureInstance. */
  public readonly securityGroupIds: pulumi.Output<string[]>;

  constructor(name: string, args: IsolatedNetworkArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkIsolatedNetwork(name, args);
    super("aws-secure-database:index:IsolatedNetwork", name, {}, opts);
    const tags = named(name, args.tags);

    const vpcId = settings.vpcId ?? ownVpc(name, settings.cidrBlock, tags, this);

    if (settings.flowLogs) {
      const kmsKeyArn =
        settings.kmsKeyArn ?? new EncryptionKey(name, { services: ["logs"], tags: args.tags }, { parent: this }).keyArn;
      recordFlows(name, vpcId, { kmsKeyArn, retentionDays: settings.logRetentionDays, tags }, this);
    }

    // No route is named, and an empty list makes the next deploy remove one that somebody added by hand.
    const routeTable = new aws.ec2.RouteTable(name, { vpcId, routes: [], tags }, { parent: this });

    const zoneNames = args.availabilityZones ?? firstZones(name, settings.zones, this);
    const subnets = settings.subnetCidrBlocks.map((cidrBlock, index) => {
      const subnet = new aws.ec2.Subnet(
        `${name}-${index + 1}`,
        {
          vpcId,
          cidrBlock,
          availabilityZone: zoneNames[index],
          mapPublicIpOnLaunch: false,
          assignIpv6AddressOnCreation: false,
          tags: named(`${name}-${index + 1}`, args.tags),
        },
        // AWS may list other zones first one day, which must not replace the subnets of a running database.
        { parent: this, ignoreChanges: args.availabilityZones === undefined ? ["availabilityZone"] : [] },
      );
      new aws.ec2.RouteTableAssociation(
        `${name}-${index + 1}`,
        { subnetId: subnet.id, routeTableId: routeTable.id },
        { parent: this },
      );
      return subnet;
    });

    const subnetGroup = new aws.rds.SubnetGroup(
      name,
      {
        description: `Private subnets of the databases of ${name}`,
        subnetIds: subnets.map(({ id }) => id),
        tags,
      },
      { parent: this },
    );

    const securityGroup = new aws.ec2.SecurityGroup(
      name,
      {
        description: `Databases of ${name}`,
        vpcId,
        ingress: ingressOf(settings),
        egress: [],
        tags,
      },
      { parent: this },
    );

    this.vpcId = pulumi.output(vpcId);
    this.subnetIds = pulumi.output(subnets.map(({ id }) => id));
    this.routeTableId = routeTable.id;
    this.subnetGroupName = subnetGroup.name;
    this.securityGroupIds = pulumi.output([securityGroup.id]);
    this.registerOutputs({
      vpcId: this.vpcId,
      subnetIds: this.subnetIds,
      routeTableId: this.routeTableId,
      subnetGroupName: this.subnetGroupName,
      securityGroupIds: this.securityGroupIds,
    });
  }
}

function ingressOf({
  engine,
  port,
  allowedSecurityGroupIds,
}: NetworkSettings): pulumi.Input<aws.types.input.ec2.SecurityGroupIngress[]> {
  const description = `${engine} from the security groups that may connect`;
  // The list decides about the whole rule, as the provider needs a source in each:
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group#ingress
  return whenKnown(allowedSecurityGroupIds, (securityGroups) =>
    securityGroups.length === 0 ? [] : [{ description, protocol: "tcp", fromPort: port, toPort: port, securityGroups }],
  );
}

function ownVpc(
  name: string,
  cidrBlock: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const vpc = new aws.ec2.Vpc(name, { cidrBlock, enableDnsSupport: true, enableDnsHostnames: true, tags }, { parent });
  // AWS lets the members of a VPC's default group reach each other; without rules it lets nothing through.
  new aws.ec2.DefaultSecurityGroup(name, { vpcId: vpc.id, ingress: [], egress: [], tags }, { parent });
  return vpc.id;
}

function firstZones(name: string, count: number, parent: pulumi.Resource): pulumi.Output<string>[] {
  const available = aws.getAvailabilityZonesOutput(
    { state: "available", filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] },
    { parent },
  );
  return Array.from({ length: count }, (_, index) =>
    available.names.apply((names) => {
      const zone = names[index];
      if (zone === undefined) {
        throw new pulumi.RunError(
          `IsolatedNetwork ${JSON.stringify(name)}: availabilityZoneCount is ${count}, ` +
            `but must be at most ${names.length} in this region (${names.join(", ")}).`,
        );
      }
      return zone;
    }),
  );
}

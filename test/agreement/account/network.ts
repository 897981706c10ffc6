import type {
  FlowLog,
  IpPermission,
  PrefixListEntry,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
} from "@aws-sdk/client-ec2";
import type { Answers, Input } from "../../audit/read/stub-clients";
import { account, type Deployed, NotDeployable, ofType } from "./deployed";
import { optional } from "./rds";

/** What EC2 answers about these resources, and about the main route table that every VPC comes with. */
export function networkAnswers(all: readonly Deployed[]): Answers {
  refuse(all, "aws:ec2/defaultRouteTable:DefaultRouteTable");
  refuse(all, "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation");
  refuse(all, "aws:ec2/defaultVpc:DefaultVpc");
  return {
    DescribeSubnets: {
      Subnets: ofType(all, "aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet").map(subnetOf),
    },
    DescribeRouteTables: {
      RouteTables: [
        ...mainTables(all),
        ...ofType(all, "aws:ec2/routeTable:RouteTable").map((table) => tableOf(table, all)),
      ],
    },
    DescribeSecurityGroups: {
      SecurityGroups: ofType(
        all,
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      )
        .map((group) => groupOf(group, all))
        .concat(defaultGroups(all)),
    },
    GetManagedPrefixListEntries: ({ PrefixListId: id }: Input) => ({ Entries: entriesOf(all, id) }),
    DescribeFlowLogs: { FlowLogs: ofType(all, "aws:ec2/flowLog:FlowLog").map((log) => flowLogOf(log, all)) },
    DescribeVpcEndpoints: {
      VpcEndpoints: ofType(all, "aws:ec2/vpcEndpoint:VpcEndpoint").map((endpoint) => ({
        VpcEndpointId: endpoint.names.id,
        VpcId: endpoint.text("vpcId"),
        ServiceName: endpoint.text("serviceName"),
        State: "available",
        OwnerId: account,
        PolicyDocument:
          ofType(all, "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy")
            .find((policy) => policy.text("vpcEndpointId") === endpoint.names.id)
            ?.text("policy", "arn") ??
          endpoint.text("policy", "arn") ??
          everything,
      })),
    },
  };
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
const everything = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

function refuse(all: readonly Deployed[], type: Deployed["row"]["type"]): void {
  if (ofType(all, type).length > 0) {
    throw new NotDeployable(`${type} is not described`);
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
function subnetOf(subnet: Deployed): Subnet {
  const isDefault = subnet.row.type === "aws:ec2/defaultSubnet:DefaultSubnet";
  return {
    SubnetId: subnet.names.id,
    SubnetArn: subnet.names.arn,
    VpcId: subnet.text("vpcId") ?? "vpc-default",
    ...optional("AvailabilityZone", subnet.text("availabilityZone")),
    MapPublicIpOnLaunch: subnet.flag("mapPublicIpOnLaunch") ?? isDefault,
    AssignIpv6AddressOnCreation: subnet.flag("assignIpv6AddressOnCreation") ?? false,
    Tags: subnet.tags(),
  };
}

const local: Route = { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" };

function mainTables(all: readonly Deployed[]): RouteTable[] {
  const ids = [
    ...ofType(all, "aws:ec2/vpc:Vpc").map(({ names }) => names.id),
    "vpc-default",
    ...ofType(all, "aws:ec2/subnet:Subnet").map((subnet) => subnet.text("vpcId") ?? "vpc-default"),
  ];
  return [...new Set(ids)].map((VpcId) => ({
    RouteTableId: `rtb-main-${VpcId}`,
    VpcId,
    Associations: [{ Main: true, AssociationState: { State: "associated" } }],
    Routes: [
      local,
      // AWS makes the default VPC with a way to the internet.
      ...(VpcId === "vpc-default" ? [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-default" }] : []),
      // A route that names a VPC names the main table that the VPC tells.
      ...ofType(all, "aws:ec2/route:Route")
        .filter((route) => route.text("routeTableId") === VpcId)
        .map((route) => routeOf(route, "destinationCidrBlock", "destinationIpv6CidrBlock")),
    ],
  }));
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
function tableOf(table: Deployed, all: readonly Deployed[]): RouteTable {
  const routes = [
    ...table.blocks("routes").map((route) => routeOf(route, "cidrBlock", "ipv6CidrBlock")),
    ...ofType(all, "aws:ec2/route:Route")
      .filter((route) => route.text("routeTableId") === table.names.id)
      .map((route) => routeOf(route, "destinationCidrBlock", "destinationIpv6CidrBlock")),
  ];
  return {
    RouteTableId: table.names.id,
    VpcId: table.text("vpcId"),
    Associations: ofType(all, "aws:ec2/routeTableAssociation:RouteTableAssociation")
      .filter((association) => association.text("routeTableId") === table.names.id)
      .map((association) => ({
        RouteTableAssociationId: `rtbassoc-${association.row.name}`,
        Main: false,
        ...optional("SubnetId", association.text("subnetId")),
        AssociationState: { State: "associated" },
      })),
    Routes: [local, ...routes],
  };
}

function routeOf(route: Deployed, cidr: string, ipv6: string): Route {
  return {
    ...optional("DestinationCidrBlock", route.text(cidr)),
    ...optional("DestinationIpv6CidrBlock", route.text(ipv6)),
    ...optional("DestinationPrefixListId", route.text("destinationPrefixListId")),
    ...optional("GatewayId", route.text("gatewayId")),
    ...optional("NatGatewayId", route.text("natGatewayId")),
    ...optional("EgressOnlyInternetGatewayId", route.text("egressOnlyGatewayId") ?? undefined),
    ...optional("NetworkInterfaceId", route.text("networkInterfaceId")),
    ...optional("TransitGatewayId", route.text("transitGatewayId")),
    State: "active",
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
function groupOf(group: Deployed, all: readonly Deployed[]): SecurityGroup {
  const isDefault = group.row.type === "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  const own = (rule: Deployed) => rule.text("securityGroupId") === group.names.id;
  const old = ofType(all, "aws:ec2/securityGroupRule:SecurityGroupRule").filter(own);
  const rules = (direction: "ingress" | "egress") => [
    ...group.blocks(direction),
    ...old.filter((rule) => rule.text("type") === direction),
    ...ofType(
      all,
      direction === "ingress"
        ? "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
        : "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ).filter(own),
  ];
  return {
    GroupId: group.names.id,
    SecurityGroupArn: group.names.arn,
    GroupName: isDefault ? "default" : (group.text("name") ?? group.row.name),
    Description: isDefault ? "default VPC security group" : (group.text("description") ?? "Managed by Pulumi"),
    VpcId: group.text("vpcId") ?? "vpc-default",
    IpPermissions: rules("ingress").map((rule) => permissionOf(rule, group)),
    IpPermissionsEgress: rules("egress").map((rule) => permissionOf(rule, group)),
    Tags: group.tags(),
  };
}

/** The group that every VPC comes with, where no row takes it over. */
function defaultGroups(all: readonly Deployed[]): SecurityGroup[] {
  const taken = ofType(all, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").map((group) => group.text("vpcId"));
  return ofType(all, "aws:ec2/vpc:Vpc")
    .filter(({ names }) => !taken.includes(names.id))
    .map(({ names }) => {
      const GroupId = `sg-default-${names.id}`;
      const everything = { IpProtocol: "-1" };
      return {
        GroupId,
        GroupName: "default",
        Description: "default VPC security group",
        VpcId: names.id,
        IpPermissions: [{ ...everything, UserIdGroupPairs: [{ GroupId, UserId: account }] }],
        IpPermissionsEgress: [{ ...everything, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
      };
    });
}

const protocols: { readonly [written: string]: string } = { all: "-1", "6": "tcp", "17": "udp", "1": "icmp" };

/** Of every protocol AWS shows no ports: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
function permissionOf(rule: Deployed, group: Deployed): IpPermission {
  const written = (rule.text("protocol") ?? rule.text("ipProtocol") ?? "-1").toLowerCase();
  const protocol = protocols[written] ?? written;
  const described = optional("Description", rule.text("description"));
  const each = (plural: string, single: string) => [
    ...(rule.texts(plural) ?? []),
    ...(rule.text(single) === undefined ? [] : [rule.text(single) ?? ""]),
  ];
  const sources = [
    ...each("securityGroups", "sourceSecurityGroupId"),
    ...each("none", "referencedSecurityGroupId"),
    ...(rule.flag("self") === true ? [group.names.id] : []),
  ];
  return {
    IpProtocol: protocol,
    ...(protocol === "-1"
      ? {}
      : { ...optional("FromPort", rule.count("fromPort")), ...optional("ToPort", rule.count("toPort")) }),
    IpRanges: each("cidrBlocks", "cidrIpv4").map((CidrIp) => ({ CidrIp, ...described })),
    Ipv6Ranges: each("ipv6CidrBlocks", "cidrIpv6").map((CidrIpv6) => ({ CidrIpv6, ...described })),
    PrefixListIds: each("prefixListIds", "prefixListId").map((PrefixListId) => ({ PrefixListId, ...described })),
    UserIdGroupPairs: sources.map((GroupId) => ({ GroupId, UserId: account, ...described })),
  };
}

function entriesOf(all: readonly Deployed[], id: unknown): PrefixListEntry[] {
  const list = ofType(all, "aws:ec2/managedPrefixList:ManagedPrefixList").find(({ names }) => names.id === id);
  if (list === undefined) {
    throw new NotDeployable(`prefix list ${id} is none of the rows`);
  }
  return [
    ...list.blocks("entries"),
    ...ofType(all, "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry").filter(
      (entry) => entry.text("prefixListId") === id,
    ),
  ].map((entry) => ({ Cidr: entry.text("cidr") }));
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
function flowLogOf(log: Deployed, all: readonly Deployed[]): FlowLog {
  const name = log.text("logGroupName");
  const destination = log.text("logDestination", "arn");
  const group = ofType(all, "aws:cloudwatch/logGroup:LogGroup").find(({ names }) => names.arn === destination);
  return {
    FlowLogId: `fl-${log.row.name}`,
    FlowLogStatus: "ACTIVE",
    ...optional("ResourceId", log.text("vpcId") ?? log.text("subnetId") ?? log.text("eniId")),
    TrafficType: (log.text("trafficType") ?? "ALL") as "ALL",
    ...optional("LogGroupName", name ?? group?.names.id),
    ...optional("LogDestination", destination),
  };
}

/** What CloudWatch Logs and GuardDuty answer. */
export function monitoringAnswers(all: readonly Deployed[]): Answers {
  const detectors = ofType(all, "aws:guardduty/detector:Detector");
  return {
    DescribeLogGroups: ({ logGroupNamePrefix: prefix }: Input) => ({
      logGroups: ofType(all, "aws:cloudwatch/logGroup:LogGroup")
        .map((group) => {
          const start = group.text("namePrefix");
          const logGroupName = start === undefined ? group.names.id : `${start}${group.names.id}`;
          return {
            logGroupName,
            logGroupArn: group.names.arn,
            // Absent of a group that never expires.
            ...optional("retentionInDays", group.count("retentionInDays") || undefined),
            ...optional("kmsKeyId", group.text("kmsKeyId", "arn")),
          };
        })
        .filter(({ logGroupName }) => logGroupName.startsWith(String(prefix))),
    }),
    DescribeResourcePolicies: {
      resourcePolicies: ofType(all, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy").map((policy) => ({
        policyName: policy.text("policyName") ?? policy.row.name,
        policyDocument: policy.text("policyDocument", "arn"),
      })),
    },
    ListDetectors: { DetectorIds: detectors.map(({ row }) => row.name) },
    GetDetector: ({ DetectorId: id }: Input) => {
      const detector = detectors.find(({ row }) => row.name === id);
      return {
        Status: (detector?.flag("enable") ?? true) ? "ENABLED" : "DISABLED",
        // A new detector has the feature on.
        Features: [
          { Name: "RDS_LOGIN_EVENTS", Status: "ENABLED" },
          ...ofType(all, "aws:guardduty/detectorFeature:DetectorFeature")
            .filter((feature) => feature.text("detectorId") === id)
            .map((feature) => ({ Name: feature.text("name"), Status: feature.text("status") })),
        ].filter(({ Name }, index, list) => list.findLastIndex((other) => other.Name === Name) === index),
      };
    },
  };
}

import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { clusterEngineNamed, clusterEngines, engineNamed, engines } from "../../engines";
import { ArgumentChecks, type ArgumentNames, type Rule } from "../shared/arguments";
import {
  anyIds,
  aYearOfLogs,
  bucketArn,
  databasePort,
  keyArn,
  logRetention,
  mustBeTrue,
  oneOf,
  rdsName,
  securityGroupId,
  someOf,
  text,
  trueOrFalse,
} from "../shared/rules";
import { checkBlocks, computedBlocks, type GivenSubnets, givenSubnets, zoneCount } from "./address-arguments";
import { clientBlock } from "./cidr";
import { type GatewayService, gatewayServices, type InterfaceService, interfaceServices } from "./endpoint-policies";
import type { IsolatedNetworkArgs } from "./isolated-network-arguments";

/** An IsolatedNetwork's arguments, checked and completed by their defaults. */
export interface NetworkSettings {
  /** Of an existing VPC. */
  readonly vpcId: pulumi.Input<string> | undefined;
  /** What becomes of the rules of the existing VPC's default security group. */
  readonly defaultGroup: "close" | "accept" | "refuse";
  /** Of the VPC of its own. */
  readonly cidrBlock: pulumi.Input<string>;
  readonly dualStack: boolean;
  /** Those that are there, or the blocks of those to make, one a zone. */
  readonly subnets: GivenSubnets | { readonly blocks: readonly pulumi.Input<string>[] };
  readonly ports: readonly DatabasePort[];
  /** Absent: a group of its own. */
  readonly allowedSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
  readonly proxyAccess: boolean;
  readonly networkAcl: boolean;
  /** Absent: those of the VPC. */
  readonly clientBlocks: readonly pulumi.Input<string>[] | undefined;
  readonly gatewayEndpoints: readonly GatewayService[];
  readonly endpointRouteTables: readonly pulumi.Input<string>[];
  readonly interfaceEndpoints: readonly InterfaceService[];
  readonly flowLogs: boolean;
  readonly flowLogBucketArn: pulumi.Input<string> | undefined;
  /** Days, or 0 for ever. */
  readonly logRetentionDays: pulumi.Input<number>;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  /** Whether a given subnet may have a way out through a NAT gateway. */
  readonly acceptsEgress: boolean;
}

export interface DatabasePort {
  /** What listens there, for the description of the rule. */
  readonly service: string;
  readonly port: pulumi.Input<number>;
}

const argumentNames: ArgumentNames<IsolatedNetworkArgs> = {
  vpcId: true,
  closeDefaultSecurityGroup: true,
  cidrBlock: true,
  dualStack: true,
  subnetCidrBlocks: true,
  subnetIds: true,
  availabilityZones: true,
  availabilityZoneCount: true,
  allowedSecurityGroupIds: true,
  proxyAccess: true,
  engines: true,
  ports: true,
  networkAcl: true,
  clientCidrBlocks: true,
  gatewayEndpoints: true,
  endpointRouteTableIds: true,
  interfaceEndpoints: true,
  flowLogs: true,
  flowLogBucketArn: true,
  logRetentionDays: true,
  kmsKeyArn: true,
  tags: true,
  acceptedRisks: true,
};

/** The controls that an argument can weaken. */
const acceptable: readonly ControlId[] = [
  "database-vpc-flow-logs",
  "database-log-group-retention",
  "rds-instance-no-internet-egress-route",
  "default-security-group-closed",
];

export function checkIsolatedNetwork(name: string, args: IsolatedNetworkArgs): NetworkSettings {
  const checks = new ArgumentChecks(`IsolatedNetwork ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, rdsName);
  refuseUnpaired(checks, args);
  const cidrBlock = checkBlocks(checks, args);
  const gatewayEndpoints = listed(checks, "gatewayEndpoints", args.gatewayEndpoints, gatewayServices);
  return checks.settled({
    vpcId: checks.optionalInput("vpcId", args.vpcId, vpcIdRule),
    defaultGroup: defaultGroup(checks, args),
    cidrBlock,
    dualStack: checks.plain("dualStack", args.dualStack ?? false, trueOrFalse),
    subnets:
      args.subnetIds === undefined
        ? { blocks: computedBlocks(checks, args, cidrBlock, zoneCount(checks, args)) }
        : givenSubnets(checks, args.subnetIds),
    ports: portsOf(checks, args),
    allowedSecurityGroupIds:
      args.allowedSecurityGroupIds === undefined
        ? undefined
        : checks.list("allowedSecurityGroupIds", args.allowedSecurityGroupIds, anyIds, securityGroupId),
    proxyAccess: checks.plain("proxyAccess", args.proxyAccess ?? false, trueOrFalse),
    networkAcl: checks.plain("networkAcl", args.networkAcl ?? args.subnetIds === undefined, trueOrFalse),
    clientBlocks: eachOf(checks, "clientCidrBlocks", args.clientCidrBlocks, clientBlock),
    gatewayEndpoints,
    endpointRouteTables: eachOf(checks, "endpointRouteTableIds", args.endpointRouteTableIds, routeTableId) ?? [],
    interfaceEndpoints: listed(checks, "interfaceEndpoints", args.interfaceEndpoints, interfaceServices),
    flowLogs: flowLogs(checks, args.flowLogs),
    flowLogBucketArn: checks.optionalInput("flowLogBucketArn", args.flowLogBucketArn, bucketArn),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention, aYearOfLogs),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
    acceptsEgress: checks.accepts("rds-instance-no-internet-egress-route"),
  });
}

function defaultGroup(checks: ArgumentChecks, { closeDefaultSecurityGroup = false }: IsolatedNetworkArgs) {
  checks.plain("closeDefaultSecurityGroup", closeDefaultSecurityGroup, trueOrFalse);
  if (closeDefaultSecurityGroup) {
    return "close";
  }
  return checks.accepts("default-security-group-closed") ? "accept" : "refuse";
}

function flowLogs(checks: ArgumentChecks, wanted = true): boolean {
  checks.plain("flowLogs", wanted, trueOrFalse);
  checks.safe("flowLogs", wanted, mustBeTrue("database-vpc-flow-logs"));
  return wanted;
}

function portsOf(
  checks: ArgumentChecks,
  { engines: named = ["postgres"], ports }: IsolatedNetworkArgs,
): DatabasePort[] {
  const names = [...engines.flatMap((engine) => engine.names), ...clusterEngines.map(({ name }) => name)];
  const known = oneOf(...new Set(names));
  checks.plain("engines", named, someOf("engine", known));
  const service = named.join(" and ");
  if (ports !== undefined) {
    checks.plain("ports", ports, portList);
    return ports.map((port, at) => ({ service, port: checks.required(`ports[${at}]`, port, databasePort) }));
  }
  const defaults = new Map<number, string[]>();
  for (const engine of named) {
    const port = (engineNamed(engine) ?? clusterEngineNamed(engine))?.port ?? 0;
    defaults.set(port, [...(defaults.get(port) ?? []), engine]);
  }
  return [...defaults].map(([port, services]) => ({ service: services.join(" and "), port }));
}

function listed<T extends string>(
  checks: ArgumentChecks,
  argument: string,
  given: string[] | undefined,
  allowed: readonly T[],
): readonly T[] {
  if (given !== undefined) {
    checks.plain(argument, given, someOf("endpoint", oneOf<string>(...allowed)));
  }
  return allowed.filter((one) => given?.includes(one));
}

function eachOf(
  checks: ArgumentChecks,
  argument: string,
  given: pulumi.Input<string>[] | undefined,
  rule: Rule<string>,
): readonly pulumi.Input<string>[] | undefined {
  if (given === undefined) {
    return undefined;
  }
  checks.plain(argument, given, {
    allowed: "a list of at least one entry",
    accepts: (list) => Array.isArray(list) && list.length > 0,
  });
  return given.map((one, at) => checks.required(`${argument}[${at}]`, one, rule));
}

function refuseUnpaired(checks: ArgumentChecks, args: IsolatedNetworkArgs): void {
  const { vpcId, cidrBlock, closeDefaultSecurityGroup, dualStack, subnetCidrBlocks, subnetIds } = args;
  if (vpcId !== undefined && subnetCidrBlocks === undefined && subnetIds === undefined) {
    checks.refuse(
      "vpcId is given without subnetCidrBlocks or subnetIds, but must come with free blocks of that VPC or with its subnets.",
    );
  }
  for (const [argument, value] of Object.entries({ subnetCidrBlocks, subnetIds })) {
    if (vpcId === undefined && value !== undefined) {
      checks.refuse(`${argument} is given without vpcId, but a VPC of its own computes its subnets from cidrBlock.`);
    }
  }
  if (vpcId === undefined && closeDefaultSecurityGroup !== undefined) {
    checks.refuse(
      "closeDefaultSecurityGroup is given without vpcId, but the default group of a VPC of its own is always closed.",
    );
  }
  if (vpcId !== undefined && cidrBlock !== undefined) {
    checks.refuse("cidrBlock is given beside vpcId, but an existing VPC has its block already; leave one of them out.");
  }
  if (vpcId !== undefined && dualStack !== undefined) {
    checks.refuse(
      "dualStack is given beside vpcId, but an existing VPC has its protocols already; leave one of them out.",
    );
  }
  const { availabilityZones, availabilityZoneCount, networkAcl, clientCidrBlocks, gatewayEndpoints } = args;
  const ofNewSubnets = {
    subnetCidrBlocks,
    availabilityZones,
    availabilityZoneCount,
    networkAcl,
    clientCidrBlocks,
    gatewayEndpoints,
  };
  for (const [argument, value] of Object.entries(ofNewSubnets)) {
    if (subnetIds !== undefined && value !== undefined) {
      checks.refuse(
        `${argument} is given beside subnetIds, but subnets that are there are left as they are; leave one of them out.`,
      );
    }
  }
  if (networkAcl === false && clientCidrBlocks !== undefined) {
    checks.refuse(
      "clientCidrBlocks is given beside networkAcl false, but only a network ACL lets them in; leave one of them out.",
    );
  }
  if (args.endpointRouteTableIds !== undefined && !gatewayEndpoints?.length) {
    checks.refuse("endpointRouteTableIds is given without gatewayEndpoints, but only those use route tables.");
  }
}

const vpcIdRule = text('the id of a VPC, "vpc-" and hexadecimal digits', /^vpc-[0-9a-f]+$/);
const routeTableId = text('the id of a route table, "rtb-" and hexadecimal digits', /^rtb-[0-9a-f]+$/);

/** A network ACL takes 20 rules a direction: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const portList: Rule<readonly unknown[]> = {
  allowed: "a list of 1 to 10 ports",
  accepts: (list) => Array.isArray(list) && list.length > 0 && list.length <= 10,
};

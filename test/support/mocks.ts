import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../../components/shared/scope";
import type { ProgramResource } from "../../inventory/program";

// Not among the types of the package.
const { leakedPromises } = require("@pulumi/pulumi/runtime/debuggable") as { leakedPromises(): unknown };

export const scopes = {
  aws: { partition: "aws", dnsSuffix: "amazonaws.com", region: "eu-west-1", accountId: "123456789012" },
  "aws-cn": { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", region: "cn-north-1", accountId: "123456789012" },
  "aws-us-gov": {
    partition: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    region: "us-gov-west-1",
    accountId: "123456789012",
  },
} as const satisfies Record<string, Scope>;

/** What a program registered, in order of registration. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Inputs and what AWS would answer. */
  readonly state: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly resources: readonly Registered[];
  /** What the program threw, or an output of its components. */
  readonly error: Error | undefined;
  /** What it warned of. */
  readonly warnings: readonly string[];
  /** The only resource of a type; with a name where the type has several. */
  one(type: string, name?: string): Registered;
}

/** Runs a program against a stand-in of the engine, until everything is registered. */
export async function run(program: () => unknown, scope: Scope = scopes.aws, zones = 3): Promise<Run> {
  const resources: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const id = idOf(type, name);
        const region = typeof inputs.region === "string" ? inputs.region : scope.region;
        const state = { ...answers(type, name, id, { ...scope, region }), ...inputs, id };
        resources.push({ type, name, inputs, state });
        return { id, state };
      },
      call: ({ token, inputs }) => callAnswers(token, inputs, scope, zones),
    },
    "shop",
    "dev",
  );
  const warnings: string[] = [];
  const log: { warn: typeof pulumi.log.warn } = pulumi.log;
  const { warn } = log;
  log.warn = async (message) => void warnings.push(message);
  const failed: Error[] = [];
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const note = (reason: unknown): void => {
    failed.push(reason instanceof Error ? reason : new Error(String(reason)));
    stop();
  };
  // An output that fails rejects a promise that nobody holds, which the test runner would take for its own failure.
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", note);
  // The engine's client takes a stack for every property, which costs a test most of its time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    program();
    // With a failed output the engine waits for good for what depends on it.
    await Promise.race([pulumi.runtime.disconnect(), stopped]);
  } catch (error) {
    note(error);
  } finally {
    await settled(resources);
    // What waits for a failed output waits for good, which would make the test process exit with an error.
    leakedPromises();
    Error.stackTraceLimit = stackTraceLimit;
    log.warn = warn;
    process.removeListener("unhandledRejection", note);
    for (const listener of others) {
      process.on("unhandledRejection", listener);
    }
  }
  return { resources, error: failed[0], warnings, one: (type, name) => only(resources, type, name) };
}

/** Waits until nothing more is registered. */
async function settled(resources: readonly Registered[]): Promise<void> {
  for (let before = -1; before !== resources.length; ) {
    before = resources.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What was registered, as the policies see it after an update. */
export function asProgram({ resources }: Run): ProgramResource[] {
  return resources.map(({ type, name, state }) => ({
    urn: `urn:pulumi:dev::shop::${type}::${name}`,
    type,
    name,
    props: state,
    dependencies: {},
  }));
}

function only(resources: readonly Registered[], type: string, name?: string): Registered {
  const [found, another] = resources.filter((one) => one.type === type && (name === undefined || one.name === name));
  if (found === undefined || another !== undefined) {
    throw new Error(`${found === undefined ? "no" : "more than one"} ${type} ${name ?? ""} was registered`);
  }
  return found;
}

const idPrefixes: Readonly<Record<string, string>> = {
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "sg",
  "aws:ec2/routeTable:RouteTable": "rtb",
};

function idOf(type: string, name: string): string {
  if (type === "aws:backup/plan:Plan") {
    return "01234567-89ab-cdef-0123-456789abcdef";
  }
  const prefix = idPrefixes[type];
  return prefix === undefined ? `${name}-id` : `${prefix}-${Buffer.from(type + name).toString("hex")}`;
}

function answers(type: string, name: string, id: string, scope: Scope): Readonly<Record<string, unknown>> {
  const arn = (service: string, rest: string): string =>
    `arn:${scope.partition}:${service}:${scope.region}:${scope.accountId}:${rest}`;
  switch (type) {
    case "aws:kms/key:Key":
      return { keyId: `key-of-${name}`, arn: arn("kms", `key/key-of-${name}`) };
    case "aws:kms/alias:Alias":
      return { name: `alias/${name}-1234567` };
    case "aws:rds/instance:Instance":
      return {
        arn: arn("rds", `db:${name}-1234567`),
        identifier: `${name}-1234567`,
        address: `${name}.example.rds.amazonaws.com`,
        endpoint: `${name}.example.rds.amazonaws.com:5432`,
        resourceId: `db-${name.toUpperCase().replaceAll("-", "")}`,
        allocatedStorage: 100,
        // What is restored has the key of its source.
        kmsKeyId: arn("kms", "key/key-of-its-source"),
        masterUserSecrets: [{ secretArn: arn("secretsmanager", `secret:rds!${name}`) }],
      };
    case "aws:rds/cluster:Cluster":
      return {
        arn: arn("rds", `cluster:${name}-1234567`),
        clusterIdentifier: `${name}-1234567`,
        clusterResourceId: "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        clusterMembers: [2, 1, 3].map((at) => `${name}-1234567-instance-${at}`),
        endpoint: `${name}.cluster-example.rds.amazonaws.com`,
        readerEndpoint: `${name}.cluster-ro-example.rds.amazonaws.com`,
        masterUserSecrets: [{ secretArn: arn("secretsmanager", `secret:rds!cluster-${name}`) }],
      };
    case "aws:rds/clusterInstance:ClusterInstance":
      return { arn: arn("rds", `db:${name}-1234567`), identifier: `${name}-1234567` };
    case "aws:rds/clusterActivityStream:ClusterActivityStream":
      return { kinesisStreamName: "aws-rds-das-cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ" };
    case "aws:rds/proxy:Proxy":
      return {
        name: `${name}-1234567`,
        arn: arn("rds", "db-proxy:prx-0123456789abcdef0"),
        endpoint: `${name}.proxy.example.rds.amazonaws.com`,
      };
    case "aws:rds/proxyEndpoint:ProxyEndpoint":
      return { endpoint: `${name}.endpoint.proxy.example.rds.amazonaws.com` };
    case "aws:rds/subnetGroup:SubnetGroup":
    case "aws:rds/parameterGroup:ParameterGroup":
    case "aws:rds/clusterParameterGroup:ClusterParameterGroup":
    case "aws:rds/optionGroup:OptionGroup":
    case "aws:iam/role:Role":
      return { name: `${name}-1234567`, arn: `arn:${scope.partition}:iam::${scope.accountId}:role/${name}-1234567` };
    case "aws:dynamodb/table:Table":
      return { name: `${name}-1234567`, arn: arn("dynamodb", `table/${name}-1234567`) };
    case "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream":
      return { name: `${name}-1234567`, arn: arn("firehose", `deliverystream/${name}-1234567`) };
    case "aws:sqs/queue:Queue":
      return {
        name: `${name}-1234567`,
        arn: arn("sqs", `${name}-1234567`),
        url: `https://sqs.${scope.region}.${scope.dnsSuffix}/${scope.accountId}/${name}-1234567`,
      };
    case "aws:lambda/function:Function":
      return { name: `${name}-1234567`, arn: arn("lambda", `function:${name}-1234567`) };
    case "aws:kinesis/stream:Stream":
      return { name: `${name}-1234567`, arn: arn("kinesis", `stream/${name}-1234567`) };
    case "aws:s3/bucket:Bucket":
      return { bucket: `${name}-1234567`, arn: `arn:${scope.partition}:s3:::${name}-1234567` };
    case "aws:cloudwatch/logGroup:LogGroup":
      return { name: `${name}-1234567`, arn: arn("logs", `log-group:${name}-1234567`) };
    case "aws:sns/topic:Topic":
      return { name: `${name}-1234567`, arn: arn("sns", `${name}-1234567`) };
    case "aws:scheduler/scheduleGroup:ScheduleGroup":
      return { name: `${name}-1234567`, arn: arn("scheduler", `schedule-group/${name}-1234567`) };
    case "aws:sfn/stateMachine:StateMachine":
      return { name: `${name}-1234567`, arn: arn("states", `stateMachine:${name}-1234567`) };
    case "aws:cloudformation/stackSet:StackSet":
      return { name: `${name}-1234567` };
    case "aws:rds/eventSubscription:EventSubscription":
      return { name: `${name}-1234567`, arn: arn("rds", `es:${name}-1234567`) };
    case "aws:backup/vault:Vault":
      return { name: `${name}-1234567`, arn: arn("backup", `backup-vault:${name}-1234567`) };
    case "aws:ec2/vpc:Vpc":
      return { mainRouteTableId: `rtb-main-${id}`, ipv6CidrBlock: "2600:1f18:1:ab00::/56" };
    default:
      return {};
  }
}

/**
 * A VPC that is there already, with private subnets, one behind a NAT gateway, and two that are public; and two others,
 * with rules in their default groups.
 */
const existing = {
  vpc: {
    cidrBlock: "10.1.0.0/16",
    cidrBlockAssociations: [
      { cidrBlock: "10.1.0.0/16", state: "associated" },
      { cidrBlock: "100.64.0.0/16", state: "associated" },
      { cidrBlock: "100.65.0.0/16", state: "disassociated" },
    ],
    ipv6CidrBlock: "",
    mainRouteTableId: "rtb-main",
  },
  openDefaultGroups: {
    "ip-permission.protocol": ["vpc-0b"],
    "egress.ip-permission.protocol": ["vpc-0b", "vpc-0c"],
  } as Readonly<Record<string, string[]>>,
  subnets: {
    "subnet-0a": { vpcId: "vpc-0a", availabilityZone: "eu-west-1a", cidrBlock: "10.1.16.0/24" },
    "subnet-0b": { vpcId: "vpc-0a", availabilityZone: "eu-west-1b", cidrBlock: "10.1.17.0/24" },
    "subnet-0c": { vpcId: "vpc-0a", availabilityZone: "eu-west-1a", cidrBlock: "10.1.18.0/24" },
    "subnet-0d": { vpcId: "vpc-0a", availabilityZone: "eu-west-1c", cidrBlock: "10.1.19.0/24" },
    // Of IPv6 alone.
    "subnet-0e": { vpcId: "vpc-0a", availabilityZone: "eu-west-1c", cidrBlock: "" },
    "subnet-0f": { vpcId: "vpc-0f", availabilityZone: "eu-west-1c", cidrBlock: "10.1.0.0/24" },
  } as Readonly<Record<string, Record<string, unknown>>>,
  routeTables: {
    "rtb-main": [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0a" }],
    "rtb-of-subnet-0a": [{ cidrBlock: "10.1.0.0/16", gatewayId: "local" }],
    "rtb-of-subnet-0b": [],
    "rtb-of-subnet-0c": [],
    "rtb-of-subnet-0d": [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a" }],
    "rtb-of-subnet-0f": [],
  } as Readonly<Record<string, unknown[]>>,
};

function callAnswers(
  token: string,
  inputs: Readonly<Record<string, unknown>>,
  scope: Scope,
  zones: number,
): Record<string, unknown> {
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return { partition: scope.partition, dnsSuffix: scope.dnsSuffix };
    case "aws:index/getRegion:getRegion":
      return { region: scope.region };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: scope.accountId };
    case "aws:index/getAvailabilityZones:getAvailabilityZones":
      return { names: ["a", "b", "c", "d", "e", "f"].slice(0, zones).map((letter) => scope.region + letter) };
    case "aws:ec2/getVpc:getVpc":
      return inputs.id === "vpc-0" ? absent(token, noVpc) : existing.vpc;
    case "aws:ec2/getSubnet:getSubnet":
      return existing.subnets[String(inputs.id)] ?? absent(token, "no matching EC2 Subnet found");
    case "aws:ec2/getSubnets:getSubnets": {
      const vpc = filtersOf(inputs)["vpc-id"]?.[0];
      return { ids: Object.keys(existing.subnets).filter((id) => existing.subnets[id]?.vpcId === vpc) };
    }
    case "aws:ec2/getSecurityGroups:getSecurityGroups": {
      const { "vpc-id": [vpc = ""] = [], "group-name": [group] = [], ...protocol } = filtersOf(inputs);
      const [[filter = "", allowed = []] = []] = Object.entries(protocol);
      const isOpen = existing.openDefaultGroups[filter]?.includes(vpc) && group === "default" && allowed.includes("-1");
      return { ids: isOpen ? [`sg-of-${vpc}`] : [] };
    }
    case "aws:ec2/getRouteTables:getRouteTables": {
      const [subnet] = filtersOf(inputs)["association.subnet-id"] ?? [];
      return { ids: Object.keys(existing.routeTables).filter((id) => id === `rtb-of-${subnet}`) };
    }
    case "aws:ec2/getRouteTable:getRouteTable":
      return { routes: existing.routeTables[String(inputs.routeTableId)] };
    case "aws:ec2/getVpcEndpointService:getVpcEndpointService":
      return { serviceName: `com.amazonaws.${scope.region}.${inputs.service}` };
    case "aws:ec2/getPrefixList:getPrefixList":
      return { cidrBlocks: ["3.5.64.0/21"] };
    default:
      throw new Error(`the test calls ${token}, for which there is no answer`);
  }
}

const noVpc = "no matching EC2 VPC found";

/** As the provider says it, and the engine passes it on. */
function absent(token: string, cause: string): never {
  const details = `invocation of ${token} returned an error: invoking ${token}: 1 error occurred:\n\t* ${cause}\n\n`;
  throw Object.assign(new Error(details), { details });
}

function filtersOf({ filters = [] }: Readonly<Record<string, unknown>>): Readonly<Record<string, string[]>> {
  const given = filters as readonly { readonly name: string; readonly values: string[] }[];
  return Object.fromEntries(given.map(({ name, values }) => [name, values]));
}

import { isPending, type Row } from "../../support/program";

export const region = "eu-west-1";
export const account = "111122223333";

/** A row that says what no account can show: a value that is known at deploy only, or a type that nobody described. */
export class NotDeployable extends Error {}

/** What AWS calls a resource: by its id or name, and by its ARN. */
export interface Names {
  readonly id: string;
  readonly arn: string;
}

/** A row once it is deployed: its properties as plain values, references as what AWS writes in their place. */
export interface Deployed {
  readonly row: Row;
  readonly names: Names;
  text(property: string, form?: keyof Names): string | undefined;
  texts(property: string, form?: keyof Names): string[] | undefined;
  flag(property: string): boolean | undefined;
  count(property: string): number | undefined;
  /** Blocks such as `ingress` or `rules`; one that stands alone is a list of one. */
  blocks(property: string): readonly Deployed[];
  tags(property?: string): { Key: string; Value: string }[];
}

export const arnOf = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

type Naming = (name: string, props: Readonly<Record<string, unknown>>) => Names;

const byId =
  (prefix: string, kind: string): Naming =>
  (name) => ({ id: `${prefix}-${name}`, arn: arnOf("ec2", `${kind}/${prefix}-${name}`) });

const rds =
  (kind: string, property: string): Naming =>
  (name, props) => {
    const id = typeof props[property] === "string" ? (props[property] as string) : name;
    return { id, arn: arnOf("rds", `${kind}:${id}`) };
  };

const named =
  (service: string, kind: string, property = "name"): Naming =>
  (name, props) => {
    const id = typeof props[property] === "string" ? (props[property] as string) : name;
    return { id, arn: arnOf(service, `${kind}${id}`) };
  };

const namings: { readonly [type: string]: Naming } = {
  "aws:rds/instance:Instance": rds("db", "identifier"),
  "aws:rds/clusterInstance:ClusterInstance": rds("db", "identifier"),
  "aws:rds/cluster:Cluster": rds("cluster", "clusterIdentifier"),
  "aws:rds/globalCluster:GlobalCluster": rds("global-cluster", "globalClusterIdentifier"),
  "aws:rds/snapshot:Snapshot": rds("snapshot", "dbSnapshotIdentifier"),
  "aws:rds/snapshotCopy:SnapshotCopy": rds("snapshot", "targetDbSnapshotIdentifier"),
  "aws:rds/clusterSnapshot:ClusterSnapshot": rds("cluster-snapshot", "dbClusterSnapshotIdentifier"),
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": rds("cluster-snapshot", "targetDbClusterSnapshotIdentifier"),
  "aws:rds/subnetGroup:SubnetGroup": rds("subgrp", "name"),
  "aws:rds/parameterGroup:ParameterGroup": rds("pg", "name"),
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": rds("cluster-pg", "name"),
  "aws:rds/optionGroup:OptionGroup": rds("og", "name"),
  "aws:rds/eventSubscription:EventSubscription": rds("es", "name"),
  "aws:rds/proxy:Proxy": rds("db-proxy", "name"),
  "aws:rds/proxyEndpoint:ProxyEndpoint": rds("db-proxy-endpoint", "dbProxyEndpointName"),
  "aws:ec2/vpc:Vpc": byId("vpc", "vpc"),
  "aws:ec2/defaultVpc:DefaultVpc": byId("vpc", "vpc"),
  "aws:ec2/subnet:Subnet": byId("subnet", "subnet"),
  "aws:ec2/defaultSubnet:DefaultSubnet": byId("subnet", "subnet"),
  "aws:ec2/routeTable:RouteTable": byId("rtb", "route-table"),
  "aws:ec2/internetGateway:InternetGateway": byId("igw", "internet-gateway"),
  "aws:ec2/natGateway:NatGateway": byId("nat", "natgateway"),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": byId("eigw", "egress-only-internet-gateway"),
  "aws:ec2/networkInterface:NetworkInterface": byId("eni", "network-interface"),
  "aws:ec2/securityGroup:SecurityGroup": byId("sg", "security-group"),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": byId("sg", "security-group"),
  "aws:ec2/managedPrefixList:ManagedPrefixList": byId("pl", "prefix-list"),
  "aws:ec2/vpcEndpoint:VpcEndpoint": byId("vpce", "vpc-endpoint"),
  "aws:kms/key:Key": named("kms", "key/", ""),
  "aws:kms/externalKey:ExternalKey": named("kms", "key/", ""),
  "aws:kms/replicaKey:ReplicaKey": named("kms", "key/", ""),
  "aws:kms/replicaExternalKey:ReplicaExternalKey": named("kms", "key/", ""),
  "aws:kms/alias:Alias": named("kms", ""),
  "aws:secretsmanager/secret:Secret": (name) => ({
    id: name,
    // The account of the policies in the cases of secrets.
    arn: `arn:aws:secretsmanager:${region}:123456789012:secret:${name}`,
  }),
  "aws:backup/vault:Vault": named("backup", "backup-vault:"),
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": named("backup", "backup-vault:"),
  "aws:backup/plan:Plan": named("backup", "backup-plan:"),
  "aws:cloudwatch/logGroup:LogGroup": named("logs", "log-group:"),
  "aws:dynamodb/table:Table": named("dynamodb", "table/"),
  "aws:kinesis/stream:Stream": named("kinesis", "stream/"),
  "aws:dax/cluster:Cluster": named("dax", "cache/", "clusterName"),
  "aws:dax/subnetGroup:SubnetGroup": named("dax", "subnetgroup/"),
  "aws:iam/policy:Policy": (name) => ({ id: name, arn: `arn:aws:iam::${account}:policy/${name}` }),
  "aws:iam/role:Role": (name) => ({ id: name, arn: `arn:aws:iam::${account}:role/${name}` }),
};

/** All the rows of a program as they are once they are deployed. */
export function deployed(rows: readonly Row[]): readonly Deployed[] {
  const foreign = rows.find(({ type }) => type.startsWith("aws-native:"));
  if (foreign !== undefined) {
    throw new NotDeployable(`${foreign.type}: the properties of its provider are not read here`);
  }
  const names = new Map(rows.map((row) => [row.name, namesOf(row)]));
  return rows.map((row) => view(row, (row.props ?? {}) as Readonly<Record<string, unknown>>, namesOf(row), names));
}

function namesOf({ type, name, props = {} }: Row): Names {
  const given = props as Readonly<Record<string, unknown>>;
  const made = namings[type]?.(name, given) ?? { id: name, arn: name };
  return { ...made, ...(typeof given.arn === "string" ? { arn: given.arn } : {}) };
}

function view(
  row: Row,
  props: Readonly<Record<string, unknown>>,
  names: Names,
  all: ReadonlyMap<string, Names>,
): Deployed {
  const plain = (value: unknown, form: keyof Names): unknown => {
    if (!isPending(value)) {
      return value;
    }
    const [name, another] = value.names;
    const found = name === undefined || another !== undefined ? undefined : all.get(name);
    if (found === undefined) {
      throw new NotDeployable("a value that only deploying tells");
    }
    return found[form];
  };
  const of = (property: string, form: keyof Names = "id") => plain(props[property], form);
  const list = (property: string, form: keyof Names) => {
    const value = of(property, form);
    return value === undefined ? undefined : [value].flat().map((item) => plain(item, form));
  };
  const refuse = (property: string, value: unknown): never => {
    throw new NotDeployable(`${row.type}: ${property} is ${JSON.stringify(value)}`);
  };
  return {
    row,
    names,
    text: (property, form) => {
      const value = of(property, form);
      if (value === undefined || value === null) {
        return undefined;
      }
      if (typeof value === "object") {
        return JSON.stringify(value, (_, inner) => plain(inner, form ?? "arn"));
      }
      return String(value);
    },
    texts: (property, form = "id") => list(property, form)?.map((item) => String(item)),
    flag: (property) => {
      const value = of(property);
      return value === undefined
        ? undefined
        : typeof value === "boolean"
          ? value
          : value === "true"
            ? true
            : refuse(property, value);
    },
    count: (property) => {
      const value = of(property);
      return value === undefined ? undefined : typeof value === "number" ? value : refuse(property, value);
    },
    blocks: (property) =>
      (list(property, "id") ?? []).map((item) =>
        typeof item === "object" && item !== null
          ? view(row, item as Readonly<Record<string, unknown>>, names, all)
          : refuse(property, item),
      ),
    tags: (property = "tags") =>
      Object.entries((of(property) ?? {}) as object).map(([Key, value]) => ({
        Key,
        Value: String(plain(value, "id")),
      })),
  };
}

/** The rows of these types. */
export function ofType(all: readonly Deployed[], ...types: readonly Row["type"][]): readonly Deployed[] {
  return all.filter(({ row }) => types.includes(row.type));
}

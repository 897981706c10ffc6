import type { ControlId } from "../../controls";
import { answersAsDescribed, type Case } from "./control-cases";
import { type NativeRow, pending, type Row } from "./program";

export type Props = NonNullable<NativeRow["props"]>;

export function native(type: NativeRow["type"], name: string, props: Props = {}): NativeRow {
  return { type, name, props };
}

export const instance = (props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", "subject", { engine: "postgres", engineVersion: "16.4", ...props });
export const orders = (props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", "orders", { engine: "postgres", ...props });
export const cluster = (props: Props = {}): Row =>
  native("aws-native:rds:DbCluster", "subject", { engine: "aurora-postgresql", ...props });
export const member = (name: string, props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", name, {
    engine: "aurora-postgresql",
    dbInstanceClass: "db.r6g.large",
    dbClusterIdentifier: pending("subject"),
    ...props,
  });
export const table = (props: Props = {}): Row => native("aws-native:dynamodb:Table", "subject", props);
export const globalTable = (props: Props = {}): Row => native("aws-native:dynamodb:GlobalTable", "subject", props);
export const key = native("aws-native:kms:Key", "key");
/** A resource of any CloudFormation type, with the names of CloudFormation. */
export const extension = (type: string, properties: Props): Row =>
  native("aws-native:index:ExtensionResource", "subject", { type, properties });
export const vpc = native("aws-native:ec2:Vpc", "vpc");
export const gateway = native("aws-native:ec2:InternetGateway", "gateway");

/** An instance in one subnet whose route table has one route. */
export function routed(route: Props, ...more: readonly Row[]): readonly Row[] {
  return [
    vpc,
    ...more,
    native("aws-native:ec2:Subnet", "subnet", { vpcId: pending("vpc"), availabilityZone: "eu-west-1a" }),
    native("aws-native:ec2:RouteTable", "routes", { vpcId: pending("vpc") }),
    native("aws-native:ec2:SubnetRouteTableAssociation", "association", {
      routeTableId: pending("routes"),
      subnetId: pending("subnet"),
    }),
    native("aws-native:ec2:Route", "route", {
      routeTableId: pending("routes"),
      destinationCidrBlock: "0.0.0.0/0",
      ...route,
    }),
    native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subnet")] }),
    instance({ dbSubnetGroupName: pending("group") }),
  ];
}

/** The security group of an instance. */
export function guarding(props: Props, ...rules: readonly Row[]): readonly Row[] {
  return [
    native("aws-native:ec2:SecurityGroup", "subject", { groupDescription: "orders", ...props }),
    native("aws-native:rds:DbInstance", "orders", { engine: "postgres", vpcSecurityGroups: [pending("subject")] }),
    ...rules,
  ];
}

export const ingress = (props: Props): Row =>
  native("aws-native:ec2:SecurityGroupIngress", "rule", {
    groupId: pending("subject"),
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    description: "applications",
    ...props,
  });
export const closedEgress = [{ cidrIp: "127.0.0.1/32", ipProtocol: "-1", description: "nowhere" }];

export const parameters = (map: unknown): readonly Row[] => [
  native("aws-native:rds:DbParameterGroup", "parameters", { family: "postgres14", parameters: map }),
  instance({ engineVersion: "14.9", dbParameterGroupName: pending("parameters") }),
];
export const document = (statement: object): object => ({ Version: "2012-10-17", Statement: [statement] });
export const wide = document({ Effect: "Allow", Action: "rds-db:connect", Resource: "*" });
export const narrow = document({
  Effect: "Allow",
  Action: "rds-db:connect",
  Resource: "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABCDEFGHIJKL/reader",
});

/** Describes controls by what they answer about resources of aws-native. */
export function describeNative(cases: { readonly [Id in ControlId]?: readonly Case[] }): void {
  describe("resources of aws-native are judged by", () => {
    for (const [id, list] of Object.entries(cases) as [ControlId, readonly Case[]][]) {
      describe(id, () => answersAsDescribed(id, list));
    }
  });
}

import { controls } from "../controls";
import { ask, optionsOf } from "../controls/judge";
import { fromProgram, type ProgramResource } from "../inventory/program";
import { unknown } from "../inventory/value";
import { exponentOf } from "./statistics";

export interface Relations {
  readonly resources: number;
  /** Of the fastest of three runs. */
  readonly seconds: number;
}

const relational = controls.filter(({ looksAt }) => looksAt !== "resource");

/** Time of every relational control over first previews of stacks of these sizes, and how it grows. */
export function relations(sizes: readonly number[]): {
  readonly figures: readonly Relations[];
  readonly exponent: number;
} {
  judgeAll(stack(100));
  const figures = sizes.map((resources) => ({
    resources,
    seconds: Math.min(...[0, 1, 2].map(() => secondsOf(stack(resources)))),
  }));
  return { figures, exponent: exponentOf(figures.map(({ resources, seconds }) => ({ x: resources, y: seconds }))) };
}

function secondsOf(resources: readonly ProgramResource[]): number {
  const started = performance.now();
  judgeAll(resources);
  return (performance.now() - started) / 1000;
}

function judgeAll(resources: readonly ProgramResource[]): void {
  const inventory = fromProgram(resources);
  for (const control of relational) {
    const options = optionsOf(control, "enabled" in control.options ? { enabled: true } : {});
    for (const subject of inventory[control.subject]) {
      ask(control, subject, inventory, options);
    }
  }
}

const later = unknown("known at deploy");

/**
 * Databases with a network, keys, backups and policies of their own, of ten resources each, and as many again of what has
 * been slow once: policies about every table of many users, with denials, members that do not tell their cluster, and backup
 * selections by patterns.
 */
function stack(count: number): readonly ProgramResource[] {
  const half = count / 2;
  return [
    ...Array.from({ length: half / 10 }, (_, index) => database(index)).flat(),
    ...Array.from({ length: half / 6 }, (_, index) => crowd(index)).flat(),
  ];
}

function crowd(index: number): readonly ProgramResource[] {
  const of = (type: string, props: Record<string, unknown>) => {
    const name = `crowd-${index}`;
    return { urn: `urn:pulumi:dev::bench::${type}::${name}`, type, name, props, dependencies: {} };
  };
  return [
    of("aws:dynamodb/table:Table", { name: `crowd-${index}`, tags: { "per-user": "true" } }),
    of("aws:iam/policy:Policy", { policy: ownItems }),
    of("aws:rds/instance:Instance", { engine: "postgres", identifier: `crowd-${index}-a` }),
    of("aws:backup/selection:Selection", { resources: [`arn:aws:rds:*:*:db:crowd-${index}-*`], planId: "plan" }),
    of("aws:rds/cluster:Cluster", { engine: "aurora-mysql" }),
    of("aws:rds/clusterInstance:ClusterInstance", {
      engine: "aurora-mysql",
      instanceClass: "db.r6g.large",
      clusterIdentifier: later,
    }),
  ];
}

/** Not a template: IAM fills it in. */
const variable = "$".concat("{aws:PrincipalTag/user}");

const ownItems = JSON.stringify({
  Statement: [
    {
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:Query"],
      Resource: "arn:aws:dynamodb:*:*:table/*",
      Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [variable] } },
    },
    { Effect: "Deny", Action: "dynamodb:Scan", Resource: "*" },
  ],
});

function database(index: number): readonly ProgramResource[] {
  const of = (type: string, props: Record<string, unknown>, dependencies: Record<string, readonly string[]> = {}) => {
    const name = `${type.split(":").at(-1)}-${index}`;
    const urns = Object.entries(dependencies).map(([property, names]) => [property, names.map(urnOf)]);
    return { urn: urnOf(type), type, name, props, dependencies: Object.fromEntries(urns) };
  };
  const urnOf = (type: string) => `urn:pulumi:dev::bench::${type}::${type.split(":").at(-1)}-${index}`;
  const [vpc, subnet, group, sg, rule, key, parameters, instance, table, selection] = [
    "aws:ec2/vpc:Vpc",
    "aws:ec2/subnet:Subnet",
    "aws:rds/subnetGroup:SubnetGroup",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:kms/key:Key",
    "aws:rds/parameterGroup:ParameterGroup",
    "aws:rds/instance:Instance",
    "aws:dynamodb/table:Table",
    "aws:backup/selection:Selection",
  ] as const;
  return [
    of(vpc, { cidrBlock: "10.0.0.0/16" }),
    of(subnet, { vpcId: later, availabilityZone: "eu-west-1a" }, { vpcId: [vpc] }),
    of(group, { subnetIds: [later] }, { subnetIds: [subnet] }),
    of(sg, { vpcId: later, ingress: [] }, { vpcId: [vpc] }),
    of(
      rule,
      {
        type: "ingress",
        protocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
        cidrBlocks: ["10.0.0.0/8"],
        securityGroupId: later,
      },
      { securityGroupId: [sg] },
    ),
    of(key, { enableKeyRotation: true }),
    of(parameters, { family: "postgres17", parameters: [{ name: "rds.force_ssl", value: "1" }] }),
    of(
      instance,
      {
        engine: "postgres",
        engineVersion: "17",
        storageEncrypted: true,
        kmsKeyId: later,
        dbSubnetGroupName: later,
        vpcSecurityGroupIds: [later],
        parameterGroupName: later,
      },
      { kmsKeyId: [key], dbSubnetGroupName: [group], vpcSecurityGroupIds: [sg], parameterGroupName: [parameters] },
    ),
    of(table, { serverSideEncryption: { enabled: true, kmsKeyArn: later } }, { serverSideEncryption: [key] }),
    of(selection, { resources: [later, later], planId: "plan" }, { resources: [instance, table] }),
  ];
}

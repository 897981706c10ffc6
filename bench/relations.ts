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

/** Databases with a network, keys, backups and policies of their own, of ten resources each. */
function stack(count: number): readonly ProgramResource[] {
  return Array.from({ length: count / 10 }, (_, index) => database(index)).flat();
}

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

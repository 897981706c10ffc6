import * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { engineNamed, engines } from "../../engines";
import { ArgumentChecks, type ArgumentNames, type Rule, show } from "../shared/arguments";
import {
  anyIds,
  aYearOfLogs,
  databasePort,
  keyArn,
  logRetention,
  mustBeTrue,
  oneOf,
  rdsName,
  securityGroupId,
  text,
  trueOrFalse,
  vpcCidr,
  wholeNumber,
} from "../shared/rules";
import { overlap, parseCidr, subnetCidrs } from "./cidr";
import type { IsolatedNetworkArgs } from "./isolated-network";

/** An IsolatedNetwork's arguments, checked and completed by their defaults. */
export interface NetworkSettings {
  readonly zones: number;
  /** Of an existing VPC. */
  readonly vpcId: pulumi.Input<string> | undefined;
  /** Of the VPC of its own. */
  readonly cidrBlock: pulumi.Input<string>;
  /** One a zone. */
  readonly subnetCidrBlocks: pulumi.Input<string>[];
  readonly engine: string;
  readonly port: pulumi.Input<number>;
  readonly allowedSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly flowLogs: boolean;
  /** Days, or 0 for ever. */
  readonly logRetentionDays: pulumi.Input<number>;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

const argumentNames: ArgumentNames<IsolatedNetworkArgs> = {
  vpcId: true,
  cidrBlock: true,
  subnetCidrBlocks: true,
  availabilityZones: true,
  availabilityZoneCount: true,
  allowedSecurityGroupIds: true,
  engine: true,
  port: true,
  flowLogs: true,
  logRetentionDays: true,
  kmsKeyArn: true,
  tags: true,
  acceptedRisks: true,
};

/** The controls that an argument can weaken. */
const acceptable: readonly ControlId[] = ["database-vpc-flow-logs", "database-log-group-retention"];

const vpcIdRule = text('the id of a VPC, "vpc-" and hexadecimal digits', /^vpc-[0-9a-f]+$/);

const zoneCounts = wholeNumber(2, 6, "zones");
const onePerZone: Rule<readonly unknown[]> = {
  allowed: "a list of 2 to 6 entries, one a zone",
  accepts: (list) => Array.isArray(list) && zoneCounts.accepts(list.length),
};

export function checkIsolatedNetwork(name: string, args: IsolatedNetworkArgs): NetworkSettings {
  const checks = new ArgumentChecks(`IsolatedNetwork ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, rdsName);
  const engine = checks.plain("engine", args.engine ?? "postgres", oneOf(...engines.flatMap(({ names }) => names)));
  refuseUnpaired(checks, args);
  const zones = zoneCount(checks, args);
  const cidrBlock = checks.input("cidrBlock", args.cidrBlock, "10.0.0.0/16", vpcCidr);
  return {
    zones,
    vpcId: checks.optionalInput("vpcId", args.vpcId, vpcIdRule),
    cidrBlock,
    subnetCidrBlocks:
      args.subnetCidrBlocks === undefined
        ? computedBlocks(checks, cidrBlock, zones)
        : givenBlocks(checks, args.subnetCidrBlocks),
    engine,
    port: checks.input("port", args.port, engineNamed(engine)?.port ?? 0, databasePort),
    allowedSecurityGroupIds: checks.list(
      "allowedSecurityGroupIds",
      args.allowedSecurityGroupIds ?? [],
      anyIds,
      securityGroupId,
    ),
    flowLogs: flowLogs(checks, args.flowLogs),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention, aYearOfLogs),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  };
}

function flowLogs(checks: ArgumentChecks, wanted = true): boolean {
  checks.plain("flowLogs", wanted, trueOrFalse);
  checks.safe("flowLogs", wanted, mustBeTrue("database-vpc-flow-logs"));
  return wanted;
}

function refuseUnpaired(checks: ArgumentChecks, { vpcId, cidrBlock, subnetCidrBlocks }: IsolatedNetworkArgs): void {
  if (vpcId !== undefined && subnetCidrBlocks === undefined) {
    checks.refuse("vpcId is given without subnetCidrBlocks, but must come with the free blocks of that VPC to use.");
  }
  if (vpcId === undefined && subnetCidrBlocks !== undefined) {
    checks.refuse("subnetCidrBlocks is given without vpcId, but a VPC of its own computes them from cidrBlock.");
  }
  if (vpcId !== undefined && cidrBlock !== undefined) {
    checks.refuse("cidrBlock is given beside vpcId, but an existing VPC has its block already; leave one of them out.");
  }
}

/** The lists and the count must agree, and name at least two zones. */
function zoneCount(checks: ArgumentChecks, args: IsolatedNetworkArgs): number {
  const { availabilityZones, availabilityZoneCount, subnetCidrBlocks } = args;
  for (const [argument, list] of Object.entries({ availabilityZones, subnetCidrBlocks })) {
    if (list !== undefined) {
      checks.plain(argument, list, onePerZone);
    }
  }
  if (availabilityZoneCount !== undefined) {
    checks.plain("availabilityZoneCount", availabilityZoneCount, zoneCounts);
  }
  const known = availabilityZones?.filter((zone) => typeof zone === "string") ?? [];
  if (new Set(known).size < known.length) {
    checks.refuse(`availabilityZones is ${show(known)}, but must name each zone once.`);
  }
  const zones = availabilityZones?.length ?? subnetCidrBlocks?.length ?? availabilityZoneCount ?? 2;
  if (availabilityZoneCount !== undefined && availabilityZoneCount !== zones) {
    checks.refuse(
      `availabilityZoneCount is ${availabilityZoneCount}, but must be ${zones}, as many as the lists have.`,
    );
  }
  if (subnetCidrBlocks !== undefined && subnetCidrBlocks.length !== zones) {
    checks.refuse(`subnetCidrBlocks has ${subnetCidrBlocks.length} entries, but must have ${zones}, one a zone.`);
  }
  return zones;
}

function computedBlocks(checks: ArgumentChecks, vpc: pulumi.Input<string>, zones: number): pulumi.Input<string>[] {
  const layOut = (known: string): string[] =>
    subnetCidrs(known, zones) ??
    checks.refuse(`cidrBlock is ${show(known)}, but must have room for ${zones} subnets of at least a /28 each.`);
  if (typeof vpc === "string") {
    return layOut(vpc);
  }
  const blocks = pulumi.output(vpc).apply(layOut);
  return Array.from({ length: zones }, (_, index) => blocks.apply((all) => all[index] ?? ""));
}

function givenBlocks(checks: ArgumentChecks, blocks: pulumi.Input<string>[]): pulumi.Input<string>[] {
  const apart = (known: readonly string[]): void => {
    known.forEach((one, index) => {
      const other = known.slice(0, index).find((earlier) => overlapping(one, earlier));
      if (other !== undefined) {
        checks.refuse(`subnetCidrBlocks has ${one} and ${other}, but must have blocks that do not overlap.`);
      }
    });
  };
  const checked = blocks.map(
    (block, index) => checks.optionalInput(`subnetCidrBlocks[${index}]`, block, vpcCidr) ?? block,
  );
  apart(checked.filter((block) => typeof block === "string"));
  return checked.map((block, index) =>
    typeof block === "string"
      ? block
      : pulumi.all(checked).apply((known) => {
          apart(known);
          return known[index] ?? "";
        }),
  );
}

function overlapping(one: string, other: string): boolean {
  const [first, second] = [parseCidr(one), parseCidr(other)];
  return first !== undefined && second !== undefined && overlap(first, second);
}

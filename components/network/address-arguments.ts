import * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, type Rule, show, whenKnown } from "../shared/arguments";
import { ofHosts, subnetCidr, text, vpcCidr, wholeNumber } from "../shared/rules";
import { overlapping, subnetCidrs } from "./cidr";
import type { IsolatedNetworkArgs } from "./isolated-network-arguments";

/** Subnets that are there already. */
export interface GivenSubnets {
  readonly ids: readonly pulumi.Input<string>[];
}

/** The block of a VPC of its own. */
export function checkBlocks(checks: ArgumentChecks, { cidrBlock }: IsolatedNetworkArgs): pulumi.Input<string> {
  const block = checks.input("cidrBlock", cidrBlock, "10.0.0.0/16", vpcCidr);
  return whenKnown(block, (known) => checks.plain("cidrBlock", known, ofHosts));
}

export function givenSubnets(checks: ArgumentChecks, ids: pulumi.Input<string>[]): GivenSubnets {
  checks.plain("subnetIds", ids, onePerZone);
  const known = ids.filter((id) => typeof id === "string");
  if (new Set(known).size < known.length) {
    checks.refuse(`subnetIds is ${show(known)}, but must name each subnet once.`);
  }
  return { ids: ids.map((id, at) => checks.required(`subnetIds[${at}]`, id, subnetId)) };
}

/** The blocks of the subnets to make, given or computed. */
export function computedBlocks(
  checks: ArgumentChecks,
  { subnetCidrBlocks }: IsolatedNetworkArgs,
  vpc: pulumi.Input<string>,
  zones: number,
): pulumi.Input<string>[] {
  return subnetCidrBlocks === undefined ? blocksOf(checks, vpc, zones) : givenBlocks(checks, subnetCidrBlocks);
}

/** The lists and the count must agree, and name at least two zones. */
export function zoneCount(checks: ArgumentChecks, args: IsolatedNetworkArgs): number {
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

function blocksOf(checks: ArgumentChecks, vpc: pulumi.Input<string>, zones: number): pulumi.Input<string>[] {
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
    (block, index) => checks.optionalInput(`subnetCidrBlocks[${index}]`, block, subnetCidr) ?? block,
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

const subnetId = text('the id of a subnet, "subnet-" and hexadecimal digits', /^subnet-[0-9a-f]+$/);
const zoneCounts = wholeNumber(2, 6, "zones");
const onePerZone: Rule<readonly unknown[]> = {
  allowed: "a list of 2 to 6 entries, one a zone",
  accepts: (list) => Array.isArray(list) && zoneCounts.accepts(list.length),
};

import type { Inventory, Route, RouteTarget } from "../../inventory/model";
import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { areEverywhere } from "../cidr";
import { type Answer, defineControl } from "../control";
import type { SubnetRule } from "../database-subnets";
import { prefixListBlocks } from "../prefix-list";
import { prefixListId } from "../text-schemas";
import { judgeSubnets } from "./subnets";

const needed = "no subnet of its subnet group may have a default route to the internet";

interface Options {
  readonly allowedPrefixLists: readonly string[];
}

export const noInternetEgressRoute = defineControl<"dbInstances", Options>({
  id: "rds-instance-no-internet-egress-route",
  title: "RDS instance lies in subnets without a way out to the internet",
  subject: "dbInstances",
  severity: "medium",
  why: "Whoever gets to run code in the database can carry its data out through a NAT gateway, and nothing else needs one there.",
  remediation:
    "Set dbSubnetGroupName to a subnet group whose subnets have a route table of their own without a default route to a NAT gateway, NAT instance or egress-only gateway.",
  peerIds: {},
  options: {
    allowedPrefixLists: {
      schema: {
        type: "array",
        items: prefixListId,
        description: "Ids of prefix lists that may be destinations of a way out.",
      },
      default: [],
    },
  },
  looksAt: "inventory",
  evaluate: (instance, inventory, options) => judgeSubnets(instance, inventory, ruleOf(inventory, options)),
});

const waysOut: { readonly [T in RouteTarget]?: string } = {
  "nat-gateway": "a NAT gateway",
  "network-interface": "a network interface, as of a NAT instance",
  "egress-only-internet-gateway": "an egress-only internet gateway",
};

function ruleOf(inventory: Inventory, options: Options): SubnetRule {
  return {
    judge: (subnet, { routes, unknowns }) =>
      all([
        holds,
        ...routes.map((route) => judgeRoute(route, subnet.name, inventory, options)),
        judgeTogether(routes, subnet.name, inventory, options),
        ...unknowns.map(({ waitsFor }) => undecided(waitsFor)),
      ]),
    defaultVpc: () => notApplicable("the subnets of the default VPC are public, which is judged by itself"),
  };
}

/** Routes of which none is a default route can be one together, as 256 blocks of /8 are. */
function judgeTogether(routes: readonly Route[], subnet: string, inventory: Inventory, options: Options): Answer {
  const leadingOut = routes.filter(
    ({ target }) => !isUnknown(target) && target !== undefined && waysOut[target] !== undefined,
  );
  const blocks = leadingOut.flatMap(({ destination }) => blocksOf(destination, inventory, options));
  return areEverywhere(blocks)
    ? fails(`subnet ${subnet} has ${blocks.length} routes out that together are a default route`, needed)
    : holds;
}

function blocksOf(destination: Value<string>, inventory: Inventory, options: Options): readonly string[] {
  if (typeof destination === "string" && destination.includes("/")) {
    return [destination];
  }
  const list = prefixListBlocks(destination, inventory, options.allowedPrefixLists);
  return list === "allowed" || isUnknown(list) ? [] : list.blocks.filter((block) => typeof block === "string");
}

function judgeRoute({ destination, target }: Route, subnet: string, inventory: Inventory, options: Options): Answer {
  const way = isUnknown(target) || target === undefined ? undefined : waysOut[target];
  const wide = isWide(destination, inventory, options);
  if (wide === false || (way === undefined && !isUnknown(target))) {
    return holds;
  }
  if (isUnknown(target)) {
    return undecided(target.waitsFor);
  }
  return wide === true
    ? fails(`subnet ${subnet} has a default route to ${way}`, needed)
    : undecided(isUnknown(wide) ? wide.waitsFor : `the destination of a route of subnet ${subnet}`);
}

/**
 * Whether a destination takes in more than any private block does (a /8 of IPv4, the /7 of unique local IPv6): the
 * whole internet, or a half or quarter of it.
 */
function isWide(destination: Value<string>, inventory: Inventory, options: Options): Value<boolean> {
  if (destination === undefined) {
    return undefined;
  }
  if (typeof destination === "string" && destination.includes("/")) {
    return isWideBlock(destination);
  }
  const list = prefixListBlocks(destination, inventory, options.allowedPrefixLists);
  if (list === "allowed" || isUnknown(list)) {
    return list === "allowed" ? false : list;
  }
  const answers = list.blocks.map((block) => (typeof block === "string" ? isWideBlock(block) : block));
  return answers.includes(true) || answers.find(isUnknown) || false;
}

function isWideBlock(block: string): boolean {
  const length = /^([0-9a-f.:]{1,45})\/(\d{1,3})$/i.exec(block);
  return length !== null && Number(length[2]) < (block.includes(":") ? 7 : 8);
}

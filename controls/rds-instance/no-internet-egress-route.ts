import type { Inventory, Route, RouteTarget } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { areEverywhere } from "../database-security-group/cidr";
import type { SubnetRule } from "../database-subnets";
import { judgeSubnets } from "./subnets";

const needed = "no subnet of its subnet group may have a default route to the internet";

export const noInternetEgressRoute = defineControl<"dbInstances", object>({
  id: "rds-instance-no-internet-egress-route",
  title: "RDS instance lies in subnets without a way out to the internet",
  subject: "dbInstances",
  severity: "medium",
  why: "Whoever gets to run code in the database can carry its data out through a NAT gateway, and nothing else needs one there.",
  remediation:
    "Set dbSubnetGroupName to a subnet group whose subnets have a route table of their own without a default route to a NAT gateway, NAT instance or egress-only gateway.",
  peerIds: {},
  options: {},
  looksAt: "inventory",
  evaluate: (instance, inventory) => judgeSubnets(instance, inventory, ruleOf(inventory)),
});

const waysOut: { readonly [T in RouteTarget]?: string } = {
  "nat-gateway": "a NAT gateway",
  "network-interface": "a network interface, as of a NAT instance",
  "egress-only-internet-gateway": "an egress-only internet gateway",
};

function ruleOf(inventory: Inventory): SubnetRule {
  return {
    judge: (subnet, { routes, unknowns }) =>
      all([
        holds,
        ...routes.map((route) => judgeRoute(route, subnet.name, inventory)),
        judgeTogether(routes, subnet.name, inventory),
        ...unknowns.map(({ waitsFor }) => undecided(waitsFor)),
      ]),
    defaultVpc: () => notApplicable("the subnets of the default VPC are public, which is judged by itself"),
  };
}

/** Routes of which none is a default route can be one together, as 256 blocks of /8 are. */
function judgeTogether(routes: readonly Route[], subnet: string, inventory: Inventory): Answer {
  const leadingOut = routes.filter(
    ({ target }) => !isUnknown(target) && target !== undefined && waysOut[target] !== undefined,
  );
  const blocks = leadingOut.flatMap(({ destination }) => blocksOf(destination, inventory));
  return areEverywhere(blocks)
    ? fails(`subnet ${subnet} has ${blocks.length} routes out that together are a default route`, needed)
    : holds;
}

function blocksOf(destination: Value<string>, inventory: Inventory): readonly string[] {
  if (typeof destination !== "string" || destination.includes("/")) {
    return typeof destination === "string" ? [destination] : [];
  }
  const list = resolve(inventory, "prefixLists", destination);
  const entries = list.to === "resource" ? list.resource.entries : undefined;
  return entries === undefined || isUnknown(entries) ? [] : entries.filter((entry) => typeof entry === "string");
}

function judgeRoute({ destination, target }: Route, subnet: string, inventory: Inventory): Answer {
  const way = isUnknown(target) || target === undefined ? undefined : waysOut[target];
  const wide = isWide(destination, inventory);
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
function isWide(destination: Value<string>, inventory: Inventory): Value<boolean> {
  if (destination === undefined || isUnknown(destination)) {
    return destination;
  }
  const length = /^([0-9a-f.:]{1,45})\/(\d{1,3})$/i.exec(destination);
  if (length !== null) {
    return Number(length[2]) < (destination.includes(":") ? 7 : 8);
  }
  const list = resolve(inventory, "prefixLists", destination);
  const entries = list.to === "resource" ? list.resource.entries : undefined;
  if (entries === undefined || isUnknown(entries)) {
    return entries;
  }
  // Entries are CIDR blocks, so this goes one level down and no further.
  const answers = entries.map((entry) =>
    typeof entry === "string" && !entry.includes("/") ? false : isWide(entry, inventory),
  );
  return answers.includes(true) || answers.find(isUnknown) || false;
}

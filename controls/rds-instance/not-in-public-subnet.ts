import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { defineControl } from "../control";
import type { SubnetRule } from "../database-subnets";
import { judgeSubnets } from "./subnets";

const needed = "no subnet of its subnet group may route to an internet gateway";

export const notInPublicSubnet = defineControl<"dbInstances", object>({
  id: "rds-instance-not-in-public-subnet",
  title: "RDS instance lies in private subnets",
  subject: "dbInstances",
  severity: "high",
  why: "A route to an internet gateway leaves one changed flag between the database and the internet.",
  remediation:
    "Set dbSubnetGroupName to a subnet group whose subnets have a route table of their own without a route to an internet gateway.",
  peerIds: { securityHub: ["RDS.46"] },
  options: {},
  looksAt: "inventory",
  evaluate: (instance, inventory) => judgeSubnets(instance, inventory, noInternetGateway),
});

const noInternetGateway: SubnetRule = {
  judge(subnet, { routes, unknowns }) {
    if (routes.some(({ target }) => target === "internet-gateway")) {
      return fails(`subnet ${subnet.name} routes to an internet gateway`, needed);
    }
    const waitsFor = unknowns[0] ?? routes.map(({ target }) => target).find(isUnknown);
    return waitsFor === undefined ? holds : undecided(waitsFor.waitsFor);
  },
  defaultVpc: (found) => fails(found, needed),
};

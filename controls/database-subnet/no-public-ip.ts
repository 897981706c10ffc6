import type { Subnet } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const noPublicIp = defineControl<"subnets", object>({
  id: "database-subnet-no-public-ip",
  title: "Subnet of a database gives out no public addresses",
  subject: "subnets",
  severity: "medium",
  why: "Whatever starts beside the database gets an address of the internet without anybody asking for one.",
  remediation: "Set mapPublicIpOnLaunch and assignIpv6AddressOnCreation to false.",
  peerIds: {
    securityHub: ["EC2.15"],
    nist: [
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "AC-21",
      "SC-7",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
    ],
    pci: ["1.4.4"],
    checkov: ["CKV_AWS_130"],
    trivy: ["AWS-0164"],
    prowler: ["vpc_subnet_no_public_ip_by_default"],
  },
  options: {},
  looksAt: "inventory",
  evaluate(subnet, inventory) {
    const groups = referrers(inventory, "dbSubnetGroups", "subnets", "subnets", subnet);
    const answer = judge(subnet);
    if (groups.found.length > 0 || answer.answer === "holds") {
      return answer;
    }
    const [waits] = groups.unknowns;
    return waits === undefined ? notApplicable("no DB subnet group holds the subnet") : undecided(waits.waitsFor);
  },
});

function judge(subnet: Subnet): Answer {
  return all([
    mustBeOff("mapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch),
    mustBeOff("assignIpv6AddressOnCreation", subnet.assignIpv6AddressOnCreation),
  ]);
}

function mustBeOff(name: string, value: Value<boolean>): Answer {
  if (isUnknown(value)) {
    return undecided(value.waitsFor);
  }
  return value === true ? fails(`${name} is true`, "it must be false") : holds;
}

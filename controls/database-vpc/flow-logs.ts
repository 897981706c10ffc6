import type { Inventory, Vpc } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { holdsDatabase } from "../holds-database";

export const flowLogs = defineControl<"vpcs", object>({
  id: "database-vpc-flow-logs",
  title: "VPC of a database logs its traffic",
  subject: "vpcs",
  severity: "medium",
  why: "Without flow logs nobody can tell afterwards who reached the database, or tried to.",
  remediation: "Add an aws.ec2.FlowLog with vpcId of the VPC and trafficType ALL or REJECT.",
  peerIds: {
    securityHub: ["EC2.6"],
    cis: ["3.7"],
    nist: ["AC-4(26)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "AU-12", "CA-7", "SI-7(8)"],
    checkov: ["CKV2_AWS_11"],
    trivy: ["AWS-0178"],
    prowler: ["vpc_flow_logs_enabled"],
  },
  options: {},
  looksAt: "inventory",
  evaluate(vpc, inventory) {
    const answer = judge(vpc, inventory);
    const held = answer.answer === "holds" || holdsDatabase(vpc, inventory);
    if (held === false) {
      return notApplicable("no database of the inventory lies in the VPC");
    }
    return isUnknown(held) && answer.answer === "fails" ? undecided(held.waitsFor) : answer;
  },
});

function judge(vpc: Vpc, inventory: Inventory): Answer {
  const logs = referrers(inventory, "flowLogs", "vpc", "vpcs", vpc);
  const types = logs.found.map(({ trafficType }) => trafficType);
  if (types.some((type) => typeof type === "string" && /^(all|reject)$/i.test(type))) {
    return holds;
  }
  const waits = types.find(isUnknown) ?? logs.unknowns[0];
  if (waits !== undefined) {
    return undecided(waits.waitsFor);
  }
  return fails(
    logs.found.length === 0 ? "it has no flow log" : "its flow log is not of ALL or REJECT traffic",
    "one must record ALL or REJECT traffic",
  );
}

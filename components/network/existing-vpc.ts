import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { ArgumentError } from "../shared/arguments";
import { isWithin, overlapping } from "./cidr";

/** A subnet that is there, as aws.ec2.getSubnet tells it. */
export interface FoundSubnet {
  readonly id: string;
  /** Empty of a subnet of IPv6 alone. */
  readonly cidrBlock: string;
}

const defaultGroupClosed: ControlId = "default-security-group-closed";

/**
 * The id of a VPC that is there, once AWS has shown that its default security group has no rules. Throws an
 * ArgumentError otherwise.
 */
export function closedVpc(
  component: string,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const groups = { ingress: openGroups("", vpcId, parent), egress: openGroups("egress.", vpcId, parent) };
  return pulumi.all([vpcId, groups.ingress, groups.egress]).apply(([id, ingress, egress]) => {
    const [open] = [...ingress, ...egress];
    if (open === undefined) {
      return id;
    }
    const directions = [...(ingress.length > 0 ? ["ingress"] : []), ...(egress.length > 0 ? ["egress"] : [])];
    throw new ArgumentError(
      component,
      "vpcId",
      `vpcId is ${JSON.stringify(id)}, whose default security group ${open} has ${directions.join(" and ")} rules, ` +
        `which fails the control ${defaultGroupClosed}; remove them, make closeDefaultSecurityGroup true, ` +
        `or state the reason in acceptedRisks["${defaultGroupClosed}"].`,
    );
  });
}

/** The default group of the VPC, where it has a rule of a direction: no function tells rules, but filters know them. */
function openGroups(
  direction: "" | "egress.",
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): pulumi.Output<string[]> {
  return aws.ec2.getSecurityGroupsOutput(
    {
      filters: [
        { name: "vpc-id", values: [vpcId] },
        { name: "group-name", values: ["default"] },
        // The usual ones by name, as the pages of EC2 promise "*" for filters in general only.
        { name: `${direction}ip-permission.protocol`, values: ["-1", "tcp", "udp", "icmp", "*"] },
      ],
    },
    { parent },
  ).ids;
}

/**
 * The blocks of subnets to make in a VPC that is there, once AWS has shown that they lie in its blocks, and that no subnet
 * has addresses of theirs. Throws an ArgumentError otherwise.
 */
export function freeBlocks(
  component: string,
  vpcId: pulumi.Input<string>,
  ofVpc: pulumi.Output<string[]>,
  blocks: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): pulumi.Output<string>[] {
  const subnets = subnetsOf(vpcId, parent);
  return blocks.map((block, at) =>
    pulumi.all([block, vpcId, ofVpc, subnets]).apply(([own, id, whole, taken]) => {
      const problem = problemOf(own, id, whole, taken);
      if (problem === undefined) {
        return own;
      }
      const argument = `subnetCidrBlocks[${at}]`;
      throw new ArgumentError(component, argument, `${argument} is ${JSON.stringify(own)}, ${problem}`);
    }),
  );
}

function subnetsOf(vpcId: pulumi.Input<string>, parent: pulumi.Resource): pulumi.Output<FoundSubnet[]> {
  const { ids } = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpcId] }] }, { parent });
  return ids.apply((known) =>
    pulumi.all(
      known.map((id) => aws.ec2.getSubnetOutput({ id }, { parent }).apply(({ cidrBlock }) => ({ id, cidrBlock }))),
    ),
  );
}

/** Why a block cannot become a subnet of a VPC, in words that follow it. */
export function problemOf(
  block: string,
  vpcId: string,
  ofVpc: readonly string[],
  taken: readonly FoundSubnet[],
): string | undefined {
  if (!ofVpc.some((whole) => isWithin(block, whole))) {
    return `but must lie in ${vpcId}, which has ${ofVpc.join(" and ")}.`;
  }
  // A subnet of that very block may be the component's own, of an earlier deploy; where it is not, AWS refuses another.
  const other = taken.find(({ cidrBlock }) => cidrBlock !== block && overlapping(block, cidrBlock));
  return other === undefined
    ? undefined
    : `which overlaps ${other.id} with ${other.cidrBlock}, but must be free in ${vpcId}.`;
}

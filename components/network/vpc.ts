import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { closedVpc } from "./existing-vpc";
import type { NetworkSettings } from "./isolated-network-settings";
import { lookUp } from "./look-up";

export interface Vpc {
  readonly id: pulumi.Input<string>;
  readonly cidrBlock: pulumi.Output<string>;
  /** Every IPv4 block of the VPC. */
  readonly cidrBlocks: pulumi.Output<string[]>;
  /** Empty without IPv6. */
  readonly ipv6CidrBlock: pulumi.Output<string>;
  /** Of a VPC that is given; empty for one of its own. */
  readonly mainRouteTableId: pulumi.Output<string>;
}

/** The VPC that is given, or one of its own. */
export function vpcOf(
  name: string,
  { vpcId, defaultGroup, cidrBlock, dualStack }: NetworkSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): Vpc {
  if (vpcId !== undefined) {
    const component = `IsolatedNetwork ${JSON.stringify(name)}`;
    const found = pulumi
      .output(vpcId)
      .apply((id) => lookUp(component, "vpcId", id, aws.ec2.getVpc({ id }, { parent })));
    if (defaultGroup === "close") {
      closeDefaultGroup(name, vpcId, tags, parent);
    }
    return {
      id: defaultGroup === "refuse" ? closedVpc(component, vpcId, parent) : vpcId,
      cidrBlock: found.cidrBlock,
      cidrBlocks: found.apply(({ cidrBlock: first, cidrBlockAssociations: associations = [] }) => [
        ...new Set([first, ...associations.filter(({ state }) => state === "associated").map((one) => one.cidrBlock)]),
      ]),
      ipv6CidrBlock: found.apply((vpc) => vpc.ipv6CidrBlock ?? ""),
      mainRouteTableId: found.mainRouteTableId,
    };
  }
  const vpc = new aws.ec2.Vpc(
    name,
    {
      cidrBlock,
      assignGeneratedIpv6CidrBlock: dualStack ? true : undefined,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags,
    },
    { parent },
  );
  closeDefaultGroup(name, vpc.id, tags, parent);
  return {
    id: vpc.id,
    cidrBlock: pulumi.output(cidrBlock),
    cidrBlocks: pulumi.output([cidrBlock]),
    ipv6CidrBlock: dualStack ? vpc.ipv6CidrBlock : pulumi.output(""),
    mainRouteTableId: pulumi.output(""),
  };
}

/** AWS lets the members of a VPC's default group reach each other; without rules it lets nothing through. */
function closeDefaultGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): void {
  new aws.ec2.DefaultSecurityGroup(name, { vpcId, ingress: [], egress: [], tags }, { parent });
}

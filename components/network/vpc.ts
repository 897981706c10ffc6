import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkSettings } from "./isolated-network-settings";

export interface Vpc {
  readonly id: pulumi.Input<string>;
  readonly cidrBlock: pulumi.Output<string>;
  /** Every IPv4 block of the VPC. */
  readonly cidrBlocks: pulumi.Output<string[]>;
  /** Empty without IPv6. */
  readonly ipv6CidrBlock: pulumi.Output<string>;
}

/** The VPC that is given, or one of its own. */
export function vpcOf(
  name: string,
  { vpcId, cidrBlock, dualStack }: NetworkSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): Vpc {
  if (vpcId !== undefined) {
    const found = aws.ec2.getVpcOutput({ id: vpcId }, { parent });
    return {
      id: vpcId,
      cidrBlock: found.cidrBlock,
      cidrBlocks: found.apply(({ cidrBlock: first, cidrBlockAssociations: associations = [] }) => [
        ...new Set([first, ...associations.map((one) => one.cidrBlock)]),
      ]),
      ipv6CidrBlock: found.apply((vpc) => vpc.ipv6CidrBlock ?? ""),
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
  // AWS lets the members of a VPC's default group reach each other; without rules it lets nothing through.
  new aws.ec2.DefaultSecurityGroup(name, { vpcId: vpc.id, ingress: [], egress: [], tags }, { parent });
  return {
    id: vpc.id,
    cidrBlock: pulumi.output(cidrBlock),
    cidrBlocks: pulumi.output([cidrBlock]),
    ipv6CidrBlock: dualStack ? vpc.ipv6CidrBlock : pulumi.output(""),
  };
}

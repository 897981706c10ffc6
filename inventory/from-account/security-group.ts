import type { SecurityGroup as AwsSecurityGroup, IpPermission } from "@aws-sdk/client-ec2";
import type { SecurityGroup, SecurityGroupRule } from "../model";
import { tagged } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export function securityGroup(group: AwsSecurityGroup, region: string): SecurityGroup {
  const groupId = group.GroupId ?? "";
  const id = group.SecurityGroupArn ?? groupId;
  return {
    id,
    name: group.GroupName ?? groupId,
    identifiers: [id, groupId],
    region,
    ...tagged(group.Tags),
    vpc: group.VpcId,
    default: group.GroupName === "default",
    description: givenDescription(group),
  };
}

/** What Pulumi's and Terraform's provider write where nobody gives a description is none. */
function givenDescription({ Description: description }: AwsSecurityGroup): string | undefined {
  return /^managed by (pulumi|terraform)$/i.test(description?.trim() ?? "") ? undefined : description;
}

/** One rule for each source or destination of each permission. */
export function securityGroupRules(group: AwsSecurityGroup, region: string): SecurityGroupRule[] {
  return [
    ...(group.IpPermissions ?? []).flatMap((permission) => rules(group, "ingress", permission, region)),
    ...(group.IpPermissionsEgress ?? []).flatMap((permission) => rules(group, "egress", permission, region)),
  ];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
function rules(
  group: AwsSecurityGroup,
  direction: "ingress" | "egress",
  permission: IpPermission,
  region: string,
): SecurityGroupRule[] {
  const rule = (peer: string, source: Partial<SecurityGroupRule>): SecurityGroupRule => {
    const ports = `${permission.FromPort ?? "all"}-${permission.ToPort ?? "all"}`;
    const id = `${group.GroupId}/${direction}/${permission.IpProtocol}/${ports}/${peer}`;
    return {
      id,
      name: id,
      identifiers: [id],
      region,
      group: group.GroupId,
      direction,
      protocol: permission.IpProtocol,
      fromPort: permission.FromPort,
      toPort: permission.ToPort,
      cidr: undefined,
      sourceGroup: undefined,
      prefixList: undefined,
      self: false,
      description: undefined,
      ...source,
    };
  };
  return [
    ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) =>
      rule(`${CidrIp}`, { cidr: CidrIp, description: Description }),
    ),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) =>
      rule(`${CidrIpv6}`, { cidr: CidrIpv6, description: Description }),
    ),
    ...(permission.PrefixListIds ?? []).map(({ PrefixListId, Description }) =>
      rule(`${PrefixListId}`, { prefixList: PrefixListId, description: Description }),
    ),
    ...(permission.UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
      rule(`${GroupId}`, {
        ...(GroupId === group.GroupId ? { self: true } : { sourceGroup: GroupId }),
        description: Description,
      }),
    ),
  ];
}

/** The managed prefix lists that the rules of these groups name, each once. */
export function referencedPrefixLists(groups: readonly AwsSecurityGroup[]): string[] {
  const ids = groups
    .flatMap((group) => [...(group.IpPermissions ?? []), ...(group.IpPermissionsEgress ?? [])])
    .flatMap((permission) => permission.PrefixListIds ?? [])
    .flatMap((list) => list.PrefixListId ?? []);
  return [...new Set(ids)];
}

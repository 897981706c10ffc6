import assert from "node:assert/strict";
import type { Route as AwsRoute } from "@aws-sdk/client-ec2";
import { dbSubnetGroup } from "../../../inventory/from-account/db-subnet-group";
import { prefixList } from "../../../inventory/from-account/prefix-list";
import { routes, routeTable, routeTableAssociations } from "../../../inventory/from-account/route-table";
import {
  referencedPrefixLists,
  securityGroup,
  securityGroupRules,
} from "../../../inventory/from-account/security-group";
import { subnet } from "../../../inventory/from-account/subnet";
import { vpcs } from "../../../inventory/from-account/vpc";
import type { RouteTarget, SecurityGroupRule } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";

const region = "us-gov-west-1";

const main = {
  RouteTableId: "rtb-main",
  VpcId: "vpc-1",
  Associations: [{ RouteTableAssociationId: "rtbassoc-1", RouteTableId: "rtb-main", Main: true }],
};

describe("from-account: subnet group and subnet", () => {
  it("maps a subnet group", () => {
    const arn = "arn:aws-us-gov:rds:us-gov-west-1:111122223333:subgrp:private";
    const group = {
      DBSubnetGroupName: "private",
      DBSubnetGroupArn: arn,
      Subnets: [{ SubnetIdentifier: "subnet-1" }],
    };
    assert.deepEqual(dbSubnetGroup(group, region), {
      id: arn,
      name: "private",
      identifiers: [arn, "private"],
      region,
      subnets: ["subnet-1"],
      tags: unknown("the tags of private, which the audit does not read"),
    });
  });

  it("does not know the subnets that AWS left out", () => {
    const { subnets } = dbSubnetGroup({ DBSubnetGroupName: "private" }, region);
    assert.deepEqual(subnets, unknown("the subnets of private"));
  });

  it("maps a subnet under its name tag", () => {
    const arn = "arn:aws-us-gov:ec2:us-gov-west-1:111122223333:subnet/subnet-1";
    const described = {
      SubnetId: "subnet-1",
      SubnetArn: arn,
      VpcId: "vpc-1",
      AvailabilityZone: "us-gov-west-1a",
      MapPublicIpOnLaunch: true,
      AssignIpv6AddressOnCreation: true,
      Tags: [{ Key: "Name", Value: "db-a" }],
    };
    assert.deepEqual(subnet(described, region), {
      id: arn,
      name: "db-a",
      identifiers: [arn, "subnet-1"],
      region,
      tags: { Name: "db-a" },
      vpc: "vpc-1",
      availabilityZone: "us-gov-west-1a",
      mapPublicIpOnLaunch: true,
      assignIpv6AddressOnCreation: true,
    });
  });

  it("gives out no public addresses where AWS does not say so", () => {
    const { mapPublicIpOnLaunch, assignIpv6AddressOnCreation } = subnet({ SubnetId: "subnet-1" }, region);
    assert.deepEqual([mapPublicIpOnLaunch, assignIpv6AddressOnCreation], [false, false]);
  });
});

describe("from-account: VPC", () => {
  it("takes its main route table from the associations", () => {
    assert.deepEqual(vpcs([{ SubnetId: "subnet-1", VpcId: "vpc-1" }], { items: [main] }, region), [
      { id: "vpc-1", name: "vpc-1", identifiers: ["vpc-1"], region, mainRouteTable: "rtb-main" },
    ]);
  });

  for (const [title, tables, reason] of [
    ["shared by another account", { items: [] }, "ec2:DescribeRouteTables did not return it"],
    ["unread", { items: [], unread: "ec2:DescribeRouteTables was denied" }, "ec2:DescribeRouteTables was denied"],
  ] as const) {
    it(`does not know a main route table that is ${title}`, () => {
      const [vpc] = vpcs([{ VpcId: "vpc-2" }], tables, region);
      assert.deepEqual(vpc?.mainRouteTable, unknown(`the main route table of vpc-2 (${reason})`));
    });
  }
});

describe("from-account: route table", () => {
  const table = {
    RouteTableId: "rtb-2",
    VpcId: "vpc-1",
    Associations: [
      {
        RouteTableAssociationId: "rtbassoc-2",
        SubnetId: "subnet-1",
        AssociationState: { State: "associated" as const },
      },
      { RouteTableAssociationId: "rtbassoc-3", SubnetId: "subnet-2", AssociationState: { State: "failed" as const } },
      { RouteTableAssociationId: "rtbassoc-4", GatewayId: "igw-1" },
    ],
  };

  it("is the main one where an association says so", () => {
    assert.equal(routeTable(main, region).main, true);
    assert.equal(routeTable(table, region).main, false);
  });

  it("ties its VPC, as the main one", () => {
    const [association] = routeTableAssociations(main, region);
    assert.deepEqual(
      [association?.routeTable, association?.subnet, association?.vpc],
      ["rtb-main", undefined, "vpc-1"],
    );
  });

  it("ties subnets, without failed associations and those of gateways", () => {
    const ties = routeTableAssociations(table, region).map((tie) => [tie.id, tie.routeTable, tie.subnet, tie.vpc]);
    assert.deepEqual(ties, [["rtbassoc-2", "rtb-2", "subnet-1", undefined]]);
  });

  const targets: readonly [string, AwsRoute, RouteTarget][] = [
    ["the VPC itself", { GatewayId: "local" }, "local"],
    ["an internet gateway", { GatewayId: "igw-1" }, "internet-gateway"],
    ["a detached internet gateway", { GatewayId: "igw-1", State: "blackhole" }, "internet-gateway"],
    ["a virtual private gateway", { GatewayId: "vgw-1" }, "other"],
    ["a gateway endpoint", { GatewayId: "vpce-1" }, "other"],
    ["an egress-only gateway", { EgressOnlyInternetGatewayId: "eigw-1" }, "egress-only-internet-gateway"],
    ["a NAT gateway", { NatGatewayId: "nat-1" }, "nat-gateway"],
    ["a NAT instance", { InstanceId: "i-1", NetworkInterfaceId: "eni-1" }, "network-interface"],
    ["a transit gateway", { TransitGatewayId: "tgw-1" }, "other"],
    ["a peering connection", { VpcPeeringConnectionId: "pcx-1" }, "other"],
  ];
  for (const [title, route, expected] of targets) {
    it(`routes to ${title}: ${expected}`, () => {
      const [mapped] = routes({ ...table, Routes: [{ DestinationCidrBlock: "0.0.0.0/0", ...route }] }, region);
      assert.equal(mapped?.target, expected);
    });
  }

  it("routes to addresses of both kinds and to prefix lists", () => {
    const Routes = [
      { DestinationCidrBlock: "0.0.0.0/0" },
      { DestinationIpv6CidrBlock: "::/0" },
      { DestinationPrefixListId: "pl-1" },
    ];
    const mapped = routes({ ...table, Routes }, region);
    assert.deepEqual(
      mapped.map(({ id, routeTable, destination }) => [id, routeTable, destination]),
      [
        ["rtb-2/0.0.0.0/0", "rtb-2", "0.0.0.0/0"],
        ["rtb-2/::/0", "rtb-2", "::/0"],
        ["rtb-2/pl-1", "rtb-2", "pl-1"],
      ],
    );
  });
});

describe("from-account: security group", () => {
  const group = {
    GroupId: "sg-1",
    GroupName: "orders",
    Description: "the database of orders",
    VpcId: "vpc-1",
    SecurityGroupArn: "arn:aws-cn:ec2:cn-north-1:111122223333:security-group/sg-1",
    IpPermissions: [
      {
        IpProtocol: "tcp",
        FromPort: 5432,
        ToPort: 5433,
        IpRanges: [{ CidrIp: "10.0.0.0/8" }, { CidrIp: "0.0.0.0/0" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0" }],
        PrefixListIds: [{ PrefixListId: "pl-1" }],
        UserIdGroupPairs: [{ GroupId: "sg-1" }, { GroupId: "sg-2", UserId: "444455556666" }],
      },
    ],
    IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }], PrefixListIds: [] }],
  };

  it("maps the group", () => {
    assert.deepEqual(securityGroup(group, "cn-north-1"), {
      id: group.SecurityGroupArn,
      name: "orders",
      identifiers: [group.SecurityGroupArn, "sg-1"],
      region: "cn-north-1",
      vpc: "vpc-1",
      default: false,
      description: "the database of orders",
    });
    assert.equal(securityGroup({ ...group, GroupName: "default" }, "cn-north-1").default, true);
  });

  for (const [given, expected] of [
    ["Managed by Pulumi", undefined],
    ["managed by Terraform ", undefined],
    [undefined, undefined],
    ["", ""],
  ] as const) {
    it(`description ${given}: ${expected}`, () => {
      assert.equal(securityGroup({ ...group, Description: given }, "cn-north-1").description, expected);
    });
  }

  it("takes the description of each source", () => {
    const IpPermissions = [
      {
        IpProtocol: "tcp",
        IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "offices" }, { CidrIp: "172.16.0.0/12" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0", Description: "everybody" }],
        PrefixListIds: [{ PrefixListId: "pl-1", Description: "S3" }],
        UserIdGroupPairs: [{ GroupId: "sg-2", Description: "applications" }],
      },
    ];
    const rules = securityGroupRules({ GroupId: "sg-1", IpPermissions }, region);
    assert.deepEqual(
      rules.map(({ description }) => description),
      ["offices", undefined, "everybody", "S3", "applications"],
    );
  });

  it("makes one rule of each source", () => {
    const sources = ({ direction, protocol, fromPort, toPort, ...rule }: SecurityGroupRule) => [
      [direction, protocol, fromPort, toPort],
      [rule.cidr, rule.sourceGroup, rule.prefixList, rule.self],
    ];
    const ingress = ["ingress", "tcp", 5432, 5433];
    assert.deepEqual(securityGroupRules(group, region).map(sources), [
      [ingress, ["10.0.0.0/8", undefined, undefined, false]],
      [ingress, ["0.0.0.0/0", undefined, undefined, false]],
      [ingress, ["::/0", undefined, undefined, false]],
      [ingress, [undefined, undefined, "pl-1", false]],
      [ingress, [undefined, undefined, undefined, true]],
      [ingress, [undefined, "sg-2", undefined, false]],
      [
        ["egress", "-1", undefined, undefined],
        ["0.0.0.0/0", undefined, undefined, false],
      ],
    ]);
  });

  it("gives every rule an id of its own", () => {
    const ids = securityGroupRules(group, region).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids[0], "sg-1/ingress/tcp/5432-5433/10.0.0.0/8");
  });

  it("names each prefix list once", () => {
    assert.deepEqual(referencedPrefixLists([group, group]), ["pl-1"]);
  });
});

describe("from-account: prefix list", () => {
  it("maps its entries", () => {
    const entries = { items: [{ Cidr: "10.0.0.0/8" }, { Cidr: "192.168.0.0/16" }] };
    assert.deepEqual(prefixList("pl-1", entries, region).entries, ["10.0.0.0/8", "192.168.0.0/16"]);
  });

  it("does not know any when some are unread", () => {
    const entries = { items: [{ Cidr: "10.0.0.0/8" }], unread: "ec2:GetManagedPrefixListEntries was denied" };
    assert.deepEqual(
      prefixList("pl-1", entries, region).entries,
      unknown("the entries of pl-1 (ec2:GetManagedPrefixListEntries was denied)"),
    );
  });
});

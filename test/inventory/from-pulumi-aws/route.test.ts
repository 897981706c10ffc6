import assert from "node:assert/strict";
import type { Route } from "../../../inventory/model";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row, urn } from "../../support/program";

type RouteProps = NonNullable<Extract<Row, { type: "aws:ec2/route:Route" }>["props"]>;

const gateways: readonly Row[] = [
  { type: "aws:ec2/internetGateway:InternetGateway", name: "internet" },
  { type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", name: "egress" },
  { type: "aws:ec2/natGateway:NatGateway", name: "nat" },
  { type: "aws:ec2/vpnGateway:VpnGateway", name: "vpn" },
  { type: "aws:iam/role:Role", name: "stranger" },
];

function routeTo(props: RouteProps): Route {
  const [route] = program([
    ...gateways,
    { type: "aws:ec2/route:Route", name: "route", props: { routeTableId: "rtb-1", ...props } },
  ]).routes;
  assert.ok(route);
  return route;
}

describe("the target of a route", () => {
  const cases: readonly (readonly [shows: string, props: RouteProps, target: Route["target"] | "unknown"])[] = [
    ["the id of an internet gateway", { gatewayId: "igw-1" }, "internet-gateway"],
    ["an internet gateway of the program", { gatewayId: pending("internet") }, "internet-gateway"],
    ["one of several gateways", { gatewayId: pending("vpn", "internet") }, "internet-gateway"],
    ["the local gateway", { gatewayId: "local" }, "local"],
    ["a VPN gateway", { gatewayId: "vgw-1" }, "other"],
    ["a VPN gateway of the program", { gatewayId: pending("vpn") }, "other"],
    ["a gateway of an unknown kind", { gatewayId: pending("stranger") }, "unknown"],
    ["an egress-only gateway", { egressOnlyGatewayId: pending("egress") }, "egress-only-internet-gateway"],
    ["a NAT gateway", { natGatewayId: pending("nat") }, "nat-gateway"],
    ["a NAT instance", { networkInterfaceId: "eni-1" }, "network-interface"],
    [
      "an interface that the provider computes beside the gateway",
      { networkInterfaceId: pending(), gatewayId: "igw-1" },
      "internet-gateway",
    ],
    ["a transit gateway", { transitGatewayId: "tgw-1" }, "other"],
    ["a NAT gateway beside what the provider leaves empty", { gatewayId: "", natGatewayId: "nat-1" }, "nat-gateway"],
  ];
  for (const [shows, props, target] of cases) {
    it(shows, () => {
      const found = routeTo(props).target;
      assert.equal(isUnknown(found) ? "unknown" : found, target);
    });
  }
});

describe("the routes of route tables", () => {
  it("are inline ones, each with its target and destination", () => {
    const table = { type: "aws:ec2/routeTable:RouteTable", name: "table" } as const;
    const { routes } = program([
      ...gateways,
      {
        ...table,
        props: {
          vpcId: "vpc-1",
          routes: [
            { cidrBlock: "0.0.0.0/0", gatewayId: pending("internet") },
            { ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
          ],
        },
      },
    ]);
    assert.deepEqual(
      routes.map(({ destination, target }) => [destination, target]),
      [
        ["0.0.0.0/0", "internet-gateway"],
        ["::/0", "egress-only-internet-gateway"],
      ],
    );
    assert.ok(routes.every(({ routeTable }) => isUnknown(routeTable) && routeTable.sources.includes(urn(table))));
  });

  it("are one unknown route where the list is unknown", () => {
    const { routes } = program([
      { type: "aws:ec2/routeTable:RouteTable", name: "table", props: { vpcId: "vpc-1", routes: pending() } },
    ]);
    assert.equal(routes.length, 1);
    assert.ok(isUnknown(routes[0]?.target));
  });

  it("lead to the VPC where they name its main route table", () => {
    const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc" } as const;
    const { routes, routeTables } = program([
      vpc,
      { type: "aws:ec2/route:Route", name: "route", props: { routeTableId: pending("vpc"), gatewayId: "igw-1" } },
      {
        type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        name: "main",
        props: { defaultRouteTableId: pending("vpc") },
      },
    ]);
    assert.deepEqual(isUnknown(routes[0]?.routeTable) && routes[0].routeTable.sources, [urn(vpc)]);
    assert.equal(routeTables[0]?.main, true);
    assert.deepEqual(isUnknown(routeTables[0].vpc) && routeTables[0].vpc.sources, [urn(vpc)]);
  });
});

import type { RouteTarget } from "../model";

/** Types that a route can lead to, by which a target is told while its id is not known. */
export const nativeRouteTargetTypes = {
  "aws-native:ec2:InternetGateway": "internet-gateway",
  "aws-native:ec2:EgressOnlyInternetGateway": "egress-only-internet-gateway",
  "aws-native:ec2:NatGateway": "nat-gateway",
  "aws-native:ec2:NetworkInterface": "network-interface",
  "aws-native:ec2:Instance": "network-interface",
  "aws-native:ec2:VpnGateway": "other",
  "aws-native:ec2:VpcEndpoint": "other",
} as const satisfies Readonly<Record<string, RouteTarget>>;

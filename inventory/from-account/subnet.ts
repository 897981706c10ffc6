import type { Subnet as AwsSubnet } from "@aws-sdk/client-ec2";
import type { Subnet } from "../model";
import { tagged, tagName } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export function subnet(described: AwsSubnet, region: string): Subnet {
  const subnetId = described.SubnetId ?? "";
  const id = described.SubnetArn ?? subnetId;
  return {
    id,
    name: tagName(described.Tags) ?? subnetId,
    identifiers: [id, subnetId],
    region,
    ...tagged(described.Tags),
    vpc: described.VpcId,
    availabilityZone: described.AvailabilityZone,
    mapPublicIpOnLaunch: described.MapPublicIpOnLaunch ?? false,
    assignIpv6AddressOnCreation: described.AssignIpv6AddressOnCreation ?? false,
  };
}

import type { VpcEndpoint as AwsVpcEndpoint } from "@aws-sdk/client-ec2";
import type { VpcEndpoint } from "../model";
import { partitionOf } from "../partition";
import { tagged } from "./tags";

/**
 * The endpoints that are there: AWS lists deleted ones for a while.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
 */
export function vpcEndpoints(endpoints: readonly AwsVpcEndpoint[], region: string): readonly VpcEndpoint[] {
  return endpoints
    .filter(({ State }) => !/^delet/i.test(State ?? ""))
    .map((endpoint) => {
      const id = endpoint.VpcEndpointId ?? "";
      return {
        id,
        name: id,
        // AWS does not say its ARN; what it belongs to follows from the account in there.
        identifiers: [id, ...(endpoint.OwnerId === undefined ? [] : [arnOf(id, endpoint.OwnerId, region)])],
        region,
        ...tagged(endpoint.Tags),
        vpc: endpoint.VpcId,
        serviceName: endpoint.ServiceName,
        document: endpoint.PolicyDocument,
      };
    });
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
function arnOf(id: string, account: string, region: string): string {
  return `arn:${partitionOf(region)}:ec2:${region}:${account}:vpc-endpoint/${id}`;
}

import type { Cluster, SubnetGroup } from "@aws-sdk/client-dax";
import type { DaxCluster, DaxSubnetGroup } from "../model";

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_Cluster.html */
export function daxCluster(cluster: Cluster, region: string): DaxCluster {
  const name = cluster.ClusterName ?? "";
  const id = cluster.ClusterArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    encryptedAtRest: cluster.SSEDescription?.Status === "ENABLED",
    endpointEncryption: cluster.ClusterEndpointEncryptionType,
    nodes: cluster.TotalNodes,
    availabilityZones: cluster.Nodes?.map((node) => node.AvailabilityZone),
    securityGroups: (cluster.SecurityGroups ?? []).map((group) => group.SecurityGroupIdentifier),
    subnetGroup: cluster.SubnetGroup,
  };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_SubnetGroup.html */
export function daxSubnetGroup(group: SubnetGroup, region: string): DaxSubnetGroup {
  const name = group.SubnetGroupName ?? "";
  return {
    id: name,
    name,
    identifiers: [name],
    region,
    subnets: (group.Subnets ?? []).map((subnet) => subnet.SubnetIdentifier),
  };
}

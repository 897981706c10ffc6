import type { GlobalCluster as AwsGlobalCluster } from "@aws-sdk/client-rds";
import type { GlobalCluster } from "../model";
import { tagged } from "./tags";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html */
export function globalCluster(cluster: AwsGlobalCluster, region: string): GlobalCluster {
  const name = cluster.GlobalClusterIdentifier ?? "";
  const id = cluster.GlobalClusterArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    ...tagged(cluster.TagList),
    engine: cluster.Engine,
    engineVersion: cluster.EngineVersion,
    storageEncrypted: cluster.StorageEncrypted ?? false,
    // What it was made from is one of its members by now.
    sourceCluster: undefined,
  };
}

/** Whether the primary cluster lies in the region: a global cluster is listed in every region of its members. */
export function hasPrimaryIn(region: string, { GlobalClusterMembers: members = [] }: AwsGlobalCluster): boolean {
  const writer = members.find(({ IsWriter }) => IsWriter === true);
  return writer?.DBClusterArn === undefined || writer.DBClusterArn.split(":")[3] === region;
}

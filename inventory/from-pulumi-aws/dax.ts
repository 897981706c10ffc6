import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown } from "../value";
import { securityGroupTypes } from "./security-group";
import { subnetTypes } from "./subnet";

/** aws.dax.Cluster */
export function daxCluster(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const encryption = properties.object("serverSideEncryption");
  return {
    daxClusters: [
      {
        ...resourceOf(resource, ["arn", "clusterName"]),
        encryptedAtRest: isUnknown(encryption) ? encryption : encryption?.boolean("enabled"),
        endpointEncryption: properties.string("clusterEndpointEncryptionType"),
        nodes: properties.number("replicationFactor"),
        availabilityZones: properties.strings("availabilityZones"),
        securityGroups: properties.references("securityGroupIds", securityGroupTypes),
        subnetGroup: properties.reference("subnetGroupName"),
      },
    ],
  };
}

/** aws.dax.SubnetGroup */
export function daxSubnetGroup(resource: ProgramResource): Part {
  const subnets = Properties.of(resource).references("subnetIds", subnetTypes);
  return { daxSubnetGroups: [{ ...resourceOf(resource, ["name"]), subnets }] };
}

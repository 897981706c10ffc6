import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.rds.GlobalCluster */
export function globalCluster(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    globalClusters: [
      {
        ...resourceOf(resource, ["arn", "globalClusterIdentifier", "globalClusterResourceId"]),
        engine: properties.reference("engine"),
        engineVersion: properties.reference("engineVersion"),
        storageEncrypted: properties.boolean("storageEncrypted"),
        sourceCluster: properties.reference("sourceDbClusterIdentifier"),
      },
    ],
  };
}

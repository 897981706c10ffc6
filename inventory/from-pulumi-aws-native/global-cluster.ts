import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::RDS::GlobalCluster */
export function globalCluster(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    globalClusters: [
      {
        ...nativeResource(resource, ["globalClusterIdentifier"]),
        engine: properties.reference("engine"),
        engineVersion: properties.reference("engineVersion"),
        storageEncrypted: properties.boolean("storageEncrypted"),
        sourceCluster: properties.reference("sourceDbClusterIdentifier"),
      },
    ],
  };
}

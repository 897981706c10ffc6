import type { DbSnapshot } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource, nativeTags } from "./native-resource";

/** AWS::RDS::DBSnapshot */
export function dbSnapshot(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...nativeResource(resource, ["dbSnapshotIdentifier"], "dbSnapshotArn"),
        ...common(resource),
        instance: properties.reference("dbInstanceIdentifier"),
        cluster: undefined,
        encrypted: properties.boolean("encrypted"),
      },
    ],
  };
}

/** AWS::RDS::DBClusterSnapshot */
export function dbClusterSnapshot(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...nativeResource(resource, ["dbClusterSnapshotIdentifier"], "dbClusterSnapshotArn"),
        ...common(resource),
        instance: undefined,
        cluster: properties.reference("dbClusterIdentifier"),
        encrypted: properties.boolean("storageEncrypted"),
      },
    ],
  };
}

/** Neither type can copy or share. */
function common(resource: ProgramResource): Pick<DbSnapshot, "kmsKeyId" | "copyOf" | "sharedAccounts" | "tags"> {
  return {
    kmsKeyId: Properties.of(resource).reference("kmsKeyId"),
    copyOf: undefined,
    sharedAccounts: undefined,
    tags: nativeTags(resource),
  };
}

import { unknown } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** aws.rds.Snapshot */
export function dbSnapshot(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbSnapshotArn", "dbSnapshotIdentifier"]),
        instance: properties.reference("dbInstanceIdentifier"),
        encrypted: properties.boolean("encrypted"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
  };
}

/** aws.rds.SnapshotCopy: a key makes an encrypted copy, even of a snapshot that is not. */
export function dbSnapshotCopy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const encrypted = properties.boolean("encrypted") ?? unknown("the encryption of the snapshot that is copied");
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbSnapshotArn", "targetDbSnapshotIdentifier"]),
        instance: undefined,
        encrypted: properties.has("kmsKeyId") ? true : encrypted,
        kmsKeyId: properties.reference("kmsKeyId") ?? unknown("the key of the snapshot that is copied"),
      },
    ],
  };
}

import type { DbSnapshot } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { isRegion, Properties, resourceOf } from "../program/properties";

/** aws.rds.Snapshot */
export function dbSnapshot(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbSnapshotArn", "dbSnapshotIdentifier"]),
        ...common(properties),
        instance: properties.reference("dbInstanceIdentifier"),
        cluster: undefined,
        copyOf: undefined,
        encrypted: properties.boolean("encrypted"),
      },
    ],
  };
}

/** aws.rds.ClusterSnapshot */
export function dbClusterSnapshot(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbClusterSnapshotArn", "dbClusterSnapshotIdentifier"]),
        ...common(properties),
        instance: undefined,
        cluster: properties.reference("dbClusterIdentifier"),
        copyOf: undefined,
        encrypted: properties.boolean("storageEncrypted"),
      },
    ],
  };
}

/**
 * aws.rds.SnapshotCopy: a key makes an encrypted copy, even of a snapshot that is not.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
 */
export function dbSnapshotCopy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbSnapshotArn", "targetDbSnapshotIdentifier"]),
        ...common(properties),
        ...destination(properties),
        instance: undefined,
        cluster: undefined,
        copyOf: properties.reference("sourceDbSnapshotIdentifier"),
        encrypted: properties.has("kmsKeyId") ? true : properties.boolean("encrypted"),
      },
    ],
  };
}

/**
 * aws.rds.ClusterSnapshotCopy, which RDS refuses to encrypt where its source is not encrypted.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html
 */
export function dbClusterSnapshotCopy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSnapshots: [
      {
        ...resourceOf(resource, ["dbClusterSnapshotArn", "targetDbClusterSnapshotIdentifier"]),
        ...common(properties),
        ...destination(properties),
        instance: undefined,
        cluster: undefined,
        copyOf: properties.reference("sourceDbClusterSnapshotIdentifier"),
        encrypted: properties.boolean("storageEncrypted"),
      },
    ],
  };
}

function common(properties: Properties): Pick<DbSnapshot, "kmsKeyId" | "sharedAccounts" | "tags"> {
  return {
    kmsKeyId: properties.reference("kmsKeyId"),
    sharedAccounts: properties.strings("sharedAccounts"),
    tags: properties.tags(),
  };
}

/** A copy that goes to another region lies there. */
function destination(properties: Properties): { readonly region?: string } {
  const region = properties.reference("destinationRegion");
  return isRegion(region) ? { region } : {};
}

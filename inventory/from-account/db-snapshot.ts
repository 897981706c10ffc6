import type { DBClusterSnapshot, DBSnapshot } from "@aws-sdk/client-rds";
import type { DbSnapshot } from "../model";
import { unknown } from "../value";
import type { Fact } from "./description";
import { tagsOf } from "./tags";

/** The accounts that a snapshot is shared with, as its attribute `restore` lists them. */
export type Shares = ReadonlyMap<string, Fact<readonly string[]>>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html */
export function dbSnapshot(snapshot: DBSnapshot, shares: Shares, region: string): DbSnapshot {
  const name = snapshot.DBSnapshotIdentifier ?? "";
  const id = snapshot.DBSnapshotArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    instance: snapshot.DBInstanceIdentifier,
    cluster: undefined,
    copyOf: snapshot.SourceDBSnapshotIdentifier,
    encrypted: snapshot.Encrypted ?? false,
    kmsKeyId: snapshot.KmsKeyId,
    sharedAccounts: sharedWith(name, shares),
    tags: tagsOf(snapshot.TagList),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html */
export function dbClusterSnapshot(snapshot: DBClusterSnapshot, shares: Shares, region: string): DbSnapshot {
  const name = snapshot.DBClusterSnapshotIdentifier ?? "";
  const id = snapshot.DBClusterSnapshotArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    instance: undefined,
    cluster: snapshot.DBClusterIdentifier,
    copyOf: snapshot.SourceDBClusterSnapshotArn,
    encrypted: snapshot.StorageEncrypted ?? false,
    kmsKeyId: snapshot.KmsKeyId,
    sharedAccounts: sharedWith(name, shares),
    tags: tagsOf(snapshot.TagList),
  };
}

function sharedWith(name: string, shares: Shares): DbSnapshot["sharedAccounts"] {
  const fact = shares.get(name);
  if (fact === undefined) {
    return [];
  }
  return "value" in fact ? fact.value : unknown(`the accounts that ${name} is shared with (${fact.unread})`);
}

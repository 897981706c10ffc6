import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { KmsAlias, KmsKey } from "../model";
import { unknown } from "../value";
import { type DescribedKey, type Fact, readValue } from "./description";

/**
 * Maps a key under the name that a database gives it.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 */
export function kmsKey(reference: string, described: DescribedKey, region: string): KmsKey {
  const { metadata, policy, rotation, deleted } = described;
  const key = readValue(metadata);
  const id = key?.Arn ?? reference;
  return {
    id,
    name: key?.KeyId ?? reference,
    identifiers: [...new Set(key?.KeyId === undefined ? [id] : [id, key.KeyId])],
    region,
    ...settings(reference, metadata),
    ...(deleted === true ? { rotatable: false } : {}),
    rotationEnabled: factValue(`the rotation of key ${reference}`, rotation ?? unreadWith(metadata)) ?? false,
    document: factValue(`the policy of key ${reference}`, policy ?? unreadWith(metadata)),
  };
}

type Settings = Pick<KmsKey, "manager" | "rotatable" | "enabled" | "pendingDeletion" | "deletionWindow">;

function settings(reference: string, metadata: Fact<KeyMetadata>): Settings {
  if ("unread" in metadata) {
    const unread = unknown(`the key ${reference} (${metadata.unread})`);
    return { manager: unread, rotatable: unread, enabled: unread, pendingDeletion: unread, deletionWindow: unread };
  }
  const key = metadata.value;
  return {
    manager: key.KeyManager === "AWS" ? "aws" : "customer",
    rotatable: isRotatable(key),
    enabled: key.Enabled ?? true,
    pendingDeletion: key.KeyState === "PendingDeletion" || key.KeyState === "PendingReplicaDeletion",
    // The window is chosen when a deletion is scheduled: a key that lives has none.
    deletionWindow: key.PendingDeletionWindowInDays,
  };
}

/**
 * Only symmetric keys whose material KMS made rotate by themselves; a replica rotates with its primary key.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export function isRotatable(key: KeyMetadata): boolean {
  return (
    (key.KeySpec ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT" &&
    (key.Origin ?? "AWS_KMS") === "AWS_KMS" &&
    key.MultiRegionConfiguration?.MultiRegionKeyType !== "REPLICA"
  );
}

/** Of a key that could not be described nothing further was asked. */
function unreadWith(metadata: Fact<KeyMetadata>): { readonly unread: string } | undefined {
  return "unread" in metadata ? metadata : undefined;
}

function factValue<T>(what: string, fact: Fact<T> | undefined) {
  if (fact === undefined) {
    return undefined;
  }
  return "value" in fact ? fact.value : unknown(`${what} (${fact.unread})`);
}

/** The alias, where a database names its key by one; AWS answers with the key that it stands for. */
export function kmsAlias(reference: string, { metadata }: DescribedKey, region: string): KmsAlias | undefined {
  const name = /(?:^|:)(alias\/.+)$/.exec(reference)?.[1];
  if (name === undefined) {
    return undefined;
  }
  return {
    id: reference,
    name,
    identifiers: [...new Set([reference, name])],
    region,
    target: readValue(metadata)?.Arn ?? reference,
  };
}

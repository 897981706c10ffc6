import type { KmsKey } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Value } from "../value";

/** aws.kms.Key, whose deletion no property shows: who plans it takes the key out of the program. */
export function kmsKey(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    kmsKeys: [{ ...keyOf(resource, "isEnabled"), rotatable: rotatable(properties), pendingDeletion: undefined }],
  };
}

/** aws.kms.ExternalKey and aws.kms.ReplicaExternalKey, whose material AWS did not make and cannot rotate by itself. */
export function externalKmsKey(resource: ProgramResource): Part {
  const state = Properties.of(resource).string("keyState");
  const pendingDeletion = state === undefined || isUnknown(state) ? undefined : state === "PendingDeletion";
  return { kmsKeys: [{ ...keyOf(resource, "enabled"), rotatable: false, pendingDeletion }] };
}

/** aws.kms.ReplicaKey, which rotates with its primary key and cannot be told to by itself. */
export function replicaKmsKey(resource: ProgramResource): Part {
  return { kmsKeys: [{ ...keyOf(resource, "enabled"), rotatable: false, pendingDeletion: undefined }] };
}

/** Whatever a program makes is managed by the customer. */
function keyOf(resource: ProgramResource, enabled: string): Omit<KmsKey, "rotatable" | "pendingDeletion"> {
  const properties = Properties.of(resource);
  return {
    ...resourceOf(resource, ["arn", "keyId"]),
    manager: "customer",
    rotationEnabled: properties.boolean("enableKeyRotation"),
    enabled: properties.boolean(enabled),
    deletionWindow: properties.number("deletionWindowInDays"),
    document: properties.document("policy"),
  };
}

/**
 * Only a symmetric encryption key in KMS's own store rotates by itself.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function rotatable(properties: Properties): Value<boolean> {
  const usage = properties.string("keyUsage") ?? "ENCRYPT_DECRYPT";
  const spec = properties.string("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  const otherStore = properties.reference("customKeyStoreId") ?? properties.reference("xksKeyId");
  if (typeof otherStore === "string") {
    return false;
  }
  return isUnknown(usage)
    ? usage
    : isUnknown(spec)
      ? spec
      : usage === "ENCRYPT_DECRYPT" && spec === "SYMMETRIC_DEFAULT";
}

/** aws.kms.KeyPolicy */
export function kmsKeyPolicy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    kmsKeyPolicies: [
      { ...resourceOf(resource, []), key: properties.reference("keyId"), document: properties.document("policy") },
    ],
  };
}

/** aws.kms.Alias */
export function kmsAlias(resource: ProgramResource): Part {
  const target = Properties.of(resource).reference("targetKeyId");
  return { kmsAliases: [{ ...resourceOf(resource, ["arn", "name"]), target }] };
}

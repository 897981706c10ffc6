import type { KmsKey } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, type Value } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::KMS::Key */
export function kmsKey(resource: ProgramResource): Part {
  return { kmsKeys: [{ ...keyOf(resource), rotatable: rotatable(Properties.of(resource)) }] };
}

/** AWS::KMS::ReplicaKey, which rotates with its primary key and cannot be told to by itself. */
export function replicaKmsKey(resource: ProgramResource): Part {
  return { kmsKeys: [{ ...keyOf(resource), rotatable: false }] };
}

/** Whatever a program makes is managed by the customer, and none of its properties shows a deletion. */
function keyOf(resource: ProgramResource): Omit<KmsKey, "rotatable"> {
  const properties = Properties.of(resource);
  return {
    ...nativeResource(resource, ["keyId"]),
    manager: "customer",
    rotationEnabled: properties.boolean("enableKeyRotation"),
    enabled: properties.boolean("enabled"),
    pendingDeletion: undefined,
    deletionWindow: properties.number("pendingWindowInDays"),
    document: properties.document("keyPolicy"),
  };
}

/**
 * Only a symmetric encryption key whose material KMS made rotates by itself.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function rotatable(properties: Properties): Value<boolean> {
  const facts = [
    [properties.string("keyUsage"), "ENCRYPT_DECRYPT"],
    [properties.string("keySpec"), "SYMMETRIC_DEFAULT"],
    [properties.string("origin"), "AWS_KMS"],
  ] as const;
  const other = facts.some(([value, wanted]) => typeof value === "string" && value !== wanted);
  return other ? false : (facts.map(([value]) => value).find(isUnknown) ?? true);
}

/** AWS::KMS::Alias */
export function kmsAlias(resource: ProgramResource): Part {
  const target = Properties.of(resource).reference("targetKeyId");
  return { kmsAliases: [{ ...nativeResource(resource, ["aliasName"]), target }] };
}

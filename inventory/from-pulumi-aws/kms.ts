import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** aws.kms.Key and its kin: whatever a program makes is managed by the customer. */
export function kmsKey(resource: ProgramResource): Part {
  return { kmsKeys: [{ ...resourceOf(resource, ["arn", "keyId"]), manager: "customer" }] };
}

/** aws.kms.Alias */
export function kmsAlias(resource: ProgramResource): Part {
  const target = Properties.of(resource).reference("targetKeyId");
  return { kmsAliases: [{ ...resourceOf(resource, ["arn", "name"]), target }] };
}

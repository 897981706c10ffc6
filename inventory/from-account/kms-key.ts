import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { KmsAlias, KmsKey } from "../model";
import { unknown } from "../value";
import { type Fact, readValue } from "./description";

/**
 * Maps a key under the name that a database gives it.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 */
export function kmsKey(reference: string, fact: Fact<KeyMetadata>, region: string): KmsKey {
  const key = readValue(fact);
  const id = key?.Arn ?? reference;
  return {
    id,
    name: key?.KeyId ?? reference,
    identifiers: key?.KeyId === undefined ? [id] : [id, key.KeyId],
    region,
    manager: "unread" in fact ? unknown(`the key ${reference} (${fact.unread})`) : managerOf(fact.value),
  };
}

/** The alias, where a database names its key by one; AWS answers with the key that it stands for. */
export function kmsAlias(reference: string, fact: Fact<KeyMetadata>, region: string): KmsAlias | undefined {
  const name = /(?:^|:)(alias\/.+)$/.exec(reference)?.[1];
  if (name === undefined) {
    return undefined;
  }
  return {
    id: reference,
    name,
    identifiers: [...new Set([reference, name])],
    region,
    target: readValue(fact)?.Arn ?? reference,
  };
}

function managerOf(key: KeyMetadata): KmsKey["manager"] {
  return key.KeyManager === "AWS" ? "aws" : "customer";
}

import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  type KMSClient,
} from "@aws-sdk/client-kms";
import type { DescribedKey, Fact } from "../../inventory/from-account/description";
import { isRotatable } from "../../inventory/from-account/kms-key";
import type { Calls } from "./calls";
import { unlessGone } from "./gone";

/**
 * The keys that databases and what belongs to them name, each asked about once.
 * @param account the account that is audited, where known
 */
export async function readKeys(
  client: KMSClient,
  calls: Calls,
  account: string | undefined,
  references: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, DescribedKey>> {
  const distinct = new Set(references.flatMap((reference) => reference || []));
  const keys = await Promise.all(
    [...distinct].map(async (reference) => [reference, await readKey(client, calls, account, reference)] as const),
  );
  return new Map(keys);
}

async function readKey(
  client: KMSClient,
  calls: Calls,
  account: string | undefined,
  reference: string,
): Promise<DescribedKey> {
  const metadata: Fact<KeyMetadata | undefined> = await calls.fact("kms:DescribeKey", reference, async () => {
    const answer = await unlessGone(client.send(new DescribeKeyCommand({ KeyId: reference })));
    return answer === undefined ? undefined : (answer.KeyMetadata ?? { KeyId: reference });
  });
  if ("unread" in metadata) {
    return { metadata };
  }
  const key = metadata.value;
  if (key === undefined) {
    return { metadata: { value: deletedKey(reference) }, deleted: true };
  }
  // AWS decides about the keys that it manages.
  if (key.KeyManager === "AWS") {
    return { metadata: { value: key } };
  }
  const KeyId = key.Arn ?? reference;
  const [policy, rotation] = await Promise.all([
    readPolicy(client, calls, account, KeyId),
    // AWS refuses to tell about some of the keys that cannot rotate.
    isRotatable(key)
      ? calls.fact("kms:GetKeyRotationStatus", KeyId, async () => {
          const { KeyRotationEnabled } = await client.send(new GetKeyRotationStatusCommand({ KeyId }));
          return KeyRotationEnabled ?? false;
        })
      : { value: false },
  ]);
  return { metadata: { value: key }, policy, rotation };
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
async function readPolicy(
  client: KMSClient,
  calls: Calls,
  account: string | undefined,
  KeyId: string,
): Promise<Fact<string | undefined>> {
  const owner = KeyId.split(":")[4];
  if (account !== undefined && owner !== undefined && owner !== account) {
    return { unread: `account ${owner} alone can read it` };
  }
  return calls.fact("kms:GetKeyPolicy", KeyId, async () => {
    const { Policy } = await client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" }));
    return Policy;
  });
}

/** What is known of a key that was deleted: it was the customer's, as nobody can delete those of AWS. */
function deletedKey(reference: string): KeyMetadata {
  return { KeyId: reference, KeyManager: "CUSTOMER", Enabled: false };
}

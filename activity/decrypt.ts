import { buildDecrypt } from "@aws-crypto/decrypt-node";
import { CommitmentPolicy, NodeDefaultCryptographicMaterialsManager } from "@aws-crypto/material-management-node";
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from "@aws-crypto/raw-aes-keyring-node";
import { BadRecord } from "./failures";
import { openMessage } from "./message";

// Activity streams are older than key commitment.
const commitmentPolicy = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT;

const { decrypt } = buildDecrypt({ commitmentPolicy, maxEncryptedDataKeys: 1 });

/** What unwraps under each data key, for as long as the key itself is kept. */
const managers = new WeakMap<Uint8Array, NodeDefaultCryptographicMaterialsManager>();

/**
 * Decrypts a message of the AWS Encryption SDK under a plain data key of 32 bytes. Throws a BadRecord.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.CodeExample.html
 */
export async function decryptMessage(ciphertext: Buffer, dataKey: Uint8Array): Promise<Buffer> {
  try {
    const manager = managerOf(dataKey);
    return (await openMessage(ciphertext, manager, commitmentPolicy)) ?? (await decrypt(manager, ciphertext)).plaintext;
  } catch (error) {
    throw new BadRecord("decryption", error instanceof Error ? error.message : String(error));
  }
}

function managerOf(dataKey: Uint8Array): NodeDefaultCryptographicMaterialsManager {
  const known = managers.get(dataKey);
  if (known !== undefined) {
    return known;
  }
  const manager = new NodeDefaultCryptographicMaterialsManager(
    new RawAesKeyringNode({
      keyNamespace: "BC",
      keyName: "DataKey",
      // A copy, as the keyring isolates the whole of the buffer that it is given.
      unencryptedMasterKey: Uint8Array.from(dataKey),
      wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    }),
  );
  managers.set(dataKey, manager);
  return manager;
}

import { buildDecrypt } from "@aws-crypto/decrypt-node";
import { CommitmentPolicy } from "@aws-crypto/material-management-node";
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from "@aws-crypto/raw-aes-keyring-node";
import { BadRecord } from "./failures";

// Activity streams are older than key commitment.
const { decrypt } = buildDecrypt({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT,
  maxEncryptedDataKeys: 1,
});

/** The keyring of each data key, for as long as the key itself is kept. */
const keyrings = new WeakMap<Uint8Array, RawAesKeyringNode>();

/**
 * Decrypts a message of the AWS Encryption SDK under a plain data key of 32 bytes. Throws a BadRecord.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.CodeExample.html
 */
export async function decryptMessage(ciphertext: Buffer, dataKey: Uint8Array): Promise<Buffer> {
  try {
    const { plaintext } = await decrypt(keyringOf(dataKey), ciphertext);
    return plaintext;
  } catch (error) {
    throw new BadRecord("decryption", error instanceof Error ? error.message : String(error));
  }
}

function keyringOf(dataKey: Uint8Array): RawAesKeyringNode {
  const known = keyrings.get(dataKey);
  if (known !== undefined) {
    return known;
  }
  const keyring = new RawAesKeyringNode({
    keyNamespace: "BC",
    keyName: "DataKey",
    // A copy, as the keyring isolates the whole of the buffer that it is given.
    unencryptedMasterKey: Uint8Array.from(dataKey),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
  keyrings.set(dataKey, keyring);
  return keyring;
}

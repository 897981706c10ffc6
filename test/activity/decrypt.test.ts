import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { buildEncrypt } from "@aws-crypto/encrypt-node";
import { AlgorithmSuiteIdentifier, CommitmentPolicy } from "@aws-crypto/material-management-node";
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from "@aws-crypto/raw-aes-keyring-node";
import { decryptMessage } from "../../activity/decrypt";

type Suite = keyof typeof AlgorithmSuiteIdentifier;

const key = Uint8Array.from(randomBytes(32));
const keyring = new RawAesKeyringNode({
  keyNamespace: "BC",
  keyName: "DataKey",
  unencryptedMasterKey: Uint8Array.from(key),
  wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
});

/** A message in frames of 1,000 bytes. */
async function messageOf(plaintext: Buffer, suite: Suite): Promise<Buffer> {
  const commits = suite.includes("COMMIT_KEY");
  const { encrypt } = buildEncrypt(
    commits ? CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT : CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT,
  );
  const options = { suiteId: AlgorithmSuiteIdentifier[suite], frameLength: 1_000, encryptionContext: { of: "orders" } };
  return (await encrypt(keyring, plaintext, options)).result;
}

const suites: readonly Suite[] = [
  "ALG_AES128_GCM_IV12_TAG16",
  "ALG_AES256_GCM_IV12_TAG16",
  "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256",
  "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384",
  "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY",
  "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY_ECDSA_P384",
];

describe("a message of the Encryption SDK", () => {
  for (const suite of suites) {
    it(`of ${suite} is decrypted, whatever its length`, async () => {
      for (const length of [0, 1, 999, 1_000, 1_001, 5_000]) {
        const plaintext = randomBytes(length);
        assert.deepEqual(await decryptMessage(await messageOf(plaintext, suite), key), plaintext);
      }
    });

    it(`of ${suite} is refused with any byte altered or left out at its end`, async () => {
      const message = await messageOf(randomBytes(1_100), suite);
      for (let at = 0; at < message.length; at += at < 400 ? 1 : 37) {
        const altered = Buffer.from(message);
        altered[at] = (altered[at] ?? 0) ^ 1;
        await assert.rejects(decryptMessage(altered, key), { reason: "decryption" }, `byte ${at} altered`);
        await assert.rejects(decryptMessage(message.subarray(0, at), key), { reason: "decryption" }, `${at} bytes`);
      }
    });
  }

  it("is refused with its frames in another order", async () => {
    const suite = "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256";
    const message = await messageOf(randomBytes(2_500), suite);
    // Sequence number, IV, content and tag; the last frame has two more numbers and 500 bytes.
    const [frame, last] = [4 + 12 + 1_000 + 16, 4 + 4 + 12 + 4 + 500 + 16];
    const start = message.length - last - 2 * frame;
    const frames = [start, start + frame].map((from) => message.subarray(from, from + frame));
    const reordered = Buffer.concat([
      message.subarray(0, start),
      ...frames.toReversed(),
      message.subarray(start + 2 * frame),
    ]);
    await assert.rejects(decryptMessage(reordered, key), { reason: "decryption", message: /sequence/ });
  });

  it("is refused under another key", async () => {
    const message = await messageOf(randomBytes(10), "ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256");
    await assert.rejects(decryptMessage(message, Uint8Array.from(randomBytes(32))), { reason: "decryption" });
  });
});

import type { DataKeys } from "./data-keys";
import { decryptMessage } from "./decrypt";
import { type Activity, unpack } from "./events";
import { BadRecord } from "./failures";
import type { KinesisRecord } from "./kinesis";
import { readRecord, type SealedRecord } from "./record";

/** Decrypts and unpacks a record. Throws a BadRecord or a KeyUnavailable. */
export async function open(
  { eventID, kinesis }: Pick<KinesisRecord, "eventID" | "kinesis">,
  dataKeys: DataKeys,
): Promise<{ readonly sealed: SealedRecord; readonly activity: Activity }> {
  const sealed = readRecord(Buffer.from(kinesis.data, "base64"));
  const shard = eventID.split(":")[0] ?? "";
  const decrypt = async () => decryptMessage(sealed.ciphertext, await dataKeys.get(shard, sealed.encryptedKey));
  const plaintext = await decrypt().catch((error: unknown) => {
    // A key that was kept may have gone wrong here: KMS is asked once more before the record is given up.
    if (error instanceof BadRecord && error.reason === "decryption" && dataKeys.forget(shard, sealed.encryptedKey)) {
      return decrypt();
    }
    throw error;
  });
  return { sealed, activity: unpack(plaintext) };
}

import { BadRecord, KeyUnavailable } from "./failures";

/** Asks KMS to decrypt a data key under the cluster's encryption context. */
export type DecryptKey = (encryptedKey: Uint8Array) => Promise<Uint8Array>;

export interface DataKeys {
  /** The data key of a record of a shard. Throws a BadRecord or a KeyUnavailable. */
  get(shard: string, encryptedKey: Buffer): Promise<Uint8Array>;
  /** Forgets a data key that did not decrypt its record. True: it came from here, so that asking anew may help. */
  forget(shard: string, encryptedKey: Buffer): boolean;
}

export interface Bounds {
  /** Data keys of a shard that are kept. Default: 20. */
  readonly perShard?: number;
  /** Shards whose keys are kept. Default: 100. */
  readonly shards?: number;
  /** Milliseconds that a data key is kept, after which KMS is asked again. Default: five minutes. */
  readonly maxAge?: number;
}

interface Kept {
  readonly key: Uint8Array;
  readonly since: number;
}

/**
 * Keeps the data keys that KMS decrypted, so that it is asked once a key and not once a record. RDS changes the key now
 * and then; what is older than `maxAge` is asked again, so that access that was taken away ends reading within it.
 */
export function createDataKeys(decrypt: DecryptKey, bounds: Bounds = {}, now: () => number = Date.now): DataKeys {
  const { perShard = 20, shards = 100, maxAge = 5 * 60_000 } = bounds;
  // A Map keeps the order in which its entries were put: the first is the one to go.
  const kept = new Map<string, Map<string, Kept>>();

  return {
    async get(shard, encryptedKey) {
      const id = encryptedKey.toString("base64");
      const keys = kept.get(shard) ?? new Map<string, Kept>();
      const found = keys.get(id);
      if (found !== undefined && now() - found.since < maxAge) {
        put(keys, id, found, perShard);
        return found.key;
      }
      const key = await ask(decrypt, encryptedKey);
      put(keys, id, { key, since: now() }, perShard);
      put(kept, shard, keys, shards);
      return key;
    },
    forget: (shard, encryptedKey) => kept.get(shard)?.delete(encryptedKey.toString("base64")) ?? false,
  };
}

function put<T>(map: Map<string, T>, id: string, value: T, limit: number): void {
  map.delete(id);
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > limit && oldest !== undefined) {
    map.delete(oldest);
  }
}

/**
 * The answers that are about what was asked; every other may be another one tomorrow.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
const aboutTheData: readonly string[] = ["InvalidCiphertextException", "IncorrectKeyException"];

async function ask(decrypt: DecryptKey, encryptedKey: Buffer): Promise<Uint8Array> {
  try {
    return await decrypt(encryptedKey);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (aboutTheData.includes(name)) {
      throw new BadRecord("data-key", `KMS takes the data key for none of this stream's: ${message || name}`);
    }
    throw new KeyUnavailable(`KMS did not decrypt the data key: ${name}: ${message}`);
  }
}

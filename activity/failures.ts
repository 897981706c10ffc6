/** Why a record can never be read, as its dead letter says. */
export type BadReason =
  /** It is no record of an activity stream. */
  | "malformed"
  /** KMS says that the data key is not one of this stream's. */
  | "data-key"
  /** It is not what was encrypted: its authentication tag, or its form as a message of the Encryption SDK, is wrong. */
  | "decryption"
  /** It is no gzip, or too large unpacked. */
  | "compression"
  /** What it held is no list of activity events. */
  | "content"
  /** The consumer itself failed at it. */
  | "unexpected";

/** A record that no retry can read. It goes to the dead-letter queue, still encrypted. */
export class BadRecord extends Error {
  override readonly name = "BadRecord";

  constructor(
    readonly reason: BadReason,
    message: string,
  ) {
    super(message);
  }
}

/**
 * KMS did not decrypt a data key for a reason that lies outside the record: access denied, key disabled or pending
 * deletion, throttling, no network. The consumer stops before the record and reads it again later.
 */
export class KeyUnavailable extends Error {
  override readonly name = "KeyUnavailable";
}

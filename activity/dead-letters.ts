import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

/** A record of the stream that cannot be read, as it lies in the dead-letter queue: still encrypted. */
export interface DeadLetter {
  readonly version: 1;
  readonly reason: string;
  readonly detail: string;
  readonly streamArn: string;
  readonly shardId: string;
  readonly sequenceNumber: string;
  readonly partitionKey: string;
  /** Seconds since 1970 at which the record came to the stream. */
  readonly arrivedAt: number;
  /** The record's data, as base64. Absent where it is too large for a message. */
  readonly data?: string;
  /** Where the data lies then, not as base64. */
  readonly object?: { readonly bucket: string; readonly key: string };
}

export interface DeadLetterPlaces {
  readonly sqs: Pick<SQSClient, "send">;
  readonly s3: Pick<S3Client, "send">;
  readonly queueUrl: string;
  readonly bucket: string;
  /** Of the objects' keys, with a slash behind. */
  readonly prefix: string;
}

/**
 * Bytes of a message: the limit that every queue has, whatever it was set to.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
const largestMessage = 256 * 1024;

/** Puts a record in the dead-letter queue; one too large for a message goes to the bucket, and its place to the queue. */
export async function sendDeadLetter(
  letter: DeadLetter & { readonly data: string },
  { sqs, s3, queueUrl, bucket, prefix }: DeadLetterPlaces,
): Promise<void> {
  const whole = JSON.stringify(letter);
  let body = whole;
  if (Buffer.byteLength(whole) > largestMessage) {
    const { data, ...rest } = letter;
    // The same record has the same place, however often it comes.
    const key = `${prefix}${letter.shardId}/${letter.sequenceNumber}`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(data, "base64") }));
    body = JSON.stringify({ ...rest, object: { bucket, key } } satisfies DeadLetter);
  }
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
}

/** Reads a message of the queue. Undefined: it is no dead letter. */
export function readDeadLetter(body: string): DeadLetter | undefined {
  try {
    const letter = JSON.parse(body) as DeadLetter;
    const whole = typeof letter.data === "string" || typeof letter.object?.key === "string";
    return letter.version === 1 && typeof letter.sequenceNumber === "string" && whole ? letter : undefined;
  } catch {
    return undefined;
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { FirehoseClient } from "@aws-sdk/client-firehose";
import { DecryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { consume } from "./consume";
import { createDataKeys } from "./data-keys";
import type { BatchResponse, KinesisBatch } from "./kinesis";
import { readSettings } from "./settings";

// Wrong settings end the function before it reads anything.
const settings = readSettings(process.env);
const { region } = settings;

const kms = new KMSClient({ region });
const firehose = new FirehoseClient({ region });
const sns = new SNSClient({ region });
const sqs = new SQSClient({ region });
const s3 = new S3Client({ region });

const dataKeys = createDataKeys(async (encryptedKey) => {
  const { Plaintext: key } = await kms.send(
    new DecryptCommand({
      // Without it KMS tells of a key that the role may not use, as it does when access is taken away.
      KeyId: settings.streamKeyArn,
      CiphertextBlob: encryptedKey,
      EncryptionContext: { ...settings.encryptionContext },
    }),
  );
  if (key === undefined) {
    throw new Error("KMS answered without a key");
  }
  return key;
});

/** The Lambda handler of the consumer. */
export async function handler(
  batch: KinesisBatch,
  context: { getRemainingTimeInMillis(): number },
): Promise<BatchResponse> {
  return consume(batch, {
    settings,
    dataKeys,
    firehose,
    sns,
    sqs,
    s3,
    clock: {
      now: Date.now,
      timeLeft: () => context.getRemainingTimeInMillis(),
      sleep: (milliseconds) => sleep(milliseconds),
      random: Math.random,
    },
    log: (line) => console.log(line),
  });
}

import type { StreamDescriptionSummary } from "@aws-sdk/client-kinesis";
import type { KinesisStream } from "../model";
import { unknown } from "../value";
import { type Fact, readValue } from "./description";

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescriptionSummary.html */
export function kinesisStream(arn: string, fact: Fact<StreamDescriptionSummary>, region: string): KinesisStream {
  const stream = readValue(fact);
  const name = stream?.StreamName ?? arn.split("/").at(-1) ?? arn;
  const unread = "unread" in fact ? unknown(`the stream ${name} (${fact.unread})`) : undefined;
  return {
    id: arn,
    name,
    identifiers: [arn, name],
    region,
    encryptionType: unread ?? stream?.EncryptionType,
    kmsKeyId: unread ?? stream?.KeyId,
  };
}

import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.kinesis.Stream */
export function kinesisStream(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    kinesisStreams: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        encryptionType: properties.string("encryptionType"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
  };
}

/** aws.dynamodb.KinesisStreamingDestination */
export function kinesisDestination(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    kinesisDestinations: [
      {
        ...resourceOf(resource, []),
        table: properties.reference("tableName"),
        stream: properties.reference("streamArn"),
      },
    ],
  };
}

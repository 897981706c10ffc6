import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::Kinesis::Stream */
export function kinesisStream(resource: ProgramResource): Part {
  const encryption = Properties.of(resource).object("streamEncryption");
  return {
    kinesisStreams: [
      {
        ...nativeResource(resource, ["name"]),
        encryptionType: isUnknown(encryption) ? encryption : encryption?.string("encryptionType"),
        kmsKeyId: isUnknown(encryption) ? encryption : encryption?.reference("keyId"),
      },
    ],
  };
}

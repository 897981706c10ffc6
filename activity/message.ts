import {
  type CommitmentPolicy,
  CommitmentPolicySuites,
  getDecryptionHelper,
  NodeAlgorithmSuite,
  type NodeDefaultCryptographicMaterialsManager,
  needs,
} from "@aws-crypto/material-management-node";
import { aadFactory, decodeBodyHeader, deserializeFactory } from "@aws-crypto/serialize";

const { deserializeMessageHeader } = deserializeFactory(
  (bytes) => asBuffer(bytes).toString("utf8"),
  NodeAlgorithmSuite,
);
const { messageAAD, messageAADContentString } = aadFactory((text) => Buffer.from(text, "utf8"));

/**
 * Decrypts a whole message of the AWS Encryption SDK by the SDK's own parts, without the chain of streams that
 * `@aws-crypto/decrypt-node` makes for each: a record is in memory, and most are small. It checks what the SDK checks, in
 * its order.
 * @returns undefined for a message that is signed, or that goes on after its end, which is for the SDK to judge
 * https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export async function openMessage(
  message: Buffer,
  materials: NodeDefaultCryptographicMaterialsManager,
  commitmentPolicy: CommitmentPolicy,
): Promise<Buffer | undefined> {
  const header = deserializeMessageHeader(message, { maxEncryptedDataKeys: 1 });
  needs(header, "Incomplete Header");
  const { messageHeader, algorithmSuite, rawHeader, headerAuth } = header;
  const suite = new NodeAlgorithmSuite(algorithmSuite.id);
  if (suite.signatureCurve !== undefined) {
    return undefined;
  }
  const { messageId, encryptionContext, encryptedDataKeys, contentType } = messageHeader;
  CommitmentPolicySuites.isDecryptEnabled(commitmentPolicy, suite, asBuffer(messageId).toString("hex"));
  const material = await materials.decryptMaterials({
    suite,
    encryptionContext,
    encryptedDataKeys: [...encryptedDataKeys],
  });
  const { getDecipherInfo, dispose } = getDecryptionHelper(material);
  try {
    const decipherOf = getDecipherInfo(messageId, "suiteData" in messageHeader ? messageHeader.suiteData : undefined);
    decipherOf(headerAuth.headerIv).setAAD(asBuffer(rawHeader)).setAuthTag(asBuffer(headerAuth.headerAuthTag)).final();

    const frames: Buffer[] = [];
    let at = rawHeader.byteLength + headerAuth.headerAuthLength;
    for (let sequence = 1, last = false; !last; sequence++) {
      const frame = decodeBodyHeader(message, header, at);
      needs(frame, "Incomplete message");
      needs(frame.sequenceNumber === sequence, "Encrypted body sequence out of order.");
      const end = frame.readPos + frame.contentLength;
      at = end + frame.tagLength / 8;
      needs(at <= message.length, "Incomplete message");
      const place = messageAADContentString({ contentType, isFinalFrame: frame.isFinalFrame });
      const decipher = decipherOf(frame.iv)
        .setAAD(asBuffer(messageAAD(messageId, place, sequence, frame.contentLength)))
        .setAuthTag(message.subarray(end, at));
      frames.push(decipher.update(message.subarray(frame.readPos, end)));
      frames.push(decipher.final());
      last = frame.isFinalFrame;
    }
    return at === message.length ? Buffer.concat(frames) : undefined;
  } finally {
    dispose();
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

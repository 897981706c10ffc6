import type { Inventory, KinesisStream } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const encrypted = defineControl<"kinesisStreams", object>({
  id: "dynamodb-stream-consumer-encrypted",
  title: "Kinesis stream of a DynamoDB table is encrypted",
  subject: "kinesisStreams",
  severity: "medium",
  why: "The stream holds the table's items as they were before and after each change.",
  remediation: "Set encryptionType to KMS and kmsKeyId to a key that the stream's readers may use.",
  peerIds: {
    securityHub: ["Kinesis.1"],
    nist: ["CA-9(1)", "CM-3(6)", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)", "SI-7(6)"],
    checkov: ["CKV_AWS_43", "CKV_AWS_185"],
    trivy: ["AWS-0064"],
    prowler: ["kinesis_stream_encrypted_at_rest"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(stream: KinesisStream, inventory: Inventory): Answer {
  if (stream.identifiers.some((identifier) => /(^|:stream\/)aws-rds-das-/.test(identifier))) {
    return notApplicable("its records are those of an activity stream, which are encrypted already");
  }
  const destinations = referrers(inventory, "kinesisDestinations", "stream", "kinesisStreams", stream);
  if (destinations.found.length === 0 && destinations.unknowns.length === 0) {
    return notApplicable("no table sends its changes to it");
  }
  const answer = judgeEncryption(stream);
  const [waiting] = destinations.unknowns;
  return answer.answer === "fails" && destinations.found.length === 0 && waiting !== undefined
    ? undecided(waiting.waitsFor)
    : answer;
}

function judgeEncryption({ encryptionType }: KinesisStream): Answer {
  if (isUnknown(encryptionType)) {
    return undecided(encryptionType.waitsFor);
  }
  if (encryptionType?.toUpperCase() === "KMS") {
    return holds;
  }
  return fails(
    encryptionType === undefined
      ? "encryptionType is not set (not encrypted)"
      : `encryptionType is ${shown(encryptionType, "name")}`,
    "it must be KMS",
  );
}

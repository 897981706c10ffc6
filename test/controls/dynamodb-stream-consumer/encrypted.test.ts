import { emptyInventory } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

function stream(props: Extract<Row, { type: "aws:kinesis/stream:Stream" }>["props"]): Row {
  return { type: "aws:kinesis/stream:Stream", name: "subject", props };
}

function destination(streamArn: string | ReturnType<typeof pending>): Row {
  return {
    type: "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
    name: "changes",
    props: { tableName: "orders", streamArn },
  };
}

const arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/changes";
const observed = { id: arn, name: "subject", identifiers: [arn, "changes"], kmsKeyId: undefined };

describeControl("dynamodb-stream-consumer-encrypted", [
  {
    shows: "a stream that is encrypted",
    given: [stream({ encryptionType: "KMS", kmsKeyId: "alias/changes" }), destination(pending("subject"))],
    answer: "holds",
  },
  {
    shows: "a stream that is not, by dependency in a first preview",
    given: [stream({}), destination(pending("subject"))],
    answer: "fails",
    says: "encryptionType is not set (not encrypted)",
  },
  {
    shows: "a stream that is not, by its ARN",
    given: [stream({ arn, encryptionType: "NONE" }), destination(arn)],
    answer: "fails",
    says: "encryptionType is NONE",
  },
  {
    shows: "KMS in other letters",
    given: [stream({ encryptionType: "kms" }), destination(pending("subject"))],
    answer: "holds",
  },
  { shows: "a stream of no table", given: [stream({})], answer: "not-applicable" },
  { shows: "a stream of no table beside one", given: [stream({}), destination(arn)], answer: "not-applicable" },
  {
    shows: "the stream of an activity stream, which must stay as it is",
    given: [stream({ name: "aws-rds-das-cluster-ABCDEFGHIJKL01234" }), destination(pending("subject"))],
    answer: "not-applicable",
  },
  {
    shows: "an encryption that is known at deploy",
    given: [stream({ encryptionType: pending() }), destination(pending("subject"))],
    answer: "undecided",
    says: "encryptionType, known at deploy",
  },
  {
    shows: "a destination that is known at deploy",
    given: [stream({}), destination(pending())],
    answer: "undecided",
    says: "streamArn, known at deploy",
  },
  {
    shows: "an encrypted stream and a destination that is known at deploy",
    given: [stream({ encryptionType: "KMS" }), destination(pending())],
    answer: "holds",
  },
  {
    shows: "a stream of an account",
    given: {
      ...emptyInventory("account"),
      kinesisStreams: [{ ...observed, encryptionType: "NONE" }],
      kinesisDestinations: [{ id: "destination", name: "orders", identifiers: [], table: "orders", stream: arn }],
    },
    answer: "fails",
  },
  {
    shows: "a stream of an account of which the destinations could not be read",
    given: {
      ...emptyInventory("account"),
      kinesisStreams: [{ ...observed, encryptionType: "NONE" }],
      kinesisDestinations: [
        { id: "destination", name: "orders", identifiers: [], table: "orders", stream: unknown("the destinations") },
      ],
    },
    answer: "undecided",
    says: "the destinations",
  },
]);

import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { customerKey, subjectTable } from "../../support/rows";

describeControl("dynamodb-table-customer-managed-key", [
  {
    shows: "a key of the program",
    given: [customerKey, subjectTable({ serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") } })],
    answer: "holds",
  },
  {
    shows: "not set: the AWS owned key",
    given: [subjectTable({})],
    answer: "fails",
    says: "serverSideEncryption is not set (the AWS owned key)",
  },
  {
    shows: "a key that is not used, as encryption is not enabled",
    given: [customerKey, subjectTable({ serverSideEncryption: { enabled: false, kmsKeyArn: pending("key") } })],
    answer: "fails",
    says: "serverSideEncryption is not enabled (the AWS owned key)",
  },
  {
    shows: "enabled without a key: the AWS managed key",
    given: [subjectTable({ serverSideEncryption: { enabled: true } })],
    answer: "fails",
    says: "serverSideEncryption.kmsKeyArn is not set (the AWS managed key aws/dynamodb)",
  },
  {
    shows: "the alias of the AWS managed key",
    given: [subjectTable({ serverSideEncryption: { enabled: true, kmsKeyArn: "alias/aws/dynamodb" } })],
    answer: "fails",
  },
  {
    shows: "a table restored without protection from one without a key",
    given: [
      { type: "aws:dynamodb/table:Table", name: "source", props: { name: "orders" } },
      subjectTable({ restoreSourceName: "orders", restoreToLatestTime: true }),
    ],
    answer: "fails",
    says: "the table that it is restored from fails: serverSideEncryption is not set (the AWS owned key)",
  },
  {
    shows: "a table restored from one with a key, by dependency",
    given: [
      customerKey,
      {
        type: "aws:dynamodb/table:Table",
        name: "source",
        props: { serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") } },
      },
      subjectTable({ restoreSourceTableArn: pending("source"), restoreDateTime: "2026-01-01T00:00:00Z" }),
    ],
    answer: "holds",
  },
  {
    shows: "a table restored with the AWS owned key from one with a key",
    given: [
      customerKey,
      {
        type: "aws:dynamodb/table:Table",
        name: "source",
        props: { name: "orders", serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") } },
      },
      subjectTable({ restoreSourceName: "orders", serverSideEncryption: { enabled: false } }),
    ],
    answer: "fails",
  },
  {
    shows: "a table restored from a backup of one without a key",
    given: [
      {
        type: "aws:dynamodb/table:Table",
        name: "source",
        props: { arn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" },
      },
      subjectTable({ restoreBackupArn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/backup/0148960279" }),
    ],
    answer: "fails",
  },
  {
    shows: "a table restored from one outside the program",
    given: [subjectTable({ restoreSourceName: "orders", restoreToLatestTime: true })],
    answer: "undecided",
    says: "the encryption of the table orders that it is restored from, which is not in this program",
  },
  {
    shows: "tables that are restored from each other",
    given: [
      { type: "aws:dynamodb/table:Table", name: "other", props: { restoreSourceTableArn: pending("subject") } },
      subjectTable({ restoreSourceTableArn: pending("other") }),
    ],
    answer: "fails",
  },
  {
    shows: "a table that is filled from a bucket without a key",
    given: [subjectTable({ importTable: { inputFormat: "CSV", s3BucketSource: { bucket: "orders" } }, hashKey: "id" })],
    answer: "fails",
  },
  {
    shows: "the key of another region",
    given: [
      { type: "aws:kms/key:Key", name: "key", props: { region: "eu-west-2" } },
      subjectTable({ region: "eu-west-1", serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") } }),
    ],
    answer: "fails",
    says: "serverSideEncryption.kmsKeyArn is key, a key of another region",
  },
  {
    shows: "known at deploy",
    given: [subjectTable({ serverSideEncryption: pending() })],
    answer: "undecided",
  },
]);

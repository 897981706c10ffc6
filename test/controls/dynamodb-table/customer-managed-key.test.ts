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
    shows: "a table restored without a key",
    given: [subjectTable({ restoreSourceName: "orders", restoreToLatestTime: true })],
    answer: "fails",
  },
  {
    shows: "known at deploy",
    given: [subjectTable({ serverSideEncryption: pending() })],
    answer: "undecided",
  },
]);

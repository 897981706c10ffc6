import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

type Type = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

const subject = (props: Partial<NonNullable<Extract<Row, { type: Type }>["props"]>>): Row => ({
  type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  name: "subject",
  props: { sourceDbInstanceArn: "arn:aws:rds:us-west-2:111122223333:db:orders", ...props },
});

describeControl("rds-replicated-backup-encrypted", [
  { shows: "a key of the program", given: [subject({ kmsKeyId: pending("key") }), customerKey], answer: "holds" },
  {
    shows: "not set",
    given: [subject({})],
    answer: "fails",
    says: "kmsKeyId is not set (the AWS managed key aws/rds)",
  },
  { shows: "the alias of the AWS managed key", given: [subject({ kmsKeyId: "alias/aws/rds" })], answer: "fails" },
  {
    shows: "a key of the region of the source",
    given: [subject({ region: "us-east-1", kmsKeyId: "arn:aws:kms:us-west-2:111122223333:key/abc" })],
    answer: "fails",
  },
  { shows: "known at deploy", given: [subject({ kmsKeyId: pending() })], answer: "undecided" },
]);

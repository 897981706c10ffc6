import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { customerKey } from "../../support/rows";
import { exported, flowLog, group } from "./rows";

describeControl("database-log-group-encrypted", [
  {
    shows: "a key of the program",
    given: [group({ name: exported, kmsKeyId: pending("key") }), customerKey],
    answer: "holds",
  },
  {
    shows: "no key",
    given: [group({ name: exported })],
    answer: "fails",
    says: "kmsKeyId is not set (a key that AWS owns)",
  },
  {
    shows: "a key outside the program",
    given: [group({ name: exported, kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" })],
    answer: "holds",
  },
  { shows: "a key known at deploy", given: [group({ name: exported, kmsKeyId: pending() })], answer: "undecided" },
  { shows: "no key of a flow log", given: [...flowLog, group({ name: "flow" })], answer: "fails" },
  { shows: "no key of something else", given: [group({ name: "/aws/lambda/orders" })], answer: "not-applicable" },
]);

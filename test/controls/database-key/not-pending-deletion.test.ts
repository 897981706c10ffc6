import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { key, orders } from "./rows";

describeControl("database-key-not-pending-deletion", [
  { shows: "a key that is enabled", given: [orders, key({ isEnabled: true })], answer: "holds" },
  {
    shows: "a key that is disabled",
    given: [orders, key({ isEnabled: false })],
    answer: "fails",
    says: "isEnabled is false",
  },
  { shows: "AWS's default, which is enabled", given: [orders, key()], answer: "holds" },
  {
    shows: "an external key that is disabled",
    given: [orders, { type: "aws:kms/externalKey:ExternalKey", name: "subject", props: { enabled: false } }],
    answer: "fails",
  },
  {
    shows: "a replica that is disabled",
    given: [orders, { type: "aws:kms/replicaKey:ReplicaKey", name: "subject", props: { enabled: false } }],
    answer: "fails",
  },
  {
    shows: "an external key that is about to be deleted",
    given: [
      orders,
      { type: "aws:kms/externalKey:ExternalKey", name: "subject", props: { keyState: "PendingDeletion" } },
    ],
    answer: "fails",
    says: "its deletion is planned",
  },
  { shows: "a state known at deploy", given: [orders, key({ isEnabled: pending() })], answer: "undecided" },
  { shows: "a key of no database", given: [key({ isEnabled: false })], answer: "not-applicable" },
]);

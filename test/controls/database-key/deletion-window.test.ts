import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { key, orders } from "./rows";

describeControl("database-key-deletion-window", [
  { shows: "thirty days", given: [orders, key({ deletionWindowInDays: 30 })], answer: "holds" },
  {
    shows: "seven days",
    given: [orders, key({ deletionWindowInDays: 7 })],
    answer: "fails",
    says: "deletionWindowInDays is 7",
  },
  { shows: "AWS's default of thirty days", given: [orders, key()], answer: "holds" },
  {
    shows: "fourteen days where they are enough",
    given: [orders, key({ deletionWindowInDays: 14 })],
    options: { minimumDays: 14 },
    answer: "holds",
  },
  { shows: "days known at deploy", given: [orders, key({ deletionWindowInDays: pending() })], answer: "undecided" },
  { shows: "a key of no database", given: [key({ deletionWindowInDays: 7 })], answer: "not-applicable" },
]);

import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectTable } from "../../support/rows";

const options = { requiredTags: ["owner", "data"] };

describeControl("dynamodb-table-tagged", [
  {
    shows: "every required tag",
    given: [subjectTable({ tags: { owner: "shop", data: "orders" } })],
    options,
    answer: "holds",
  },
  {
    shows: "a missing tag",
    given: [subjectTable({ tags: { owner: "shop" } })],
    options,
    answer: "fails",
    says: "it has no tag data",
  },
  { shows: "no tags", given: [subjectTable({})], options, answer: "fails", says: "it has no tag owner, data" },
  {
    shows: "a tag in other letters",
    given: [subjectTable({ tags: { Owner: "a", data: "b" } })],
    options,
    answer: "fails",
  },
  { shows: "nothing required", given: [subjectTable({})], answer: "not-applicable" },
  { shows: "known at deploy", given: [subjectTable({ tags: pending() })], options, answer: "undecided" },
  {
    shows: "values that are known at deploy",
    given: [subjectTable({ tags: { owner: pending(), data: pending() } })],
    options,
    answer: "holds",
  },
]);

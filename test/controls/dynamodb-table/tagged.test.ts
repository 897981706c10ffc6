import { describeControl } from "../../support/control-cases";
import { type Pending, pending, type Row } from "../../support/program";
import { subjectTable } from "../../support/rows";

const owner = (
  resourceArn: string | Pending,
  props: { key?: string | Pending; value?: string | Pending } = {},
): Row => ({
  type: "aws:dynamodb/tag:Tag",
  name: "owner",
  props: { resourceArn, key: "owner", value: "shop", ...props },
});
const arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const other: Row = { type: "aws:dynamodb/table:Table", name: "other", props: {} };

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
  {
    shows: "a tag that is a resource of its own",
    given: [subjectTable({ tags: { data: "orders" } }), owner(pending("subject"))],
    options,
    answer: "holds",
  },
  {
    shows: "such a tag by ARN",
    given: [subjectTable({ arn, tags: { data: "orders" } }), owner(arn)],
    options,
    answer: "holds",
  },
  {
    shows: "such a tag whose value is known at deploy",
    given: [subjectTable({ tags: { data: "orders" } }), owner(pending("subject"), { value: pending() })],
    options,
    answer: "holds",
  },
  {
    shows: "such a tag whose key is known at deploy",
    given: [subjectTable({ tags: { data: "orders" } }), owner(pending("subject"), { key: pending() })],
    options,
    answer: "undecided",
    says: "key, known at deploy",
  },
  {
    shows: "such a tag of another table",
    given: [subjectTable({ tags: { data: "orders" } }), other, owner(pending("other"))],
    options,
    answer: "fails",
    says: "it has no tag owner",
  },
  {
    shows: "such a tag of the table in another region",
    given: [subjectTable({ arn, tags: { data: "orders" } }), owner(arn.replace("eu-west-1", "eu-west-2"))],
    options,
    answer: "fails",
  },
  ...[["one of two tables", pending("subject", "other")] as const, ["a table known at deploy", pending()] as const].map(
    ([shows, resourceArn]) => ({
      shows: `such a tag of ${shows}`,
      given: [subjectTable({ tags: { data: "orders" } }), other, owner(resourceArn)],
      options,
      answer: "undecided" as const,
      says: "the tags that an aws.dynamodb.Tag adds, known at deploy",
    }),
  ),
]);

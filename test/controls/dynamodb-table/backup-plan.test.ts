import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { subjectTable } from "../../support/rows";

const table = subjectTable({ name: "orders" });
const plan: Row = {
  type: "aws:backup/plan:Plan",
  name: "plan",
  props: { rules: [{ ruleName: "daily", targetVaultName: "vault", schedule: "cron(0 3 * * ? *)" }] },
};
const selection = (...resources: readonly (string | ReturnType<typeof pending>)[]): Row => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  props: { planId: pending("plan"), resources },
});

describeControl("dynamodb-table-backup-plan", [
  { shows: "a selection by its ARN", given: [table, plan, selection(pending("subject"))], answer: "holds" },
  { shows: "no selection", given: [table], answer: "fails", says: "no selection of a backup plan takes it in" },
  { shows: "every table", given: [table, plan, selection("arn:aws:dynamodb:*:*:table/*")], answer: "holds" },
  {
    shows: "tables of other names",
    given: [table, plan, selection("arn:aws:dynamodb:*:*:table/inv*")],
    answer: "fails",
  },
  { shows: "a selection known at deploy", given: [table, plan, selection(pending())], answer: "undecided" },
  {
    shows: "a selection by a tag that is a resource of its own",
    given: [
      table,
      {
        type: "aws:dynamodb/tag:Tag",
        name: "tag",
        props: { resourceArn: pending("subject"), key: "backup", value: "daily" },
      },
      plan,
      {
        type: "aws:backup/selection:Selection",
        name: "selection",
        props: { planId: pending("plan"), selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] },
      },
    ],
    answer: "holds",
  },
]);

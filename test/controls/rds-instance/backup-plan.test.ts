import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, program, type Row } from "../../support/program";
import { subjectInstance } from "../../support/rows";

type SelectionProps = NonNullable<Extract<Row, { type: "aws:backup/selection:Selection" }>["props"]>;

const plan: Row = {
  type: "aws:backup/plan:Plan",
  name: "plan",
  props: { rules: [{ ruleName: "daily", targetVaultName: "vault", schedule: "cron(0 3 * * ? *)" }] },
};
const selection = (props: SelectionProps): Row => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  props: { planId: pending("plan"), ...props },
});
const instance = subjectInstance({ identifier: "orders", tags: { backup: "daily" } });
const deployed = subjectInstance({ identifier: "orders", arn: "arn:aws:rds:eu-west-1:123456789012:db:orders" });
const tag = (key: string, value: string) => ({ type: "STRINGEQUALS", key, value });
const selectedBy = (props: SelectionProps, subject: Row = instance): readonly Row[] => [
  subject,
  plan,
  selection(props),
];

const backup = (value: string | ReturnType<typeof pending>) => [{ key: "aws:ResourceTag/backup", value }];

/** The instance is tagged backup=daily. */
const conditionCases = (
  [
    ["like it", { stringLikes: backup("d*") }, "holds"],
    ["like it in the middle", { stringLikes: backup("*ail*") }, "holds"],
    ["like it in another case", { stringLikes: backup("D*") }, "fails"],
    ["like it with a question mark, which is no wildcard", { stringLikes: backup("dail?") }, "fails"],
    ["like another", { stringLikes: backup("week*") }, "fails"],
    ["like it, known at deploy", { stringLikes: backup(pending()) }, "undecided"],
    ["not equal to another", { stringNotEquals: backup("none") }, "holds"],
    ["not equal to it", { stringNotEquals: backup("daily") }, "fails"],
    ["not like another", { stringNotLikes: backup("no*") }, "holds"],
    ["not like it", { stringNotLikes: backup("*") }, "fails"],
    ["a tag that it lacks, not equal", { stringNotEquals: [{ key: "aws:ResourceTag/team", value: "x" }] }, "holds"],
    ["a tag that it lacks, like", { stringLikes: [{ key: "aws:ResourceTag/team", value: "*" }] }, "fails"],
    ["two kinds, one not met", { stringLikes: backup("d*"), stringNotEquals: backup("daily") }, "fails"],
  ] as const
).map(([shows, condition, answer]) => ({
  shows: `a condition: ${shows}`,
  given: selectedBy({ resources: ["*"], conditions: [condition] }),
  answer,
}));

describeControl("rds-instance-backup-plan", [
  { shows: "a selection by its ARN", given: selectedBy({ resources: [pending("subject")] }), answer: "holds" },
  { shows: "no selection", given: [instance], answer: "fails", says: "no selection of a backup plan takes it in" },
  { shows: "a selection by a tag", given: selectedBy({ selectionTags: [tag("backup", "daily")] }), answer: "holds" },
  {
    shows: "a selection by another value of the tag",
    given: selectedBy({ selectionTags: [tag("backup", "weekly")] }),
    answer: "fails",
  },
  {
    shows: "a selection by a tag in another case",
    given: selectedBy({ selectionTags: [tag("Backup", "daily")] }),
    answer: "fails",
  },
  {
    shows: "one of two tags",
    given: selectedBy({ selectionTags: [tag("team", "shop"), tag("backup", "daily")] }),
    answer: "holds",
  },
  {
    shows: "a selection of another database",
    given: [
      ...selectedBy({ resources: [pending("other")] }),
      { type: "aws:rds/instance:Instance", name: "other", props: {} },
    ],
    answer: "fails",
  },
  {
    shows: "every instance, before there is an ARN",
    given: selectedBy({ resources: ["arn:aws:rds:*:*:db:*"] }),
    answer: "holds",
  },
  {
    shows: "a read replica, whose source is backed up",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    answer: "not-applicable",
  },
  {
    shows: "a read replica of another region",
    given: [
      subjectInstance({ replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:orders", region: "eu-west-1" }),
    ],
    answer: "not-applicable",
  },
  {
    shows: "a read replica of an instance of the program",
    given: [
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } },
      subjectInstance({ replicateSourceDb: pending("orders") }),
    ],
    answer: "not-applicable",
  },
  { shows: "every resource", given: selectedBy({ resources: ["*"] }), answer: "holds" },
  { shows: "every cluster", given: selectedBy({ resources: ["arn:aws:rds:*:*:cluster:*"] }), answer: "fails" },
  { shows: "every table", given: selectedBy({ resources: ["arn:aws:dynamodb:*:*:table/*"] }), answer: "fails" },
  {
    shows: "instances whose names start so",
    given: selectedBy({ resources: ["arn:aws:rds:*:*:db:ord*"] }),
    answer: "holds",
  },
  {
    shows: "instances whose names start otherwise",
    given: selectedBy({ resources: ["arn:aws:rds:*:*:db:inv*"] }),
    answer: "fails",
  },
  {
    shows: "instances of an account that is not known yet to be this one",
    given: selectedBy({ resources: ["arn:aws:rds:*:123456789012:db:*"] }),
    answer: "undecided",
    says: "the ARN of subject",
  },
  {
    shows: "its ARN, once there is one",
    given: selectedBy({ resources: ["arn:aws:rds:eu-west-1:123456789012:db:orders"] }, deployed),
    answer: "holds",
  },
  {
    shows: "the ARN of its name, before there is one",
    given: selectedBy({ resources: ["arn:aws:rds:eu-west-1:123456789012:db:orders"] }),
    answer: "undecided",
  },
  ...["arn:aws:rds:eu-*:db:ord*", "arn:aws:rds:*:*:d*:ord*", "arn:aws:rds:*:*:*", "arn:aws:rds:*orders"].map(
    (pattern) => ({
      shows: `its ARN by ${pattern}, once there is one`,
      given: selectedBy({ resources: ["arn:aws:rds:*:*:db:inv*", pattern] }, deployed),
      answer: "holds" as const,
    }),
  ),
  {
    shows: "instances whose names start so, of one that has no name yet",
    given: selectedBy({ resources: ["arn:aws:rds:*:*:db:inv*", "arn:aws:rds:*:*:db:ord*"] }, subjectInstance({})),
    answer: "undecided",
    says: "the ARN of subject",
  },
  {
    shows: "every instance, beside those whose names start so, of one that has no name yet",
    given: selectedBy({ resources: ["arn:aws:rds:*:*:db:inv*", "arn:aws:rds:*:*:db:*"] }, subjectInstance({})),
    answer: "holds",
  },
  {
    shows: "another ARN, once there is one",
    given: selectedBy({ resources: ["arn:aws:rds:eu-west-1:123456789012:db:invoices"] }, deployed),
    answer: "fails",
  },
  {
    shows: "a selection that leaves it out",
    given: selectedBy({ resources: ["*"], notResources: [pending("subject")] }),
    answer: "fails",
  },
  {
    shows: "a selection that leaves out its like",
    given: selectedBy({ selectionTags: [tag("backup", "daily")], notResources: ["arn:aws:rds:*:*:db:*"] }),
    answer: "fails",
  },
  {
    shows: "conditions that it meets",
    given: selectedBy({
      resources: ["*"],
      conditions: [{ stringEquals: [{ key: "aws:ResourceTag/backup", value: "daily" }] }],
    }),
    answer: "holds",
  },
  {
    shows: "conditions of which it meets one",
    given: selectedBy({
      resources: ["*"],
      conditions: [
        {
          stringEquals: [
            { key: "aws:ResourceTag/backup", value: "daily" },
            { key: "aws:ResourceTag/team", value: "shop" },
          ],
        },
      ],
    }),
    answer: "fails",
  },
  ...conditionCases,
  {
    shows: "a tag known at deploy",
    given: selectedBy({ selectionTags: [tag("backup", "daily")] }, subjectInstance({ tags: { backup: pending() } })),
    answer: "undecided",
  },
  {
    shows: "tags known at deploy",
    given: selectedBy({ selectionTags: [tag("backup", "daily")] }, subjectInstance({ tags: pending() })),
    answer: "undecided",
  },
  {
    shows: "a value of a selection known at deploy",
    given: selectedBy({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: pending() }] }),
    answer: "undecided",
  },
  { shows: "resources known at deploy", given: selectedBy({ resources: pending() }), answer: "undecided" },
  {
    shows: "a list that comes from it and from something else",
    given: [
      ...selectedBy({ resources: [pending("subject"), pending("key")] }),
      { type: "aws:kms/key:Key", name: "key" },
    ],
    answer: "holds",
  },
  {
    shows: "a plan of another region",
    given: selectedBy({ resources: ["*"], region: "us-east-1" }, subjectInstance({ region: "eu-west-1" })),
    answer: "fails",
  },
  {
    shows: "a tag by which a plan elsewhere selects",
    given: [instance],
    options: { selectingTags: ["backup=daily"] },
    answer: "holds",
  },
  {
    shows: "another tag than those by which plans elsewhere select",
    given: [instance],
    options: { selectingTags: ["backup=hourly"] },
    answer: "fails",
  },
  {
    shows: "a member of a cluster",
    given: [
      { type: "aws:rds/clusterInstance:ClusterInstance", name: "subject", props: { clusterIdentifier: "orders" } },
    ],
    answer: "not-applicable",
  },
  {
    shows: "selections of an account that could not be read",
    given: {
      ...emptyInventory("account"),
      unread: { backupSelections: "backup:ListBackupSelections was denied" },
      dbInstances: program([instance]).dbInstances,
    },
    answer: "undecided",
    says: "backup:ListBackupSelections was denied",
  },
]);

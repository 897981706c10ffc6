import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import {
  attachments,
  documentOf,
  malformedPolicy,
  otherPlaces,
  pendingPolicy,
  subjectPolicy,
  variable,
} from "../../support/policies";
import { pending, type Row } from "../../support/program";

const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/notes";
const index = `${table}/index/*`;
const caller = variable("aws:username");
const ownItems = { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [caller] } };

const notes: Row = {
  type: "aws:dynamodb/table:Table",
  name: "notes",
  props: { name: "notes", tags: { "per-user": "true" } },
};
const orders: Row = { type: "aws:dynamodb/table:Table", name: "orders", props: { name: "orders" } };

const says = "it allows dynamodb:GetItem on all items of notes, a table of many users";

describeControl("iam-dynamodb-leading-keys", [
  {
    shows: "the caller's own items of a tagged table",
    given: [
      notes,
      subjectPolicy({ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table, Condition: ownItems }),
    ],
    answer: "holds",
  },
  {
    shows: "all items of a tagged table",
    given: [notes, subjectPolicy({ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table })],
    answer: "fails",
    says,
  },
  {
    shows: "all items of a table whose mark is a resource of its own",
    given: [
      { ...notes, props: { name: "notes" } },
      {
        type: "aws:dynamodb/tag:Tag",
        name: "mark",
        props: { resourceArn: pending("notes"), key: "per-user", value: "true" },
      },
      subjectPolicy({ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table }),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "all items of a table that the configuration names",
    given: [subjectPolicy({ Action: "dynamodb:GetItem", Resource: table })],
    options: { perUserTables: ["notes"] },
    answer: "fails",
    says,
  },
  {
    shows: "a table that the configuration names by ARN",
    given: [subjectPolicy({ Action: "dynamodb:GetItem", Resource: table })],
    options: { perUserTables: [table] },
    answer: "fails",
  },
  {
    shows: "a table of that name in another region than the configured one",
    given: [subjectPolicy({ Action: "dynamodb:GetItem", Resource: table })],
    options: { perUserTables: ["arn:aws:dynamodb:us-east-1:111122223333:table/notes"] },
    answer: "holds",
  },
  {
    shows: "a table that the configuration names by a pattern",
    given: [subjectPolicy({ Action: "dynamodb:GetItem", Resource: table })],
    options: { perUserTables: ["no*"] },
    answer: "fails",
  },
  {
    shows: "a table of the program that the configuration names",
    given: [orders, subjectPolicy({ Action: "dynamodb:GetItem", Resource: pending("orders") })],
    options: { perUserTables: ["ord*"] },
    answer: "fails",
  },
  {
    shows: "a tag of another name",
    given: [
      { type: "aws:dynamodb/table:Table", name: "notes", props: { name: "notes", tags: { tenancy: "user" } } },
      subjectPolicy({ Action: "dynamodb:GetItem", Resource: table }),
    ],
    options: { perUserTag: "tenancy" },
    answer: "fails",
  },
  {
    shows: "no table of many users",
    given: [orders, subjectPolicy({ Action: "dynamodb:*", Resource: "*" })],
    answer: "not-applicable",
  },
  {
    shows: "a tag that says no",
    given: [
      { type: "aws:dynamodb/table:Table", name: "notes", props: { name: "notes", tags: { "per-user": "false" } } },
      subjectPolicy({ Action: "dynamodb:*", Resource: "*" }),
    ],
    answer: "not-applicable",
  },
  {
    shows: "another table",
    given: [notes, orders, subjectPolicy({ Action: "dynamodb:*", Resource: table.replace("notes", "orders") })],
    answer: "holds",
  },
  {
    shows: "a table whose name goes on",
    given: [notes, subjectPolicy({ Action: "dynamodb:*", Resource: `${table}-archive` })],
    answer: "holds",
  },
  ...[
    index,
    `${table}/index/by-date`,
    "*",
    "arn:aws:dynamodb:*",
    "arn:aws:dynamodb:*:*:table/*",
    "arn:aws:dynamodb:*:*:table/no?es",
    "arn:aws:dynamodb:us-east-1:111122223333:table/notes",
  ].map((Resource) => ({
    shows: `reading ${Resource}`,
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", Resource })],
    answer: "fails" as const,
    says,
  })),
  ...["*", "dynamodb:*", "dynamodb:Get*", "DynamoDB:getitem", "dynamodb:?etItem"].map((Action) => ({
    shows: `${Action} on all items`,
    given: [notes, subjectPolicy({ Action, Resource: table })],
    answer: "fails" as const,
    says,
  })),
  ...["BatchGetItem", "Query", "BatchWriteItem", "ConditionCheckItem", "PartiQLUpdate"].map((name) => ({
    shows: `${name} of all items`,
    given: [notes, subjectPolicy({ Action: `dynamodb:${name}`, Resource: table })],
    answer: "fails" as const,
  })),
  {
    shows: "what is no access to items",
    given: [notes, subjectPolicy({ Action: ["dynamodb:DescribeTable", "dynamodb:UpdateTable"], Resource: table })],
    answer: "holds",
  },
  {
    shows: "NotAction",
    given: [notes, subjectPolicy({ NotAction: "iam:*", Resource: table })],
    answer: "fails",
  },
  {
    shows: "NotResource",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", NotResource: table.replace("notes", "orders") })],
    answer: "fails",
    says,
  },
  {
    shows: "a NotResource that leaves the table out",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", NotResource: "arn:aws:dynamodb:*:*:table/notes*" })],
    answer: "holds",
  },
  ...(
    [
      ["StringEquals", [caller]],
      ["ForAnyValue:StringEquals", [caller]],
      ["ForAllValues:StringNotEquals", ["admin"]],
      ["ForAllValues:StringLike", ["*"]],
      ["ForAllValues:StringLike", [caller, "*"]],
      ["ForAllValues:StringLike", ["*-*"]],
      ["ForAllValues:StringLike", ["?*x*"]],
    ] as const
  ).map(([operator, values]) => ({
    shows: `a condition ${operator} of ${values.join(" and ")}, which lets others' keys through`,
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:GetItem",
        Resource: table,
        Condition: { [operator]: { "dynamodb:LeadingKeys": values } },
      }),
    ],
    answer: "fails" as const,
  })),
  {
    shows: "keys that begin with the caller's name, in other letters",
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:Query",
        Resource: [table, index],
        Condition: { "forallvalues:stringlike": { "DynamoDB:leadingkeys": `${caller}#*` } },
      }),
    ],
    answer: "holds",
  },
  ...[`${caller}#*`, `*#${caller}`, "shared-*"].map((value) => ({
    shows: `keys like ${value}`,
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:GetItem",
        Resource: table,
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": value } },
      }),
    ],
    answer: "holds" as const,
  })),
  ...(
    [
      ["ExportTableToPointInTime", table],
      ["ExportTableToPointInTime", "*"],
      ["GetRecords", `${table}/stream/*`],
      ["GetRecords", `${table}/stream/2026-01-01T00:00:00.000`],
      ["GetRecords", "*"],
      ["GetShardIterator", "arn:aws:dynamodb:*:*:table/*"],
    ] as const
  ).map(([name, Resource]) => ({
    shows: `${name} on ${Resource}, which no key limits`,
    given: [notes, subjectPolicy({ Action: `dynamodb:${name}`, Resource, Condition: ownItems })],
    answer: "fails" as const,
    says: `it allows dynamodb:${name} on all items of notes, a table of many users`,
  })),
  ...(
    [
      ["the records of a table, which are those of its stream", "dynamodb:GetRecords", table],
      ["the records of another table", "dynamodb:GetRecords", `${table.replace("notes", "orders")}/stream/*`],
      ["items of a stream, which has none", "dynamodb:GetItem", `${table}/stream/*`],
    ] as const
  ).map(([shows, Action, Resource]) => ({
    shows,
    given: [notes, subjectPolicy({ Action, Resource })],
    answer: "holds" as const,
  })),
  ...[`${table}/stream/*`, "*"].map((Resource) => ({
    shows: `records that are denied on ${Resource}`,
    given: [
      notes,
      subjectPolicy(
        { Action: "dynamodb:GetRecords", Resource: `${table}/stream/*` },
        { Effect: "Deny", Action: "dynamodb:GetRecords", Resource },
      ),
    ],
    answer: "holds" as const,
  })),
  {
    shows: "records, with a denial about the table alone",
    given: [
      notes,
      subjectPolicy(
        { Action: "dynamodb:GetRecords", Resource: `${table}/stream/*` },
        { Effect: "Deny", Action: "dynamodb:GetRecords", Resource: table },
      ),
    ],
    answer: "fails",
  },
  {
    shows: "a stream by its dependency in a first preview",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetRecords", Resource: pending("notes") })],
    answer: "fails",
  },
  {
    shows: "a scan, which names no key and so meets the condition",
    given: [notes, subjectPolicy({ Action: "dynamodb:Scan", Resource: table, Condition: ownItems })],
    answer: "fails",
    says: "it allows dynamodb:Scan on all items of notes, a table of many users",
  },
  {
    shows: "every action where the key must be there",
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:*",
        Resource: table,
        Condition: { ...ownItems, Null: { "dynamodb:LeadingKeys": "false" } },
      }),
    ],
    answer: "holds",
  },
  {
    shows: "a select that may scan the whole table",
    given: [notes, subjectPolicy({ Action: "dynamodb:PartiQLSelect", Resource: table, Condition: ownItems })],
    answer: "fails",
  },
  {
    shows: "a select that may not, by a denial",
    given: [
      notes,
      subjectPolicy(
        { Action: "dynamodb:PartiQLSelect", Resource: table, Condition: ownItems },
        {
          Effect: "Deny",
          Action: "dynamodb:PartiQLSelect",
          Resource: "*",
          Condition: { Bool: { "dynamodb:FullTableScan": ["true"] } },
        },
      ),
    ],
    answer: "holds",
  },
  {
    shows: "a select that may not, by a condition",
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:PartiQLSelect",
        Resource: table,
        Condition: { ...ownItems, Bool: { "dynamodb:FullTableScan": "false" } },
      }),
    ],
    answer: "holds",
  },
  {
    shows: "scans that are denied",
    given: [
      notes,
      subjectPolicy(
        { Action: ["dynamodb:Query", "dynamodb:Scan"], Resource: table, Condition: ownItems },
        { Effect: "Deny", Action: "dynamodb:Scan", Resource: "*" },
      ),
    ],
    answer: "holds",
  },
  {
    shows: "a denial about another table",
    given: [
      notes,
      subjectPolicy(
        { Action: "dynamodb:Scan", Resource: table },
        { Effect: "Deny", Action: "dynamodb:Scan", Resource: table.replace("notes", "orders") },
      ),
    ],
    answer: "fails",
  },
  {
    shows: "a denial about one of two tables of many users",
    given: [
      { type: "aws:dynamodb/table:Table", name: "drafts", props: { name: "drafts", tags: { "per-user": "true" } } },
      notes,
      subjectPolicy(
        { Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource: "*", Condition: ownItems },
        { Effect: "Deny", Action: "dynamodb:Scan", Resource: table.replace("notes", "drafts") },
      ),
    ],
    answer: "fails",
    says: "it allows dynamodb:Scan on all items of notes, a table of many users",
  },
  {
    shows: "a denial about each of two tables of many users",
    given: [
      { type: "aws:dynamodb/table:Table", name: "drafts", props: { name: "drafts", tags: { "per-user": "true" } } },
      notes,
      subjectPolicy(
        { Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource: "*", Condition: ownItems },
        { Effect: "Deny", Action: "dynamodb:Scan", Resource: [table, table.replace("notes", "drafts")] },
      ),
    ],
    answer: "holds",
  },
  {
    shows: "a NotResource that leaves one of two tables out",
    given: [
      { type: "aws:dynamodb/table:Table", name: "drafts", props: { name: "drafts", tags: { "per-user": "true" } } },
      notes,
      subjectPolicy({ Action: "dynamodb:GetItem", NotResource: "arn:aws:dynamodb:*:*:table/drafts*" }),
    ],
    answer: "fails",
    says,
  },
  ...otherPlaces({ Action: "dynamodb:*", Resource: "*" }).map(([place, row]) => ({
    shows: place,
    given: [notes, row],
    answer: "fails" as const,
  })),
  ...attachments("arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess").map(([way, row]) => ({
    shows: `AmazonDynamoDBReadOnlyAccess attached ${way}`,
    given: [notes, row],
    answer: "fails" as const,
  })),
  {
    shows: "a tagged table by its dependency in a first preview",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", Resource: pending("notes") })],
    answer: "fails",
    says,
  },
  {
    shows: "another table by its dependency in a first preview",
    given: [
      notes,
      orders,
      {
        type: "aws:iam/policy:Policy",
        name: "subject",
        props: { policy: documentOf({ Action: "dynamodb:GetItem", Resource: pending("orders") }) },
      },
    ],
    answer: "holds",
  },
  {
    shows: "one of two tables, which is known at deploy",
    given: [notes, orders, subjectPolicy({ Action: "dynamodb:GetItem", Resource: pending("notes", "orders") })],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "a resource of which nothing is known",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", Resource: pending() })],
    answer: "undecided",
  },
  {
    shows: "a condition that is known at deploy",
    given: [notes, subjectPolicy({ Action: "dynamodb:GetItem", Resource: table, Condition: pending() })],
    answer: "undecided",
  },
  {
    shows: "a key that is known at deploy",
    given: [
      notes,
      subjectPolicy({
        Action: "dynamodb:GetItem",
        Resource: table,
        Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": pending() } },
      }),
    ],
    answer: "holds",
  },
  {
    shows: "tags that are known at deploy",
    given: [
      { type: "aws:dynamodb/table:Table", name: "notes", props: { tags: pending() } },
      subjectPolicy({ Action: "dynamodb:GetItem", Resource: table }),
    ],
    answer: "undecided",
    says: "tags, known at deploy",
  },
  {
    shows: "tags that are known at deploy, and no access to items",
    given: [
      { type: "aws:dynamodb/table:Table", name: "notes", props: { tags: pending() } },
      subjectPolicy({ Action: "s3:GetObject", Resource: "*" }),
    ],
    answer: "holds",
  },
  { shows: "a document that is known at deploy", given: [notes, pendingPolicy], answer: "undecided" },
  { shows: "a text that is no JSON", given: [notes, malformedPolicy], answer: "fails" },
  {
    shows: "a policy and a table of an account",
    given: {
      ...emptyInventory("account"),
      dynamodbTables: [
        {
          id: table,
          name: "notes",
          identifiers: [table, "notes"],
          region: "eu-west-1",
          kmsEncryption: true,
          kmsKeyArn: undefined,
          pointInTimeRecovery: true,
          recoveryPeriod: 35,
          deletionProtection: true,
          billingMode: undefined,
          tags: { "per-user": "yes" },
        },
      ],
      iamPolicies: [
        {
          id: "policy",
          name: "subject",
          identifiers: [],
          document: documentOf({
            Action: "dynamodb:GetItem",
            Resource: "arn:aws:dynamodb:eu-west-1:444455556666:table/notes",
          }),
        },
        {
          id: "other",
          name: "other",
          identifiers: [],
          document: documentOf({ Action: "dynamodb:GetItem", Resource: table }),
        },
      ],
    },
    answer: "holds",
  },
]);

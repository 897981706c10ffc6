import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import {
  attachments,
  documentOf,
  malformedPolicy,
  otherPlaces,
  pendingPolicy,
  subjectPolicy,
} from "../../support/policies";
import { pending } from "../../support/program";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describeControl("iam-database-admin-not-wildcard", [
  {
    shows: "the actions that are needed on the table that they are needed for",
    given: [
      subjectPolicy({
        Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
        Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
      }),
    ],
    answer: "holds",
  },
  {
    shows: "every action of RDS on everything",
    given: [subjectPolicy({ Action: "rds:*", Resource: "*" })],
    answer: "fails",
    says: "it allows rds:* on all resources",
  },
  {
    shows: "every action of DynamoDB on everything",
    given: [subjectPolicy({ Action: ["dynamodb:*"], Resource: ["*"] })],
    answer: "fails",
    says: "it allows dynamodb:* on all resources",
  },
  {
    shows: "decryption under every key",
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource: "*" })],
    answer: "fails",
    says: "it allows kms:Decrypt on all resources",
  },
  {
    shows: "decryption under one key",
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource: key })],
    answer: "holds",
  },
  {
    shows: "re-encryption from every key",
    given: [subjectPolicy({ Action: "kms:ReEncrypt*", Resource: "*" })],
    answer: "fails",
  },
  {
    shows: "the keys of one region and account",
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource: "arn:aws:kms:eu-west-1:111122223333:key/*" })],
    answer: "holds",
  },
  {
    shows: "the keys of two regions of one account, which Security Hub does not take for all keys",
    given: [
      subjectPolicy({
        Action: "kms:Decrypt",
        Resource: ["arn:aws:kms:eu-west-1:111122223333:key/*", "arn:aws:kms:us-east-1:111122223333:key/*"],
      }),
    ],
    answer: "holds",
  },
  {
    shows: "the keys of several regions alone",
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource: "arn:aws:kms:*:111122223333:key/mrk-*" })],
    answer: "holds",
  },
  ...[
    "arn:aws:kms:*:*:key/*",
    "arn:aws:kms:*:111122223333:key/*",
    "arn:aws:kms:eu-west-1:*:key/*-*",
    "arn:aws:kms:*",
    "arn:*",
  ].map((Resource) => ({
    shows: `the keys of ${Resource}`,
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource })],
    answer: "fails" as const,
  })),
  ...["*", "*:*", "kms:*", "kms:De*", "kms:Decryp?", "KMS:DECRYPT", "k?s:*"].map((Action) => ({
    shows: `${Action} on everything`,
    given: [subjectPolicy({ Action, Resource: "*" })],
    answer: "fails" as const,
  })),
  ...["rds:?*", "RDS:*", "rd?:*", "r*"].map((Action) => ({
    shows: `${Action} on everything`,
    given: [subjectPolicy({ Action, Resource: "*" })],
    answer: "fails" as const,
    says: `it allows ${Action} on all resources`,
  })),
  {
    shows: "every action of RDS in parts",
    given: [subjectPolicy({ Action: ["rds:A*", "rds:C*", "rds:D*", "rds:M*", "rds:R*"], Resource: "*" })],
    answer: "fails",
    says: "it allows rds:D*, rds:M* on all resources",
  },
  {
    shows: "every action of RDS in parts of several statements",
    given: [
      subjectPolicy(
        { Action: "rds:Create*", Resource: "*" },
        { Action: "rds:Delete*", Resource: "arn:aws:rds:*:*:db:*" },
        { Action: "rds:Modify*", Resource: "arn:aws:rds:*:111122223333:*" },
      ),
    ],
    answer: "fails",
  },
  ...[
    ["rds:*DB*"],
    ["rds:CreateDB*", "rds:DeleteDB*", "rds:ModifyDB*"],
    ["rds:*Instance"],
    ["rds:*DBCluster"],
    ["rds:Delete*", "rds:Modify*", "dynamodb:D*"],
    ["rds:DeleteDBInstance", "rds:DeleteDB*", "rds:ModifyDBInstance", "rds:ModifyD?Instance"],
    ["dynamodb:*Table"],
    ["dynamodb:*Table", "dynamodb:*Item"],
    ["dynamodb:Delete*", "dynamodb:Put*"],
    ["dynamodb:Delete*", "dynamodb:Put*", "dynamodb:Update*", "dynamodb:Get*", "dynamodb:Query"],
  ].map((Action) => ({
    shows: `${Action.join(" and ")} on everything`,
    given: [subjectPolicy({ Action, Resource: "*" })],
    answer: "fails" as const,
  })),
  ...[
    [
      "rds:CreateDBInstance",
      "rds:DeleteDBInstance",
      "rds:ModifyDBInstance",
      "rds:DeleteDBCluster",
      "rds:ModifyDBCluster",
    ],
    ["rds:Delete*", "rds:ModifyDBInstance", "rds:ModifyDBCluster"],
    ["rds:Delete*"],
    ["rds:*Snapshot", "rds:*ParameterGroup", "rds:*Tags*", "rds:Start*", "rds:Stop*"],
    ["dynamodb:*Item", "dynamodb:Batch*", "dynamodb:Query", "dynamodb:DescribeTable"],
    ["dynamodb:D*"],
    ["dynamodb:DeleteTable", "dynamodb:*Item"],
    ["kms:Describe*", "kms:GenerateDataKey*", "kms:Encrypt"],
  ].map((Action) => ({
    shows: `${Action.join(" and ")} on everything`,
    given: [subjectPolicy({ Action, Resource: "*" })],
    answer: "holds" as const,
  })),
  {
    shows: "wildcards that delete and change, on one database",
    given: [subjectPolicy({ Action: ["rds:*DB*"], Resource: "arn:aws:rds:eu-west-1:111122223333:db:orders" })],
    answer: "holds",
  },
  {
    shows: "wildcards that delete instances and change clusters",
    given: [subjectPolicy({ Action: ["rds:Delete*Instance", "rds:Modify*Cluster"], Resource: "*" })],
    answer: "holds",
  },
  {
    shows: "every cluster",
    given: [subjectPolicy({ Action: "rds:*", Resource: "arn:aws:rds:*:*:cluster:*" })],
    answer: "fails",
  },
  {
    shows: "every description of RDS",
    given: [subjectPolicy({ Action: ["rds:Describe*", "rds:ListTagsForResource"], Resource: "*" })],
    answer: "holds",
  },
  {
    shows: "databases of one prefix",
    given: [subjectPolicy({ Action: "rds:*", Resource: "arn:aws:rds:*:*:db:test-*" })],
    answer: "holds",
  },
  {
    shows: "NotAction",
    given: [subjectPolicy({ NotAction: "iam:*", Resource: "*" })],
    answer: "fails",
    says: "it allows all actions but a few on all resources",
  },
  {
    shows: "a NotAction that leaves databases and keys out",
    given: [subjectPolicy({ NotAction: ["rds:*", "dynamodb:*", "kms:*"], Resource: "*" })],
    answer: "holds",
  },
  {
    shows: "NotResource",
    given: [subjectPolicy({ Action: "dynamodb:*", NotResource: "arn:aws:dynamodb:*:*:table/payments" })],
    answer: "fails",
  },
  {
    shows: "a NotResource that leaves all tables out",
    given: [subjectPolicy({ Action: "dynamodb:*", NotResource: ["arn:aws:dynamodb:*"] })],
    answer: "holds",
  },
  {
    shows: "a condition, which Security Hub does not count either",
    given: [
      subjectPolicy({
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      }),
    ],
    answer: "fails",
  },
  { shows: "a denial", given: [subjectPolicy({ Effect: "Deny", Action: "rds:*", Resource: "*" })], answer: "holds" },
  {
    shows: "everything on the objects of a bucket",
    given: [subjectPolicy({ Action: "*", Resource: "arn:aws:s3:::reports/*" })],
    answer: "holds",
  },
  ...otherPlaces({ Action: "rds:*", Resource: "*" }).map(([place, row]) => ({
    shows: place,
    given: [row],
    answer: "fails" as const,
  })),
  ...attachments("arn:aws:iam::aws:policy/AmazonRDSFullAccess").map(([way, row]) => ({
    shows: `AmazonRDSFullAccess attached ${way}`,
    given: [row],
    answer: "fails" as const,
    says: "it allows rds:* on all resources",
  })),
  ...[
    "AmazonDynamoDBFullAccess",
    "AmazonDynamoDBFullAccess_v2",
    "PowerUserAccess",
    "AdministratorAccess",
    "job-function/DatabaseAdministrator",
  ].map((name) => ({
    shows: `${name} attached`,
    given: attachments(`arn:aws-us-gov:iam::aws:policy/${name}`)
      .slice(0, 1)
      .map(([, row]) => row),
    answer: "fails" as const,
  })),
  ...["AmazonDynamoDBReadOnlyAccess"].map((name) => ({
    shows: `${name} attached`,
    given: attachments(`arn:aws:iam::aws:policy/${name}`)
      .slice(0, 1)
      .map(([, row]) => row),
    answer: "holds" as const,
  })),
  { shows: "a text that is no JSON", given: [malformedPolicy], answer: "fails", says: "its document is no JSON" },
  { shows: "a document that is known at deploy", given: [pendingPolicy], answer: "undecided" },
  {
    shows: "a resource that is known at deploy",
    given: [subjectPolicy({ Action: "kms:Decrypt", Resource: pending() })],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "an action that is known at deploy, on one table",
    given: [subjectPolicy({ Action: pending(), Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" })],
    answer: "holds",
  },
  {
    shows: "too much beside what is known at deploy",
    given: [subjectPolicy({ Action: [pending(), "rds:*"], Resource: [pending(), "*"] })],
    answer: "fails",
  },
  { shows: "no document", given: [{ type: "aws:iam/policy:Policy", name: "subject" }], answer: "not-applicable" },
  {
    shows: "a policy of an account",
    given: {
      ...emptyInventory("account"),
      iamPolicies: [
        { id: "policy", name: "subject", identifiers: [], document: documentOf({ Action: "*", Resource: "*" }) },
      ],
    },
    answer: "fails",
  },
]);

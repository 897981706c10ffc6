import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

function subject(
  statement: Readonly<Record<string, unknown>>,
  resourceArn: string | ReturnType<typeof pending> = table,
): Row {
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "dynamodb:GetItem", Resource: table, ...statement }],
  });
  return { type: "aws:dynamodb/resourcePolicy:ResourcePolicy", name: "subject", props: { resourceArn, policy } };
}

const own = { AWS: "arn:aws:iam::111122223333:role/app" };
const other = { AWS: "arn:aws:iam::444455556666:role/app" };

describeControl("dynamodb-table-resource-policy-not-public", [
  { shows: "a role of the table's own account", given: [subject({ Principal: own })], answer: "holds" },
  { shows: "everybody", given: [subject({ Principal: "*" })], answer: "fails", says: "policy allows everybody" },
  { shows: "everybody, as an account", given: [subject({ Principal: { AWS: "*" } })], answer: "fails" },
  {
    shows: "another account",
    given: [subject({ Principal: other })],
    answer: "fails",
    says: "policy allows account 444455556666",
  },
  { shows: "another account by its id", given: [subject({ Principal: { AWS: "444455556666" } })], answer: "fails" },
  {
    shows: "another account beside the own one",
    given: [subject({ Principal: { AWS: [own.AWS, other.AWS] } })],
    answer: "fails",
  },
  {
    shows: "a trusted account",
    given: [subject({ Principal: other })],
    options: { trustedAccounts: ["444455556666"] },
    answer: "holds",
  },
  {
    shows: "everybody of the organization",
    given: [subject({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } })],
    answer: "holds",
  },
  {
    shows: "everybody who is of another account",
    given: [subject({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "444455556666" } } })],
    answer: "fails",
  },
  {
    shows: "everybody by way of a condition that does not limit",
    given: [subject({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } })],
    answer: "fails",
  },
  { shows: "everybody but one, by NotPrincipal", given: [subject({ NotPrincipal: own })], answer: "fails" },
  { shows: "a denial", given: [subject({ Effect: "Deny", Principal: "*" })], answer: "holds" },
  {
    shows: "the policy of a stream",
    given: [subject({ Principal: other }, `${table}/stream/2024-01-01T00:00:00.000`)],
    answer: "fails",
  },
  {
    shows: "a table that exists, by its dependency",
    given: [
      { type: "aws:dynamodb/table:Table", name: "orders", props: { arn: table } },
      subject({ Principal: other }, pending("orders")),
    ],
    answer: "fails",
  },
  {
    shows: "an account that may be the table's own, in a first preview",
    given: [{ type: "aws:dynamodb/table:Table", name: "orders" }, subject({ Principal: own }, pending("orders"))],
    answer: "undecided",
    says: "the account that it belongs to, as policy allows account 111122223333",
  },
  {
    shows: "everybody, in a first preview",
    given: [{ type: "aws:dynamodb/table:Table", name: "orders" }, subject({ Principal: "*" }, pending("orders"))],
    answer: "fails",
  },
  {
    shows: "a policy that is known at deploy",
    given: [
      {
        type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
        name: "subject",
        props: { resourceArn: table, policy: pending() },
      },
    ],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "a text that is no JSON",
    given: [
      {
        type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
        name: "subject",
        props: { resourceArn: table, policy: "{" },
      },
    ],
    answer: "fails",
  },
  {
    shows: "the policy of a table of an account",
    given: {
      ...emptyInventory("account"),
      dynamodbResourcePolicies: [
        {
          id: `${table}/policy`,
          name: "subject",
          identifiers: [],
          resource: table,
          document: { Statement: { Effect: "Allow", Principal: other, Action: "*", Resource: "*" } },
        },
      ],
    },
    answer: "fails",
  },
]);

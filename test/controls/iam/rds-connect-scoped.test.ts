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
import { pending } from "../../support/program";

const connect = "rds-db:connect";
const user = "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/app";
const everybody = "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/*";

describeControl("iam-rds-connect-scoped", [
  { shows: "one database and one user", given: [subjectPolicy({ Action: connect, Resource: user })], answer: "holds" },
  {
    shows: "every user of one database",
    given: [subjectPolicy({ Action: connect, Resource: everybody })],
    answer: "fails",
    says: `it allows rds-db:connect on ${everybody}`,
  },
  {
    shows: "a cluster and a proxy",
    given: [
      subjectPolicy({
        Action: [connect],
        Resource: [
          "arn:aws-cn:rds-db:cn-north-1:111122223333:dbuser:cluster-ABCDEFGHIJKL01234/app",
          "arn:aws:rds-db:eu-west-1:111122223333:dbuser:prx-ABCDEFGHIJKL01234/app",
        ],
      }),
    ],
    answer: "holds",
  },
  {
    shows: "any region and account, as a resource id is of one",
    given: [subjectPolicy({ Action: connect, Resource: "arn:aws:rds-db:*:*:dbuser:db-ABCDEFGHIJKL01234/app" })],
    answer: "holds",
  },
  {
    shows: "the user that is named like the caller",
    given: [
      subjectPolicy({
        Action: connect,
        Resource: `arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/${variable("aws:username")}`,
      }),
    ],
    answer: "holds",
  },
  ...(
    [
      ["every resource", "*"],
      ["every resource of the service", "arn:aws:rds-db:*"],
      ["every user", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:*"],
      ["one user of every database", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:*/app"],
      ["a database by a wildcard", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL0123?/app"],
      ["every database of a prefix", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-*/app"],
      ["a user by a wildcard", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/app?"],
      [
        "a variable that can be a wildcard",
        `arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/${variable("*")}`,
      ],
      [
        "a variable in place of the database",
        `arn:aws:rds-db:eu-west-1:111122223333:dbuser:${variable("aws:PrincipalTag/db")}/app`,
      ],
      ["the name of an instance, which is no resource id", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:orders/app"],
      ["no user", "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/"],
      ["a wildcard that takes in the service", "arn:*:dbuser:*/*"],
      ["a wildcard from the service to the user", "arn:aws:r*/alice"],
      ["a wildcard from the service to the database", "arn:aws:rds-*:dbuser:*/alice"],
      ["a wildcard from the service to the account", "arn:aws:rds*dbuser:*/alice"],
    ] as const
  ).map(([shows, Resource]) => ({
    shows,
    given: [subjectPolicy({ Action: connect, Resource })],
    answer: "fails" as const,
  })),
  {
    shows: "one resource too wide among several",
    given: [subjectPolicy({ Action: connect, Resource: [user, everybody] })],
    answer: "fails",
  },
  ...["rds-db:*", "*", "*:*", "rds-db:con*", "rds-db:connec?", "RDS-DB:*", "r?s-db:connect", "rds*"].map((Action) => ({
    shows: `${Action} on one database and user`,
    given: [subjectPolicy({ Action, Resource: user })],
    answer: "fails" as const,
    says: `it allows ${Action}, which covers rds-db:connect`,
  })),
  {
    shows: "the action in capitals on everything",
    given: [subjectPolicy({ Action: "RDS-DB:Connect", Resource: "*" })],
    answer: "fails",
  },
  {
    shows: "the action in capitals on one database and user",
    given: [subjectPolicy({ Action: "RDS-DB:Connect", Resource: user })],
    answer: "holds",
  },
  {
    shows: "NotAction",
    given: [subjectPolicy({ NotAction: ["iam:*"], Resource: user })],
    answer: "fails",
    says: "it allows rds-db:connect by NotAction",
  },
  {
    shows: "a NotAction that leaves it out",
    given: [subjectPolicy({ NotAction: ["rds-db:*"], Resource: "*" })],
    answer: "holds",
  },
  {
    shows: "NotResource",
    given: [subjectPolicy({ Action: connect, NotResource: user })],
    answer: "fails",
    says: "it allows rds-db:connect on all resources but a few, by NotResource",
  },
  {
    shows: "a NotResource that leaves all databases out",
    given: [subjectPolicy({ Action: "*", NotResource: "arn:aws:rds-db:*:*:dbuser:*" })],
    answer: "holds",
  },
  {
    shows: "elements in other letters",
    given: [
      {
        type: "aws:iam/policy:Policy",
        name: "subject",
        props: { policy: { statement: { effect: "allow", action: connect, resource: "*" } } },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a condition, which does not say which user",
    given: [
      subjectPolicy({ Action: connect, Resource: "*", Condition: { StringEquals: { "aws:PrincipalTag/team": "a" } } }),
    ],
    answer: "fails",
  },
  ...["arn:aws:s3:::*/alice", "arn:aws:s*/alice", "arn:aws:rds:*/alice"].map((Resource) => ({
    shows: `${connect} on ${Resource}, which is of another service`,
    given: [subjectPolicy({ Action: connect, Resource })],
    answer: "holds" as const,
  })),
  {
    shows: "everything on the objects of a bucket",
    given: [subjectPolicy({ Action: "*", Resource: "arn:aws:s3:::reports/*" })],
    answer: "holds",
  },
  { shows: "a denial", given: [subjectPolicy({ Effect: "Deny", Action: connect, Resource: "*" })], answer: "holds" },
  {
    shows: "another action of RDS",
    given: [subjectPolicy({ Action: "rds:DescribeDBInstances", Resource: "*" })],
    answer: "holds",
  },
  ...otherPlaces({ Action: "rds-db:*", Resource: "*" }).map(([place, row]) => ({
    shows: place,
    given: [row],
    answer: "fails" as const,
    says: "it allows rds-db:connect on *",
  })),
  ...attachments("arn:aws:iam::aws:policy/AdministratorAccess").map(([way, row]) => ({
    shows: `AdministratorAccess attached ${way}`,
    given: [row],
    answer: "fails" as const,
    says: "it allows rds-db:connect on *",
  })),
  { shows: "a text that is no JSON", given: [malformedPolicy], answer: "fails", says: "its document is no JSON" },
  {
    shows: "a document that is known at deploy",
    given: [pendingPolicy],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "a resource that is known at deploy",
    given: [
      { type: "aws:rds/instance:Instance", name: "orders" },
      subjectPolicy({ Action: connect, Resource: pending("orders") }),
    ],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "an action that is known at deploy, on one database and user",
    given: [subjectPolicy({ Action: pending(), Resource: user })],
    answer: "holds",
  },
  {
    shows: "an action that is known at deploy, on everything",
    given: [subjectPolicy({ Action: pending(), Resource: "*" })],
    answer: "undecided",
  },
  {
    shows: "an effect that is known at deploy",
    given: [subjectPolicy({ Effect: pending(), Action: connect, Resource: "*" })],
    answer: "undecided",
  },
  {
    shows: "too much beside what is known at deploy",
    given: [subjectPolicy({ Action: pending(), Resource: pending() }, { Action: connect, Resource: "*" })],
    answer: "fails",
  },
  { shows: "no document", given: [{ type: "aws:iam/policy:Policy", name: "subject" }], answer: "not-applicable" },
  {
    shows: "a policy of an account",
    given: {
      ...emptyInventory("account"),
      iamPolicies: [
        {
          id: "arn:aws:iam::111122223333:policy/connect",
          name: "subject",
          identifiers: [],
          document: JSON.stringify(documentOf({ Action: connect, Resource: "*" })),
        },
      ],
    },
    answer: "fails",
  },
]);

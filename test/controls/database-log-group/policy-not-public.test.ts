import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { flowLog, group } from "./rows";

const policy = (statement: object): Row => ({
  type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  name: "subject",
  props: {
    policyDocument: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "logs:PutLogEvents", ...statement }] }),
  },
});
const arn = (name: string): string => `arn:aws:logs:*:*:log-group:${name}`;
const flow = { ...group({ name: "flow" }), name: "flow" };
const writesToFlow = flowLog.map((row) =>
  row.name === "log" ? { ...row, props: { ...row.props, logDestination: pending("flow") } } : row,
) as readonly Row[];

describeControl("database-log-group-policy-not-public", [
  {
    shows: "a service",
    given: [policy({ Principal: { Service: "es.amazonaws.com" }, Resource: arn("*") })],
    answer: "holds",
  },
  {
    shows: "everybody",
    given: [policy({ Principal: "*", Resource: arn("/aws/rds/*:*") })],
    answer: "fails",
    says: "policyDocument allows everybody",
  },
  { shows: "everybody on every group", given: [policy({ Principal: { AWS: "*" }, Resource: "*" })], answer: "fails" },
  {
    shows: "everybody on groups that start so",
    given: [policy({ Principal: "*", Resource: arn("/aws/*") })],
    answer: "fails",
  },
  {
    shows: "everybody on a group of something else",
    given: [policy({ Principal: "*", Resource: arn("/aws/route53/*") })],
    answer: "holds",
  },
  {
    shows: "everybody on all groups but one",
    given: [policy({ Principal: "*", NotResource: arn("/aws/route53/*") })],
    answer: "fails",
  },
  {
    shows: "everybody of one account",
    given: [
      policy({ Principal: "*", Resource: "*", Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }),
    ],
    answer: "holds",
  },
  {
    shows: "everybody on the group of a flow log",
    given: [policy({ Principal: "*", Resource: arn("flow:*") }), ...writesToFlow, flow],
    answer: "fails",
  },
  {
    shows: "an object in place of a text",
    given: [
      {
        type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
        name: "subject",
        props: {
          policyDocument: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "*", Principal: "*", Resource: pending() }],
          },
        },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a policy known at deploy",
    given: [
      {
        type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
        name: "subject",
        props: { policyDocument: pending() },
      },
    ],
    answer: "undecided",
  },
]);

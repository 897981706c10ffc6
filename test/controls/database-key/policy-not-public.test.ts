import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { key } from "./rows";

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const everybody = { ...allow, Principal: "*" };
const root = { ...allow, Principal: { AWS: "arn:aws:iam::123456789012:root" } };

describeControl("database-key-policy-not-public", [
  { shows: "the account", given: [key({ policy: policy(root) })], answer: "holds" },
  {
    shows: "everybody",
    given: [key({ policy: policy(root, { ...allow, Principal: { AWS: "*" } }) })],
    answer: "fails",
    says: "policy allows everybody",
  },
  { shows: "AWS's default", given: [key()], answer: "holds" },
  { shows: "everybody, by the bare star", given: [key({ policy: policy(everybody) })], answer: "fails" },
  {
    shows: "everybody of one account",
    given: [
      key({ policy: policy({ ...everybody, Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } } }) }),
    ],
    answer: "holds",
  },
  {
    shows: "everybody by way of a service alone",
    given: [
      key({
        policy: policy({
          ...everybody,
          Condition: { StringEquals: { "kms:ViaService": "rds.eu-west-1.amazonaws.com" } },
        }),
      }),
    ],
    answer: "fails",
  },
  {
    shows: "everybody, by a separate policy",
    given: [
      key({ policy: policy(root) }),
      {
        type: "aws:kms/keyPolicy:KeyPolicy",
        name: "policy",
        props: { keyId: pending("subject"), policy: policy(everybody) },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a policy known at deploy",
    given: [key({ policy: pending() })],
    answer: "undecided",
    says: "policy, known at deploy",
  },
  {
    shows: "a text that is no policy",
    given: [key({ policy: "everybody" })],
    answer: "fails",
    says: "policy is not a policy document of JSON",
  },
  {
    shows: "a policy of the key of a replica",
    given: [{ type: "aws:kms/replicaKey:ReplicaKey", name: "subject", props: { policy: policy(everybody) } }],
    answer: "fails",
  },
]);

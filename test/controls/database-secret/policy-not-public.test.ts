import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { proxyOf } from "./rows";

const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-abcdef";
const policy = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [
      {
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
        Principal: principal,
        Condition: condition,
      },
    ],
  });
const separate = (document: string): Row => ({
  type: "aws:secretsmanager/secretPolicy:SecretPolicy",
  name: "subject",
  props: { secretArn: pending("secret"), policy: document },
});
const secret = (props: object = {}): Row => ({ type: "aws:secretsmanager/secret:Secret", name: "secret", props });
const proxy = proxyOf(pending("secret"));
const policyOf = (secretArn: string | ReturnType<typeof pending>, document: string): Row => ({
  type: "aws:secretsmanager/secretPolicy:SecretPolicy",
  name: "subject",
  props: { secretArn, policy: document },
});
const other = { AWS: "arn:aws:iam::210987654321:root" };

describeControl("database-secret-policy-not-public", [
  {
    shows: "a role of the account",
    given: [secret(), separate(policy({ AWS: "arn:aws:iam::123456789012:role/shop" }))],
    answer: "holds",
  },
  { shows: "everybody", given: [secret(), separate(policy("*"))], answer: "fails", says: "policy allows everybody" },
  {
    shows: "everybody, inline",
    given: [{ type: "aws:secretsmanager/secret:Secret", name: "subject", props: { policy: policy({ AWS: "*" }) } }],
    answer: "fails",
  },
  {
    shows: "no policy",
    given: [{ type: "aws:secretsmanager/secret:Secret", name: "subject", props: {} }],
    answer: "not-applicable",
  },
  {
    shows: "everybody of an organization",
    given: [secret(), separate(policy("*", { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } }))],
    answer: "holds",
  },
  {
    shows: "another account",
    given: [proxy, secret({ arn }), separate(policy(other))],
    answer: "fails",
    says: "policy allows account 210987654321",
  },
  {
    shows: "another account that is trusted",
    given: [proxy, secret({ arn }), separate(policy(other))],
    options: { trustedAccounts: ["210987654321"] },
    answer: "holds",
  },
  {
    shows: "an account while that of the secret is not known",
    given: [proxy, secret(), separate(policy(other))],
    answer: "undecided",
  },
  {
    shows: "another account and a secret of no database",
    given: [secret({ arn }), separate(policy(other))],
    answer: "holds",
  },
  {
    shows: "a policy known at deploy",
    given: [
      secret(),
      { type: "aws:secretsmanager/secretPolicy:SecretPolicy", name: "subject", props: { policy: pending("secret") } },
    ],
    answer: "undecided",
  },
  {
    shows: "another account, while the secret of the proxy and of the policy are those of another stack",
    given: [proxyOf(pending()), policyOf(pending(), policy(other))],
    answer: "undecided",
  },
  {
    shows: "another account and a secret kept elsewhere, which a proxy names too",
    given: [proxyOf(arn), policyOf(arn, policy(other))],
    answer: "fails",
    says: "policy allows account 210987654321",
  },
  {
    shows: "another account and a secret kept elsewhere, while that of the proxy is not known",
    given: [proxyOf(pending()), policyOf(arn, policy(other))],
    answer: "undecided",
  },
  {
    shows: "another account and a secret of the program, while that of the proxy is not known",
    given: [proxyOf(pending()), secret({ arn }), separate(policy(other))],
    answer: "undecided",
  },
  {
    shows: "another account, while the policy comes from something that does not tell its secret",
    given: [
      proxy,
      secret({ arn }),
      policyOf(pending("version"), policy(other)),
      { type: "aws:kms/key:Key", name: "version" },
    ],
    answer: "undecided",
  },
  {
    shows: "another account and the managed password of a database",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", manageMasterUserPassword: true },
      },
      policyOf(pending("orders"), policy(other)),
    ],
    answer: "undecided",
  },
  {
    shows: "another account and a secret kept elsewhere, which no database names",
    given: [policyOf(arn, policy(other))],
    answer: "holds",
  },
  {
    shows: "everybody, whatever the secret is of",
    given: [proxyOf(pending()), policyOf(pending(), policy("*"))],
    answer: "fails",
  },
]);

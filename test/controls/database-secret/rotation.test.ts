import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { proxy, proxyOf, secret } from "./rows";

type RotationProps = NonNullable<Extract<Row, { type: "aws:secretsmanager/secretRotation:SecretRotation" }>["props"]>;

const rotation = (props: RotationProps): Row => ({
  type: "aws:secretsmanager/secretRotation:SecretRotation",
  name: "rotation",
  props: { secretId: pending("subject"), ...props },
});
const scheduled = (scheduleExpression: string): readonly Row[] => [
  proxy,
  secret(),
  rotation({ rotationRules: { scheduleExpression } }),
];
const managed: Row = {
  type: "aws:rds/instance:Instance",
  name: "subject",
  props: { engine: "postgres", manageMasterUserPassword: true },
};

describeControl("database-secret-rotation", [
  {
    shows: "rotation every thirty days",
    given: [proxy, secret(), rotation({ rotationRules: { automaticallyAfterDays: 30 } })],
    answer: "holds",
  },
  { shows: "no rotation", given: [proxy, secret()], answer: "fails", says: "it has no rotation" },
  {
    shows: "rotation once a year",
    given: [proxy, secret(), rotation({ rotationRules: { automaticallyAfterDays: 365 } })],
    answer: "fails",
    says: "it rotates every 365 days",
  },
  {
    shows: "rotation every 30 days where 7 are needed",
    given: [proxy, secret(), rotation({ rotationRules: { automaticallyAfterDays: 30 } })],
    options: { maximumDays: 7 },
    answer: "fails",
  },
  {
    shows: "rotation that is off",
    given: [proxy, secret(), rotation({ rotationEnabled: false })],
    answer: "fails",
    says: "its rotation is off",
  },
  { shows: "a rate of days", given: scheduled("rate(10 days)"), answer: "holds" },
  { shows: "a rate of hours", given: scheduled("rate(4 hours)"), answer: "holds" },
  { shows: "a rate that is too slow", given: scheduled("rate(100 days)"), answer: "fails" },
  { shows: "every month", given: scheduled("cron(0 8 1 * ? *)"), answer: "holds" },
  { shows: "every year", given: scheduled("cron(0 8 1 1 ? *)"), answer: "fails", says: "it rotates every 372 days" },
  { shows: "twice a year", given: scheduled("cron(0 8 1 JAN,JUL ? *)"), answer: "fails" },
  { shows: "every second month", given: scheduled("cron(0 8 1 1/2 ? *)"), answer: "holds" },
  { shows: "a schedule that cannot be read", given: scheduled("cron(0 8 1 1-6 ? *)"), answer: "undecided" },
  { shows: "a step of no months", given: scheduled("cron(0 8 1 1/0 ? *)"), answer: "undecided" },
  { shows: "a rate of no days", given: scheduled("rate(0 days)"), answer: "undecided" },
  {
    shows: "a schedule known at deploy",
    given: [proxy, secret(), rotation({ rotationRules: pending() })],
    answer: "undecided",
  },
  { shows: "a secret that no database names", given: [secret()], answer: "not-applicable" },
  { shows: "the managed password of an instance", given: [managed], answer: "holds" },
  {
    shows: "the managed password of an instance whose rotation is switched off",
    given: [managed, rotation({ rotationEnabled: false })],
    answer: "fails",
    says: "its rotation is off",
  },
  {
    shows: "one of two secrets that a proxy may read",
    given: [
      { type: "aws:rds/proxy:Proxy", name: "proxy", props: { auths: [{ secretArn: pending("subject", "other") }] } },
      { type: "aws:secretsmanager/secret:Secret", name: "other", props: {} },
      secret(),
    ],
    answer: "undecided",
  },
  {
    shows: "a proxy whose secret comes from something that does not tell which, as a version of it",
    given: [proxyOf(pending("version")), { type: "aws:kms/key:Key", name: "version" }, secret()],
    answer: "undecided",
    says: "auths.secretArn, known at deploy",
  },
  {
    shows: "a proxy whose secret comes from outside the program",
    given: [proxyOf(pending()), secret()],
    answer: "undecided",
  },
  {
    shows: "a proxy whose secrets are all known at deploy",
    given: [{ type: "aws:rds/proxy:Proxy", name: "proxy", props: { auths: pending() } }, secret()],
    answer: "undecided",
  },
  {
    shows: "a proxy whose secret is another one of the program",
    given: [
      proxyOf(pending("other")),
      { type: "aws:secretsmanager/secret:Secret", name: "other", props: {} },
      secret(),
    ],
    answer: "not-applicable",
  },
  {
    shows: "a proxy whose secret is the managed password of a database",
    given: [
      proxyOf(pending("orders")),
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", manageMasterUserPassword: true },
      },
      secret(),
    ],
    answer: "not-applicable",
  },
  {
    shows: "a rotation whose secret comes from something that does not tell which",
    given: [
      proxy,
      secret(),
      rotation({ secretId: pending("version"), rotationRules: { automaticallyAfterDays: 30 } }),
      { type: "aws:kms/key:Key", name: "version" },
    ],
    answer: "undecided",
  },
  {
    shows: "the password of a directory that an instance joins",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "sqlserver-se", domainAuthSecretArn: pending("subject") },
      },
      secret(),
    ],
    answer: "fails",
  },
  {
    shows: "a secret of an account that RDS manages",
    given: {
      ...emptyInventory("account"),
      secrets: [{ id: "arn:1", name: "subject", identifiers: ["arn:1"], kmsKeyId: undefined, owningService: "rds" }],
    },
    answer: "holds",
  },
]);

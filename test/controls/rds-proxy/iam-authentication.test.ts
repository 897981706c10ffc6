import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:rds/proxy:Proxy" }>["props"]>;

const secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders";
const proxy = (props: Partial<Props>): Row => ({
  type: "aws:rds/proxy:Proxy",
  name: "subject",
  props: {
    engineFamily: "POSTGRESQL",
    roleArn: "arn:aws:iam::111122223333:role/proxy",
    vpcSubnetIds: ["subnet-1", "subnet-2"],
    ...props,
  },
});

describeControl("rds-proxy-iam-authentication", [
  { shows: "the default scheme", given: [proxy({ defaultAuthScheme: "IAM_AUTH" })], answer: "holds" },
  {
    shows: "an entry that does not say so",
    given: [proxy({ auths: [{ authScheme: "SECRETS", secretArn }] })],
    answer: "fails",
    says: "auths[0].iamAuth is not set (DISABLED)",
  },
  {
    shows: "every entry requires it",
    given: [proxy({ auths: [{ iamAuth: "REQUIRED", secretArn }] })],
    answer: "holds",
  },
  {
    shows: "one of two entries lets passwords in",
    given: [
      proxy({
        auths: [
          { iamAuth: "REQUIRED", secretArn },
          { iamAuth: "DISABLED", secretArn },
        ],
      }),
    ],
    answer: "fails",
    says: "auths[1].iamAuth is DISABLED",
  },
  {
    shows: "an entry that lets passwords in beside the default scheme",
    given: [proxy({ defaultAuthScheme: "IAM_AUTH", auths: [{ iamAuth: "DISABLED", secretArn }] })],
    answer: "fails",
  },
  {
    shows: "an entry without a secret",
    given: [proxy({ auths: [{ iamAuth: "REQUIRED" }] })],
    answer: "fails",
    says: "auths[0] has no secretArn",
  },
  {
    shows: "nothing set",
    given: [proxy({})],
    answer: "fails",
    says: "defaultAuthScheme is not IAM_AUTH and auths is empty",
  },
  {
    shows: "ENABLED on PostgreSQL",
    given: [proxy({ auths: [{ iamAuth: "ENABLED", secretArn }] })],
    answer: "fails",
  },
  {
    shows: "ENABLED on SQL Server",
    given: [proxy({ engineFamily: "SQLSERVER", auths: [{ iamAuth: "ENABLED", secretArn }] })],
    answer: "holds",
  },
  {
    shows: "ENABLED on a family known at deploy",
    given: [proxy({ engineFamily: pending(), auths: [{ iamAuth: "ENABLED", secretArn }] })],
    answer: "undecided",
  },
  {
    shows: "a secret of the program, in a first preview",
    given: [proxy({ auths: [{ iamAuth: "REQUIRED", secretArn: pending() }] })],
    answer: "holds",
  },
  { shows: "known at deploy", given: [proxy({ auths: [{ iamAuth: pending(), secretArn }] })], answer: "undecided" },
  { shows: "entries known at deploy", given: [proxy({ auths: pending() })], answer: "undecided" },
  { shows: "a scheme known at deploy", given: [proxy({ defaultAuthScheme: pending() })], answer: "undecided" },
]);

import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";
import { proxy, proxyOf, secret } from "./rows";

type InstanceProps = NonNullable<Extract<Row, { type: "aws:rds/instance:Instance" }>["props"]>;

const managed = (props: InstanceProps): Row => ({
  type: "aws:rds/instance:Instance",
  name: "subject",
  props: { engine: "postgres", manageMasterUserPassword: true, ...props },
});

describeControl("database-secret-customer-managed-key", [
  { shows: "a key of the program", given: [proxy, secret({ kmsKeyId: pending("key") }), customerKey], answer: "holds" },
  {
    shows: "no key",
    given: [proxy, secret()],
    answer: "fails",
    says: "kmsKeyId is not set (the AWS managed key aws/secretsmanager)",
  },
  { shows: "the AWS managed key", given: [proxy, secret({ kmsKeyId: "alias/aws/secretsmanager" })], answer: "fails" },
  {
    shows: "a key of another region",
    given: [proxy, secret({ region: "eu-west-1", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1" })],
    answer: "fails",
  },
  {
    shows: "a key outside the program",
    given: [proxy, secret({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" })],
    answer: "undecided",
  },
  {
    shows: "a key outside the program that the configuration trusts",
    given: [proxy, secret({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" })],
    options: { trustedKeys: ["arn:aws:kms:eu-west-1:123456789012:key/*"] },
    answer: "holds",
  },
  {
    shows: "no key, while the secret of the proxy is not known",
    given: [proxyOf(pending()), secret()],
    answer: "undecided",
  },
  { shows: "a secret that no database names", given: [secret()], answer: "not-applicable" },
  {
    shows: "the managed password of an instance, without a key",
    given: [managed({})],
    answer: "fails",
    says: "masterUserSecretKmsKeyId is not set (the AWS managed key aws/secretsmanager)",
  },
  {
    shows: "the managed password of an instance, with a key",
    given: [managed({ masterUserSecretKmsKeyId: pending("key") }), customerKey],
    answer: "holds",
  },
  {
    shows: "the managed password of a cluster, without a key",
    given: [
      {
        type: "aws:rds/cluster:Cluster",
        name: "subject",
        props: { engine: "aurora-mysql", manageMasterUserPassword: true },
      },
    ],
    answer: "fails",
  },
]);

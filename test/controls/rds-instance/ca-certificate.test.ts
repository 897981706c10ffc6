import { multiAzRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { inAccount, subjectInstance } from "../../support/rows";

describeControl("rds-instance-ca-certificate", [
  {
    shows: "a current authority",
    given: [subjectInstance({ caCertIdentifier: "rds-ca-rsa4096-g1" })],
    answer: "holds",
  },
  {
    shows: "an expired authority",
    given: [subjectInstance({ caCertIdentifier: "rds-ca-2019" })],
    answer: "fails",
    says: "its certificate authority is rds-ca-2019, which has expired or soon will",
  },
  {
    shows: "an older one, in capitals",
    given: [subjectInstance({ caCertIdentifier: "RDS-CA-2015" })],
    answer: "fails",
  },
  { shows: "not set: the account's default", given: [subjectInstance({})], answer: "holds" },
  { shows: "known at deploy", given: [subjectInstance({ caCertIdentifier: pending() })], answer: "undecided" },
  {
    shows: "an authority that soon expires, by configuration",
    given: [subjectInstance({ caCertIdentifier: "rds-ca-rsa2048-g1" })],
    options: { expiredAuthorities: ["rds-ca-rsa2048-g1"] },
    answer: "fails",
  },
  {
    shows: "a cluster member, which has a certificate of its own",
    given: [
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "subject",
        props: {
          clusterIdentifier: "orders",
          engine: "aurora-mysql",
          instanceClass: "db.r8g.large",
          caCertIdentifier: "rds-ca-2019",
        },
      },
    ],
    answer: "fails",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ caCertIdentifier: "rds-ca-2019" })]),
    answer: "fails",
  },
  {
    shows: "the members of a Multi-AZ DB cluster",
    given: [multiAzRow({ caCertificateIdentifier: "rds-ca-2019" })],
    answer: "fails",
    says: "its certificate authority is rds-ca-2019, which has expired or soon will",
  },
  {
    shows: "the members of a Multi-AZ DB cluster, of a current authority",
    given: [multiAzRow({ caCertificateIdentifier: "rds-ca-ecc384-g1" })],
    answer: "holds",
  },
  {
    shows: "the members of a Multi-AZ DB cluster, known at deploy",
    given: [multiAzRow({ caCertificateIdentifier: pending() })],
    answer: "undecided",
  },
]);

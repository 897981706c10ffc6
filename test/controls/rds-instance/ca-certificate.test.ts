import { multiAzRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { type Pending, pending, type Row } from "../../support/program";
import { inAccount, subjectInstance } from "../../support/rows";

/** What makes an authority the default of the account in a region. */
const byDefault = (certificateIdentifier: string | Pending, region?: string): Row => ({
  type: "aws:rds/certificate:Certificate",
  name: "default",
  props: { certificateIdentifier, ...(region === undefined ? {} : { region }) },
});

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
  {
    shows: "not set, where the program makes an expired one the account's default",
    given: [subjectInstance({}), byDefault("rds-ca-2019")],
    answer: "fails",
    says: "its certificate authority is rds-ca-2019, which has expired or soon will",
  },
  {
    shows: "not set, where the program makes a current one the account's default",
    given: [subjectInstance({}), byDefault("rds-ca-rsa4096-g1")],
    answer: "holds",
  },
  {
    shows: "not set, where the program sets a default known at deploy",
    given: [subjectInstance({}), byDefault(pending())],
    answer: "undecided",
    says: "certificateIdentifier, known at deploy",
  },
  {
    shows: "a current one beside an expired default",
    given: [subjectInstance({ caCertIdentifier: "rds-ca-rsa2048-g1" }), byDefault("rds-ca-2019")],
    answer: "holds",
  },
  {
    shows: "the default of another region",
    given: [subjectInstance({ region: "eu-west-1" }), byDefault("rds-ca-2019", "us-east-1")],
    answer: "holds",
  },
  {
    shows: "a default of a region that may be the instance's",
    given: [subjectInstance({}), byDefault("rds-ca-2019", "us-east-1")],
    answer: "undecided",
    says: "whether the default certificate that the program sets is that of its region",
  },
  {
    shows: "the members of a Multi-AZ DB cluster, by an expired default",
    given: [multiAzRow({}), byDefault("rds-ca-2019")],
    answer: "fails",
  },
]);

import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

const domainAuthSecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:joiner-1a2b3c";
const domainFqdn = "corp.example.com";

describeControl("rds-instance-domain-secret", [
  {
    shows: "credentials from a secret",
    given: [subjectInstance({ engine: "sqlserver-se", domainFqdn, domainAuthSecretArn })],
    answer: "holds",
  },
  {
    shows: "no secret",
    given: [subjectInstance({ engine: "sqlserver-se", domainFqdn })],
    answer: "fails",
    says: "domainAuthSecretArn is not set beside domainFqdn",
  },
  {
    shows: "credentials in place of a secret",
    given: [subjectInstance({ domainFqdn, domainAuthSecretArn: "joiner:correct horse battery staple" })],
    answer: "fails",
    says: "domainAuthSecretArn is a text that is no ARN of Secrets Manager",
  },
  {
    shows: "a secret of the program",
    given: [
      { type: "aws:secretsmanager/secret:Secret", name: "joiner" },
      subjectInstance({ domainFqdn, domainAuthSecretArn: pending("joiner") }),
    ],
    answer: "holds",
  },
  {
    shows: "a secret that comes from no resource",
    given: [subjectInstance({ domainFqdn, domainAuthSecretArn: pending() })],
    answer: "undecided",
  },
  { shows: "a domain known at deploy", given: [subjectInstance({ domainFqdn: pending() })], answer: "undecided" },
  { shows: "no domain", given: [subjectInstance({ engine: "sqlserver-se" })], answer: "not-applicable" },
  {
    shows: "a directory of AWS, which is joined by a role",
    given: [subjectInstance({ domain: "d-1234567890", domainIamRoleName: "rds-directory" })],
    answer: "not-applicable",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);

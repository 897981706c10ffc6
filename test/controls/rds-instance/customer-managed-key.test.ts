import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, customerKey, memberOfCluster, subjectInstance } from "../../support/rows";

const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234";

describeControl("rds-instance-customer-managed-key", [
  {
    shows: "a key of the program, by dependency in a first preview",
    given: [customerKey, subjectInstance({ kmsKeyId: pending("key") })],
    answer: "holds",
  },
  {
    shows: "a key of the program, by its ARN",
    given: [{ type: "aws:kms/key:Key", name: "key", props: { arn: keyArn } }, subjectInstance({ kmsKeyId: keyArn })],
    answer: "holds",
  },
  { shows: "an alias of one's own", given: [subjectInstance({ kmsKeyId: "alias/orders" })], answer: "holds" },
  {
    shows: "not set",
    given: [subjectInstance({ storageEncrypted: true })],
    answer: "fails",
    says: "kmsKeyId is not set (not encrypted, or with the AWS managed key aws/rds)",
  },
  {
    shows: "the alias of the AWS managed key",
    given: [subjectInstance({ kmsKeyId: "alias/aws/rds" })],
    answer: "fails",
    says: "kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "the ARN of that alias, in capitals",
    given: [subjectInstance({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/AWS/rds" })],
    answer: "fails",
  },
  {
    shows: "a key of another region",
    given: [subjectInstance({ region: "us-east-1", kmsKeyId: keyArn })],
    answer: "fails",
    says: `kmsKeyId is ${keyArn}, a key of another region`,
  },
  {
    shows: "a key of which the program says nothing, which may be AWS's",
    given: [subjectInstance({ kmsKeyId: keyArn })],
    answer: "undecided",
    says: `who manages the key ${keyArn}, which is not in this program and not among the option trustedKeys`,
  },
  {
    shows: "a value that comes from no resource",
    given: [subjectInstance({ kmsKeyId: pending() })],
    answer: "undecided",
    says: "kmsKeyId, known at deploy",
  },
  {
    shows: "a replica that inherits the key of its source",
    given: [
      customerKey,
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", kmsKeyId: pending("key") } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "holds",
  },
  {
    shows: "a key asked for on a restore, which keeps that of its snapshot",
    given: [
      customerKey,
      subjectInstance({ storageEncrypted: true, kmsKeyId: pending("key"), snapshotIdentifier: pending("snapshot") }),
      {
        type: "aws:rds/snapshot:Snapshot",
        name: "snapshot",
        props: { dbInstanceIdentifier: pending("source"), dbSnapshotIdentifier: "before" },
      },
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", kmsKeyId: "alias/aws/rds" } },
    ],
    answer: "fails",
    says: "the snapshot that it is made from fails: kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "a key of its own on a replica in the region of its source",
    given: [
      customerKey,
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", storageEncrypted: true } },
      subjectInstance({ kmsKeyId: pending("key"), replicateSourceDb: pending("source") }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica that inherits the AWS managed key of its source",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres", kmsKeyId: "alias/aws/rds" } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "fails",
    says: "the source that it is made from fails: kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "a restore from a copy of a snapshot under a customer's key",
    given: [
      customerKey,
      subjectInstance({ storageEncrypted: true, snapshotIdentifier: pending("copy") }),
      {
        type: "aws:rds/snapshotCopy:SnapshotCopy",
        name: "copy",
        props: { sourceDbSnapshotIdentifier: "before", targetDbSnapshotIdentifier: "after", kmsKeyId: pending("key") },
      },
    ],
    answer: "holds",
  },
  {
    shows: "a replica from another region with no key",
    given: [
      subjectInstance({ region: "eu-west-1", replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders" }),
    ],
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "a text that is no key at all, which is not shown",
    given: [subjectInstance({ kmsKeyId: "correct horse:alias/aws/battery staple" })],
    answer: "fails",
    says: "kmsKeyId is a text that is no ARN, alias or key id, an AWS managed key",
  },
  {
    shows: "a key of another stack that is trusted",
    given: [subjectInstance({ kmsKeyId: keyArn })],
    options: { trustedKeys: [keyArn] },
    answer: "holds",
  },
  {
    shows: "a key of an account and region whose keys are trusted",
    given: [subjectInstance({ kmsKeyId: keyArn })],
    options: { trustedKeys: [keyArn.replace(/key\/.*/, "key/*")] },
    answer: "holds",
  },
  {
    shows: "a key of another stack beside those that are trusted",
    given: [subjectInstance({ kmsKeyId: keyArn })],
    options: { trustedKeys: ["arn:aws:kms:eu-west-1:999999999999:key/*"] },
    answer: "undecided",
  },
  {
    shows: "the AWS managed key, whatever is trusted",
    given: [subjectInstance({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds" })],
    options: { trustedKeys: ["*"] },
    answer: "fails",
  },
]);

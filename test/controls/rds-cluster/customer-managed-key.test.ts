import { clusterRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { customerKey } from "../../support/rows";

describeControl("rds-cluster-customer-managed-key", [
  {
    shows: "a key of the program, by dependency in a first preview",
    given: [subjectCluster({ storageEncrypted: true, kmsKeyId: pending("key") }), customerKey],
    answer: "holds",
  },
  {
    shows: "not set",
    given: [subjectCluster({ storageEncrypted: true })],
    answer: "fails",
    says: "kmsKeyId is not set (not encrypted, or with the AWS managed key aws/rds)",
  },
  {
    shows: "the alias of the AWS managed key",
    given: [subjectCluster({ storageEncrypted: true, kmsKeyId: "alias/aws/rds" })],
    answer: "fails",
    says: "kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "a key of another region",
    given: [subjectCluster({ region: "eu-west-1", kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/abc" })],
    answer: "fails",
  },
  {
    shows: "a key of which the program says nothing, which may be AWS's",
    given: [subjectCluster({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/abc" })],
    answer: "undecided",
  },
  {
    shows: "a replica that inherits the key of its source",
    given: [
      subjectCluster({ replicationSourceIdentifier: pending("source") }),
      clusterRow("source", { storageEncrypted: true, kmsKeyId: "alias/orders" }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica from another region with no key",
    given: [
      subjectCluster({
        region: "eu-west-1",
        storageEncrypted: true,
        replicationSourceIdentifier: "arn:aws:rds:us-east-1:111122223333:cluster:orders",
      }),
    ],
    answer: "fails",
  },
  {
    shows: "a restore that keeps the AWS managed key of its source",
    given: [
      subjectCluster({ restoreToPointInTime: { sourceClusterIdentifier: pending("source") } }),
      clusterRow("source", { storageEncrypted: true }),
    ],
    answer: "fails",
  },
  {
    shows: "a restore under a key of its own",
    given: [
      subjectCluster({
        kmsKeyId: "alias/orders",
        restoreToPointInTime: { sourceClusterIdentifier: pending("source") },
      }),
      clusterRow("source", { storageEncrypted: true }),
    ],
    answer: "holds",
  },
  {
    shows: "a secondary of a global cluster with no key of its region",
    given: [subjectCluster({ storageEncrypted: true, globalClusterIdentifier: "orders" })],
    answer: "fails",
  },
]);

import { clusterRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

const stream = (kmsKeyId: string | ReturnType<typeof pending>, region?: string): Row => ({
  type: "aws:rds/clusterActivityStream:ClusterActivityStream",
  name: "subject",
  props: { resourceArn: pending("orders"), mode: "async", kmsKeyId, ...(region === undefined ? {} : { region }) },
});
const orders = clusterRow("orders", {});

describeControl("rds-activity-stream-customer-managed-key", [
  { shows: "a key of the program", given: [orders, stream(pending("key")), customerKey], answer: "holds" },
  {
    shows: "the AWS managed key",
    given: [orders, stream("alias/aws/rds")],
    answer: "fails",
    says: "kmsKeyId is alias/aws/rds, an AWS managed key",
  },
  {
    shows: "a key of another region",
    given: [orders, stream("arn:aws:kms:us-east-1:111122223333:key/abc", "eu-west-1")],
    answer: "fails",
  },
  { shows: "known at deploy", given: [orders, stream(pending())], answer: "undecided" },
]);

import { inAccount, memberRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

const options = { enabled: true };
const stream = (kmsKeyId: string | ReturnType<typeof pending>, cluster = pending("subject")): Row => ({
  type: "aws:rds/clusterActivityStream:ClusterActivityStream",
  name: "stream",
  props: { resourceArn: cluster, kmsKeyId, mode: "async" },
});

describeControl("rds-cluster-activity-stream", [
  {
    shows: "a stream with a customer managed key",
    given: [subjectCluster({}), stream(pending("key")), customerKey],
    options,
    answer: "holds",
  },
  { shows: "no stream", given: [subjectCluster({})], options, answer: "fails", says: "it has no activity stream" },
  {
    shows: "a stream with the AWS managed key",
    given: [subjectCluster({}), stream("alias/aws/rds")],
    options,
    answer: "fails",
  },
  {
    shows: "a stream whose cluster is known at deploy",
    given: [subjectCluster({}), stream(pending("key"), pending()), customerKey],
    options,
    answer: "undecided",
  },
  {
    shows: "streams of an account that could not be listed",
    given: inAccount([subjectCluster({})], { unread: { activityStreams: "rds:DescribeDBClusters was denied" } }),
    options,
    answer: "undecided",
  },
  {
    shows: "a Multi-AZ DB cluster, which has none",
    given: [subjectCluster({ engine: "mysql" })],
    options,
    answer: "not-applicable",
  },
  {
    shows: "Aurora Serverless version 1, which has none",
    given: [subjectCluster({ engineMode: "serverless" })],
    options,
    answer: "not-applicable",
  },
  {
    shows: "a cluster with a member of Aurora Serverless version 2, which has none",
    given: [subjectCluster({}), memberRow("writer", { instanceClass: "db.serverless" })],
    options,
    answer: "not-applicable",
  },
  {
    shows: "a cluster of provisioned members without a stream",
    given: [subjectCluster({}), memberRow("writer")],
    options,
    answer: "fails",
  },
]);

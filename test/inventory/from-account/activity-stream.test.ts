import assert from "node:assert/strict";
import type { DBCluster, DBInstance } from "@aws-sdk/client-rds";
import { activityStream } from "../../../inventory/from-account/activity-stream";
import type { ActivityStream } from "../../../inventory/model";

const region = "eu-west-1";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const cluster = "arn:aws:rds:eu-west-1:111122223333:cluster:shop";
const instance = "arn:aws:rds:eu-west-1:111122223333:db:erp";

describe("from-account: activity stream", () => {
  const rows: readonly [string, DBCluster | DBInstance, ActivityStream][] = [
    [
      "a cluster",
      {
        DBClusterIdentifier: "shop",
        DBClusterArn: cluster,
        ActivityStreamStatus: "started",
        ActivityStreamKmsKeyId: key,
      },
      {
        id: `${cluster}/activity-stream`,
        name: "shop (activity stream)",
        identifiers: [],
        region,
        cluster,
        kmsKeyId: key,
      },
    ],
    [
      "an instance of Oracle",
      {
        DBInstanceIdentifier: "erp",
        DBInstanceArn: instance,
        ActivityStreamStatus: "starting",
        ActivityStreamKmsKeyId: key,
      },
      {
        id: `${instance}/activity-stream`,
        name: "erp (activity stream)",
        identifiers: [],
        region,
        cluster: undefined,
        kmsKeyId: key,
      },
    ],
  ];
  for (const [title, database, expected] of rows) {
    it(`maps that of ${title}`, () => {
      assert.deepEqual(activityStream(database, region), [expected]);
    });
  }

  for (const status of ["stopped", "stopping", undefined] as const) {
    it(`is none where it is ${status}`, () => {
      assert.deepEqual(activityStream({ DBClusterArn: cluster, ActivityStreamStatus: status }, region), []);
    });
  }
});

import type { DBCluster, DBInstance } from "@aws-sdk/client-rds";
import type { ActivityStream } from "../model";

/** The activity stream of a cluster, or of an instance of Oracle or SQL Server, where one runs or starts. */
export function activityStream(database: DBCluster | DBInstance, region: string): readonly ActivityStream[] {
  const { ActivityStreamStatus: status, ActivityStreamKmsKeyId: kmsKeyId } = database;
  if (status !== "started" && status !== "starting") {
    return [];
  }
  const isInstance = "DBInstanceIdentifier" in database;
  const arn = isInstance ? database.DBInstanceArn : (database as DBCluster).DBClusterArn;
  const name = isInstance ? database.DBInstanceIdentifier : database.DBClusterIdentifier;
  return [
    {
      id: `${arn}/activity-stream`,
      name: `${name} (activity stream)`,
      identifiers: [],
      region,
      cluster: isInstance ? undefined : arn,
      kmsKeyId,
    },
  ];
}

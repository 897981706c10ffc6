import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ActivityMonitor } from "aws-secure-database";

// A cluster that somebody else made, and a monitor that comes and goes.
const config = new pulumi.Config();
const engine = "aurora-postgresql";

const cluster = new aws.rds.Cluster("ledger", {
  engine,
  masterUsername: "ledger",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  skipFinalSnapshot: true,
});

if (config.requireBoolean("watched")) {
  new ActivityMonitor("ledger", {
    clusterArn: cluster.arn,
    clusterResourceId: cluster.clusterResourceId,
    engine,
  });
}

export const clusterIdentifier = cluster.clusterIdentifier;

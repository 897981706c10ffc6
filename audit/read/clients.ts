import { ApplicationAutoScalingClient } from "@aws-sdk/client-application-auto-scaling";
import { BackupClient } from "@aws-sdk/client-backup";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DAXClient } from "@aws-sdk/client-dax";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { GuardDutyClient } from "@aws-sdk/client-guardduty";
import { IAMClient } from "@aws-sdk/client-iam";
import { KinesisClient } from "@aws-sdk/client-kinesis";
import { KMSClient } from "@aws-sdk/client-kms";
import { RDSClient } from "@aws-sdk/client-rds";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";
import { EnvironmentHttpHandler } from "./http";

/** The services that an audit asks, in one region. */
export interface Clients {
  readonly rds: RDSClient;
  readonly ec2: EC2Client;
  readonly kms: KMSClient;
  readonly dynamodb: DynamoDBClient;
  readonly dax: DAXClient;
  readonly scaling: ApplicationAutoScalingClient;
  readonly kinesis: KinesisClient;
  readonly backup: BackupClient;
  readonly secrets: SecretsManagerClient;
  readonly logs: CloudWatchLogsClient;
  readonly guardduty: GuardDutyClient;
  readonly iam: IAMClient;
  readonly sts: STSClient;
}

/**
 * Clients with the SDK's own credentials chain and endpoints (AWS_ENDPOINT_URL).
 * They slow down where AWS throttles: dynamodb:DescribeContinuousBackups, for one, is allowed 10 times a second.
 */
export function createClients(region: string, maxSockets: number): Clients {
  const configuration = {
    region,
    requestHandler: new EnvironmentHttpHandler(maxSockets),
    retryMode: process.env.AWS_RETRY_MODE ?? "adaptive",
    maxAttempts: Number(process.env.AWS_MAX_ATTEMPTS) || 8,
    customUserAgent: "aws-secure-database",
  };
  return {
    rds: new RDSClient(configuration),
    ec2: new EC2Client(configuration),
    kms: new KMSClient(configuration),
    dynamodb: new DynamoDBClient(configuration),
    // Where a region has no DAX, looking for it again and again finds nothing either.
    dax: new DAXClient({ ...configuration, maxAttempts: 3 }),
    scaling: new ApplicationAutoScalingClient(configuration),
    kinesis: new KinesisClient(configuration),
    backup: new BackupClient(configuration),
    secrets: new SecretsManagerClient(configuration),
    logs: new CloudWatchLogsClient(configuration),
    guardduty: new GuardDutyClient(configuration),
    iam: new IAMClient(configuration),
    // Its answer is for the report's heading only: not worth waiting for where STS cannot be reached.
    sts: new STSClient({ ...configuration, maxAttempts: 2 }),
  };
}

/** Closes the connections, so that the process can end. */
export function destroyClients(clients: Clients): void {
  for (const client of Object.values(clients)) {
    client.destroy();
  }
}

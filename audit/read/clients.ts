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
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "./credentials";
import { EnvironmentHttpHandler } from "./http";
import { retries } from "./retry";

/** The services that an audit asks, in one region. */
export interface Clients {
  readonly rds: RDSClient;
  readonly ec2: EC2Client;
  readonly kms: KMSClient;
  readonly dynamodb: DynamoDBClient;
  readonly dax: DAXClient;
  readonly scaling: ApplicationAutoScalingClient;
  readonly kinesis: KinesisClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
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
export function createClients(
  region: string,
  maxSockets: number,
  credentials?: Credentials,
  signal?: AbortSignal,
): Clients {
  const requestHandler = new EnvironmentHttpHandler(maxSockets, { signal });
  const configured = (attempts?: number) => configurationOf(region, requestHandler, credentials, attempts);
  return {
    rds: new RDSClient(configured()),
    ec2: new EC2Client(configured()),
    kms: new KMSClient(configured()),
    dynamodb: new DynamoDBClient(configured()),
    // Where a region has no DAX, looking for it again and again finds nothing either.
    dax: new DAXClient(configured(3)),
    scaling: new ApplicationAutoScalingClient(configured()),
    kinesis: new KinesisClient(configured()),
    tagging: new ResourceGroupsTaggingAPIClient(configured()),
    backup: new BackupClient(configured()),
    secrets: new SecretsManagerClient(configured()),
    logs: new CloudWatchLogsClient(configured()),
    guardduty: new GuardDutyClient(configured()),
    iam: new IAMClient(configured()),
    sts: new STSClient(configured()),
  };
}

/** What a client is made with; each has retries of its own, as services throttle apart from each other. */
export function configurationOf(
  region: string,
  requestHandler: EnvironmentHttpHandler,
  credentials?: Credentials,
  attempts?: number,
) {
  return {
    region,
    requestHandler,
    ...retries(attempts),
    customUserAgent: "aws-secure-database",
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** Closes the connections, so that the process can end. */
export function destroyClients(clients: Clients): void {
  for (const client of Object.values(clients)) {
    client.destroy();
  }
}

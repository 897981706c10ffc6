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
import type { Clients } from "../../../audit/read/clients";

export type Input = Readonly<Record<string, unknown>>;

interface Command {
  readonly input: Input;
}

/** What AWS answers to a command, by the command's name without "Command"; an error is thrown. */
export type Answers = Readonly<Record<string, object | ((input: Input) => object)>>;

export interface Stub {
  readonly clients: Clients;
  /** What was sent, in order: "DescribeTable orders". */
  readonly sent: readonly string[];
  /** The IAM actions of what was sent. */
  readonly actions: ReadonlySet<string>;
  /** The most calls that were under way at once. */
  busiest(): number;
}

/** Clients that answer from a table, and `{}` to what it does not hold. */
export function stubClients(answers: Answers): Stub {
  const sent: string[] = [];
  const actions = new Set<string>();
  let busy = 0;
  let busiest = 0;

  const send = async (service: string, command: Command) => {
    const name = command.constructor.name.replace(/Command$/, "");
    actions.add(`${service}:${name}`);
    const subject = subjectKeys.map((key) => command.input[key]).find((value) => value !== undefined);
    sent.push(subject === undefined ? name : `${name} ${subject}`);
    busy += 1;
    busiest = Math.max(busiest, busy);
    await new Promise((resolve) => setImmediate(resolve));
    busy -= 1;
    const answer = answers[name] ?? {};
    const result = typeof answer === "function" ? answer(command.input) : answer;
    if (result instanceof Error) {
      throw result;
    }
    return result;
  };

  // Paginators take nothing but a client of their service; its constructor would look for settings of this machine.
  const stub = <C extends object>(service: string, prototype: C): C =>
    Object.assign(Object.create(prototype), { send: (command: Command) => send(service, command) });
  return {
    sent,
    actions,
    busiest: () => busiest,
    clients: {
      rds: stub("rds", RDSClient.prototype),
      ec2: stub("ec2", EC2Client.prototype),
      kms: stub("kms", KMSClient.prototype),
      dynamodb: stub("dynamodb", DynamoDBClient.prototype),
      dax: stub("dax", DAXClient.prototype),
      scaling: stub("application-autoscaling", ApplicationAutoScalingClient.prototype),
      kinesis: stub("kinesis", KinesisClient.prototype),
      backup: stub("backup", BackupClient.prototype),
      secrets: stub("secretsmanager", SecretsManagerClient.prototype),
      logs: stub("logs", CloudWatchLogsClient.prototype),
      guardduty: stub("guardduty", GuardDutyClient.prototype),
      iam: stub("iam", IAMClient.prototype),
      sts: stub("sts", STSClient.prototype),
    },
  };
}

/** What a command is about, by the names of its inputs. */
const subjectKeys = [
  "TableName",
  "ResourceArn",
  "KeyId",
  "SecretId",
  "StreamARN",
  "DBParameterGroupName",
  "DBClusterParameterGroupName",
  "DBSnapshotIdentifier",
  "DBClusterSnapshotIdentifier",
  "PrefixListId",
  "BackupVaultName",
  "BackupPlanId",
  "DetectorId",
  "logGroupNamePrefix",
];

/** An error as the SDK throws it. */
export function awsError(name: string, message: string, status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

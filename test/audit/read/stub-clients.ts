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
  /** The most calls to a service that were under way at once. */
  busiest(service: string): number;
}

export interface Sending {
  readonly onSend?: (name: string) => void;
  /** When the answer to what was sent comes; soon unless given. */
  readonly answered?: () => Promise<void>;
}

const immediately = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Clients that answer from a table, and `{}` to what it does not hold. */
export function stubClients(answers: Answers, { onSend, answered = immediately }: Sending = {}): Stub {
  const sent: string[] = [];
  const actions = new Set<string>();
  const busy = new Map<string, number>();
  const busiest = new Map<string, number>();

  const send = async (service: string, command: Command) => {
    const name = nameOf(command);
    actions.add(`${service}:${name}`);
    const subject = subjectKeys.map((key) => command.input[key]).find((value) => value !== undefined);
    sent.push(subject === undefined ? name : `${name} ${subject}`);
    onSend?.(name);
    const now = (busy.get(service) ?? 0) + 1;
    busy.set(service, now);
    busiest.set(service, Math.max(busiest.get(service) ?? 0, now));
    await answered();
    busy.set(service, (busy.get(service) ?? 0) - 1);
    return answerTo(command, answers);
  };

  // Paginators take nothing but a client of their service; its constructor would look for settings of this machine.
  const stubOf = <C extends object>(service: string, prototype: C): C =>
    Object.assign(Object.create(prototype), { send: (command: Command) => send(service, command) });
  return {
    sent,
    actions,
    busiest: (service) => busiest.get(service) ?? 0,
    clients: {
      rds: stubOf("rds", RDSClient.prototype),
      ec2: stubOf("ec2", EC2Client.prototype),
      kms: stubOf("kms", KMSClient.prototype),
      dynamodb: stubOf("dynamodb", DynamoDBClient.prototype),
      dax: stubOf("dax", DAXClient.prototype),
      scaling: stubOf("application-autoscaling", ApplicationAutoScalingClient.prototype),
      kinesis: stubOf("kinesis", KinesisClient.prototype),
      tagging: stubOf("tag", ResourceGroupsTaggingAPIClient.prototype),
      backup: stubOf("backup", BackupClient.prototype),
      secrets: stubOf("secretsmanager", SecretsManagerClient.prototype),
      logs: stubOf("logs", CloudWatchLogsClient.prototype),
      guardduty: stubOf("guardduty", GuardDutyClient.prototype),
      iam: stubOf("iam", IAMClient.prototype),
      sts: stubOf("sts", STSClient.prototype),
    },
  };
}

function nameOf(command: Command): string {
  return command.constructor.name.replace(/Command$/, "");
}

function answerTo(command: Command, answers: Answers): object {
  const answer = answers[nameOf(command)] ?? {};
  const result = typeof answer === "function" ? answer(command.input) : answer;
  if (result instanceof Error) {
    throw result;
  }
  return result;
}

/** A client of one service that answers from a table. */
export function stub<C extends object>(prototype: C, answers: Answers): C {
  return Object.assign(Object.create(prototype), { send: async (command: Command) => answerTo(command, answers) });
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

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { KMSClient } from "@aws-sdk/client-kms";
import { RDSClient } from "@aws-sdk/client-rds";
import { STSClient } from "@aws-sdk/client-sts";
import type { Clients } from "../../../audit/read/clients";

export type Input = Readonly<Record<string, unknown>>;

/** What AWS answers to a command, by the command's name without "Command"; an error is thrown. */
export type Answers = Readonly<Record<string, object | ((input: Input) => object)>>;

export interface Stub {
  readonly clients: Clients;
  /** What was sent, in order: "DescribeTable orders". */
  readonly sent: readonly string[];
  /** The most calls that were under way at once. */
  busiest(): number;
}

/** Clients that answer from a table, and `{}` to what it does not hold. */
export function stubClients(answers: Answers): Stub {
  const sent: string[] = [];
  let busy = 0;
  let busiest = 0;

  const send = async (command: { readonly input: Input; readonly constructor: { readonly name: string } }) => {
    const name = command.constructor.name.replace(/Command$/, "");
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
  const stub = <C extends object>(prototype: C): C => Object.assign(Object.create(prototype), { send });
  return {
    sent,
    busiest: () => busiest,
    clients: {
      rds: stub(RDSClient.prototype),
      ec2: stub(EC2Client.prototype),
      kms: stub(KMSClient.prototype),
      dynamodb: stub(DynamoDBClient.prototype),
      sts: stub(STSClient.prototype),
    },
  };
}

const subjectKeys = ["TableName", "KeyId", "DBParameterGroupName", "PrefixListId"];

/** An error as the SDK throws it. */
export function awsError(name: string, message: string, status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

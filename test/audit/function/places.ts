import { NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { Carrier } from "../../../audit/function/deliver";
import type { NewFindings } from "../../../audit/function/messages";
import { readDelivery } from "../../../audit/function/settings";
import { region } from "../secure-account";

export const environment = {
  AWS_LAMBDA_FUNCTION_NAME: "audit-1234567",
  AWS_REGION: region,
  BUCKET: "reports-of-orders",
  KEY_ARN: `arn:aws:kms:${region}:111122223333:key/k1`,
  TOPIC_ARN: `arn:aws:sns:${region}:111122223333:findings`,
};

interface Sent {
  readonly input: Readonly<Record<string, string>>;
}

/** A bucket, a topic and a Security Hub. */
export interface Places {
  readonly carrier: Carrier;
  /** What the bucket holds, by key. */
  readonly objects: Map<string, string>;
  /** What was put: the input of each call. */
  readonly puts: Readonly<Record<string, string>>[];
  readonly published: Readonly<Record<string, string>>[];
  readonly imports: { count: number };
}

/** What fails, by the name of the command. */
export type Failures = Readonly<Record<string, Error>>;

export function places(failures: Failures = {}, env: Readonly<Record<string, string>> = {}): Places {
  const objects = new Map<string, string>();
  const puts: Readonly<Record<string, string>>[] = [];
  const published: Readonly<Record<string, string>>[] = [];
  const imports = { count: 0 };
  const answer = async (command: Sent): Promise<object> => {
    const { input } = command;
    const name = command.constructor.name.replace(/Command$/, "");
    const failure = failures[`${name} ${input.Key ?? ""}`] ?? failures[name];
    if (failure !== undefined) {
      throw failure;
    }
    if (name === "PutObject") {
      puts.push(input);
      objects.set(input.Key ?? "", input.Body ?? "");
      return {};
    }
    if (name === "Publish") {
      published.push(input);
      return {};
    }
    const held = objects.get(input.Key ?? "");
    if (held === undefined) {
      throw new NoSuchKey({ message: "The specified key does not exist.", $metadata: {} });
    }
    return { Body: { transformToString: async () => held } };
  };
  return {
    objects,
    puts,
    published,
    imports,
    carrier: {
      settings: readDelivery({ ...environment, ...env }),
      timeLeft: () => 900_000,
      s3: { send: answer as unknown as S3Client["send"] },
      sns: { send: answer as unknown as SNSClient["send"] },
      importing: async () => {
        imports.count += 1;
        const failure = failures.BatchImportFindings;
        return failure === undefined
          ? { active: 1, archived: 0, failed: [] }
          : { active: 0, archived: 0, failed: [{ region, because: failure.message }] };
      },
    },
  };
}

/** What programs and what people read of a message. */
export function read(message: Readonly<Record<string, string>>): {
  readonly machine: NewFindings;
  readonly email: string;
} {
  const { default: machine, email } = JSON.parse(message.Message ?? "") as { default: string; email: string };
  return { machine: JSON.parse(machine) as NewFindings, email };
}

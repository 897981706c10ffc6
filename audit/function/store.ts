import { GetObjectCommand, NoSuchKey, PutObjectCommand } from "@aws-sdk/client-s3";
import type { Carrier } from "./deliver";

/** One region of one account that is to be audited; "all" stands for every region of an account that could not be asked. */
export interface Target {
  readonly account: string;
  readonly region: string;
  /** What belongs to no region is asked about here. */
  readonly home: boolean;
}

/** What the state machine tells each of its functions about the execution. */
export interface Execution {
  /** The name of the execution, which is a folder of the bucket of results. */
  readonly execution: string;
  /** When it began, in ISO 8601. */
  readonly startedAt: string;
}

/** What is wrong with what a function was called with. */
export class EventError extends Error {
  override readonly name = "EventError";
}

/**
 * Checks what a function was called with.
 * @throws EventError where a name would lead out of the folder of the execution, or a date is none
 */
export function checkedExecution({ execution, startedAt }: Execution): Execution {
  if (!/^[\w-][\w.:-]{0,79}$/.test(execution)) {
    throw new EventError(
      `execution is ${JSON.stringify(execution)}, but must be a name of 1 to 80 letters, digits and .:_-, as the audit keeps its results under it.`,
    );
  }
  if (Number.isNaN(Date.parse(startedAt))) {
    throw new EventError(`startedAt is ${JSON.stringify(startedAt)}, but must be a date in ISO 8601.`);
  }
  return { execution, startedAt };
}

/** "executions/<name>/targets.json": what the state machine reads its items from, a JSON list. */
export const targetsKey = ({ execution }: Execution): string => `executions/${execution}/targets.json`;

/** "executions/<name>/results/<account>/<region>.json". */
export const resultKey = ({ execution }: Execution, { account, region }: Target): string =>
  `executions/${execution}/results/${account}/${region}.json`;

/** Puts an object into the bucket of results under the key, as everything there is. */
export async function putJson({ s3, settings }: Pick<Carrier, "s3" | "settings">, key: string, value: unknown) {
  await s3.send(
    new PutObjectCommand({
      Bucket: settings.resultsBucket,
      Key: key,
      Body: `${JSON.stringify(value)}\n`,
      ContentType: "application/json",
      ServerSideEncryption: "aws:kms",
      SSEKMSKeyId: settings.keyArn,
      BucketKeyEnabled: true,
    }),
  );
}

/** @returns undefined where there is no such object */
export async function getJson<T>(
  { s3, settings }: Pick<Carrier, "s3" | "settings">,
  key: string,
): Promise<T | undefined> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: settings.resultsBucket, Key: key }));
    return JSON.parse((await Body?.transformToString()) ?? "") as T;
  } catch (error) {
    if (error instanceof NoSuchKey) {
      return undefined;
    }
    throw error;
  }
}

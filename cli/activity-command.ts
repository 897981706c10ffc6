import { type Command, InvalidArgumentError, Option } from "commander";
import type { Replay, Replayed } from "../activity/replay";
import { failureOf } from "../audit/read/failure";
import { regionShape } from "../audit/shapes";
import { withoutCommandLine } from "../client/command-line";
import { refuseEnvironment } from "./aws-environment";
import { matching, profileOption } from "./connection-options";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { optionsOnly } from "./options-only";
import { muteSdkNotice } from "./sdk-notice";
import type { Surroundings } from "./terminal";

/** Sends letters again, in a region and with the credentials of a profile or of the environment. */
export type SendAgain = (region: string, profile: string | undefined, options: Replay) => Promise<Replayed>;

interface Options {
  readonly queue: string;
  readonly function?: string;
  readonly stream?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly limit: number;
  readonly dryRun?: boolean;
}

const help = `
A letter leaves the queue when its events are delivered (--function) or when the stream has it (--stream). Events keep
their ids, so that sending one again counts nothing twice. A letter that fails again stays in the queue. One that went
through but that the queue does not delete comes again; it ends the replay.

Permissions: sqs:ReceiveMessage, sqs:ChangeMessageVisibility and sqs:DeleteMessage on the queue; lambda:InvokeFunction on the function or
kinesis:PutRecord on the stream; s3:GetObject on dead-letters/* of the bucket for records over 256 KiB; kms:Decrypt on
the monitor's key. The records stay encrypted on the way: the key of the stream is not needed.
${exitCodeHelp({
  clean: "every letter went through, or there was none",
  findings: "a letter did not go through, or was not deleted, and stays in the queue",
  usage: "wrong usage",
  incomplete: "the queue cannot be read, or there are no AWS credentials",
})}`;

/**
 * Adds `activity` to the program.
 * @param exit takes the exit code
 */
export function addActivityCommand(
  program: Command,
  surroundings: Surroundings,
  exit: (code: number) => void,
  sendAgain: SendAgain = sendAgainLater,
): void {
  const activity = program.command("activity").description("work with the activity that an ActivityMonitor records");
  const command = optionsOnly(activity.command("replay"))
    .description("send dead letters of a monitor through again")
    .requiredOption("--queue <url>", "URL of the dead-letter queue, the monitor's output deadLetterQueueUrl", queueUrl)
    .addOption(
      new Option("--function <name>", "send them to the consumer, the output functionName")
        .argParser(matching(/^[\w:$-]{1,170}$/, "the name of a function, or its ARN"))
        .conflicts("stream"),
    )
    .option(
      "--stream <name>",
      "put them on the stream again, the output streamName",
      matching(/^[\w.-]{1,128}$/, "the name of a stream"),
    )
    .option(
      "--region <region>",
      "region of all of them (default: that of the queue's URL, or AWS_REGION)",
      matching(regionShape, 'a region, such as "eu-west-1"'),
    )
    .addOption(profileOption())
    .option("--limit <number>", "letters to send at most", atLeastOne, 1000)
    .option("--dry-run", "tell what would be sent")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      const { stdout, stderr, env } = surroundings;
      const to = placeOf(options);
      if (to === undefined) {
        return command.error("error: neither --function nor --stream is given; one of them says where letters go");
      }
      const queued = queueRegion(options.queue);
      const region = options.region ?? queued ?? (env.AWS_REGION || undefined);
      if (region === undefined) {
        return command.error("error: --queue names no region; give --region or set AWS_REGION");
      }
      refuseElsewhere(command, options, region, queued, env);
      await refuseEnvironment(command, options.profile, env);
      muteSdkNotice();
      try {
        const replayed = await sendAgain(region, options.profile, {
          queueUrl: options.queue,
          to,
          limit: options.limit,
          dryRun: options.dryRun ?? false,
          tell: (line) => stdout.write(`${line}\n`),
        });
        const { sent, failed, undeleted } = replayed;
        stderr.write(`${sent} ${options.dryRun ? "would be sent" : "sent"}, ${failed} not, which stay in the queue\n`);
        stderr.write(unfinished(replayed));
        exit(failed + undeleted === 0 ? exitCodes.clean : exitCodes.findings);
      } catch (error) {
        stderr.write(`error: ${unreadable(error, options)}\n`);
        exit(exitCodes.incomplete);
      }
    });
}

/** What the queue did not do, a line each. */
function unfinished({ undeleted, hidden }: Replayed): string {
  return [
    undeleted === 0
      ? ""
      : `error: ${undeleted} was sent but not deleted and comes again: let the caller do sqs:DeleteMessage on the queue.\n`,
    hidden === 0
      ? ""
      : `warning: ${hidden} of those that stay cannot be replayed for some minutes: let the caller do sqs:ChangeMessageVisibility.\n`,
  ].join("");
}

function unreadable(error: unknown, { queue, profile }: Options): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const failure = failureOf(error);
  if (failure?.outcome === "credentials") {
    const [text = ""] = withoutCommandLine(message).split("\n");
    const whose = profile === undefined ? "" : ` of profile ${JSON.stringify(profile)}`;
    return (
      `there are no AWS credentials${whose} that AWS accepts (${text.replace(/\.$/, "")}): name a profile by --profile, ` +
      "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run it where there is a role."
    );
  }
  return `the queue ${queue} cannot be read: ${failure?.message ?? `${name}: ${message}`}`;
}

/** The hosts of SQS. https://docs.aws.amazon.com/general/latest/gr/sqs-service.html */
const sqsHost =
  /^(?:[\w-]+\.)?sqs(?:-fips)?\.[a-z0-9-]+\.(?:(?:vpce\.)?amazonaws\.(?:com|com\.cn|eu)|api\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))$|^(?:[a-z0-9-]+\.)?queue\.amazonaws\.com(?:\.cn)?$/;

function queueRegion(queue: string): string | undefined {
  const { hostname } = new URL(queue);
  return (/(?:^|\.)sqs(?:-fips)?\.([a-z0-9-]+)\./.exec(hostname) ?? /^([a-z0-9-]+)\.queue\./.exec(hostname))?.[1];
}

/** Nothing that is in another place than the rest is asked, as what it answers would not say so. */
function refuseElsewhere(
  command: Command,
  { queue, function: name = "", region: given }: Options,
  region: string,
  queued: string | undefined,
  env: NodeJS.ProcessEnv,
): void {
  const { hostname } = new URL(queue);
  if (!sqsHost.test(hostname) && !env.AWS_ENDPOINT_URL && !env.AWS_ENDPOINT_URL_SQS) {
    command.error(
      `error: --queue is at ${hostname}, which is no host of SQS; give the monitor's output deadLetterQueueUrl, or set AWS_ENDPOINT_URL_SQS where SQS is elsewhere`,
    );
  }
  if (queued !== undefined && queued !== region) {
    command.error(`error: --region is '${given}'; it must be '${queued}', the region in --queue`);
  }
  const [, , , functionRegion = ""] = name.startsWith("arn:") ? name.split(":") : [];
  if (functionRegion !== "" && functionRegion !== region) {
    command.error(
      `error: --function is in ${functionRegion}, and the queue in ${region}; it must be the monitor's output functionName`,
    );
  }
}

function placeOf({ function: name, stream }: Options): Replay["to"] | undefined {
  return stream !== undefined ? { stream } : name !== undefined ? { function: name } : undefined;
}

/** The SDK's clients take half a second to load: not for --help. */
const sendAgainLater: SendAgain = async (region, profile, options) => {
  const [
    { SQSClient },
    { S3Client },
    { KinesisClient },
    { LambdaClient },
    { EnvironmentHttpHandler },
    { replay },
    { chosenCredentials, silent },
  ] = await Promise.all([
    import("@aws-sdk/client-sqs"),
    import("@aws-sdk/client-s3"),
    import("@aws-sdk/client-kinesis"),
    import("@aws-sdk/client-lambda"),
    import("../audit/read/http"),
    import("../activity/replay"),
    import("../audit/read/credentials"),
  ]);
  const credentials = chosenCredentials(region, profile);
  const config = { region, credentials, logger: silent, requestHandler: new EnvironmentHttpHandler(4) };
  const clients = {
    sqs: new SQSClient(config),
    s3: new S3Client(config),
    kinesis: new KinesisClient(config),
    // A batch that the consumer delivers slowly must not be sent to it a second time by us.
    // It may take the consumer the 300 seconds that it has.
    lambda: new LambdaClient({
      ...config,
      maxAttempts: 1,
      requestHandler: new EnvironmentHttpHandler(4, { requestTimeout: 330_000 }),
    }),
  };
  try {
    return await replay(clients, options);
  } finally {
    for (const client of Object.values(clients)) {
      client.destroy();
    }
  }
};

function queueUrl(value: string): string {
  if (!/^https?:\/\/\S+\/\d{12}\/[\w-]+$/.test(value) || !URL.canParse(value)) {
    throw new InvalidArgumentError(
      "It is no URL of a queue, as in https://sqs.eu-central-1.amazonaws.com/111122223333/orders-dead-letters.",
    );
  }
  const { username, password } = new URL(value);
  if (username !== "" || password !== "") {
    throw new InvalidArgumentError("It must not hold a user or a password: the AWS credentials sign what is asked.");
  }
  return value;
}

function atLeastOne(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new InvalidArgumentError("It must be a whole number, at least 1.");
  }
  return Number(value);
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { configurationOf } from "../read/clients";
import { EnvironmentHttpHandler } from "../read/http";
import { runAudit } from "../run";
import { importWithRoles } from "../security-hub";
import type { Carrier } from "./deliver";
import type { Outcome } from "./outcome";
import { auditOnSchedule } from "./scheduled";
import { readDelivery, readQuestion } from "./settings";

/** What Lambda tells beside the event. */
interface Context {
  getRemainingTimeInMillis(): number;
}

/** Made at the first call and kept for the next: each function of the bundle has settings of its own. */
let carrier: Carrier | undefined;

function ownCarrier(): Carrier {
  const settings = readDelivery(process.env);
  const { region } = settings;
  const configuration = () => configurationOf(region, new EnvironmentHttpHandler(2));
  return {
    settings,
    s3: new S3Client(configuration()),
    sns: new SNSClient(configuration()),
    importing: (report) => importWithRoles(report, { homeRegion: region }),
  };
}

const readFile = (name: string) => readFileSync(resolve(__dirname, name), "utf8");

/** The Lambda handler of an audit of one account, which a schedule calls. */
export async function scheduled(_event: unknown, context: Context): Promise<Outcome> {
  carrier ??= ownCarrier();
  return auditOnSchedule({
    ...carrier,
    question: readQuestion(process.env, readFile),
    audit: runAudit,
    timeLeft: context.getRemainingTimeInMillis(),
    now: new Date(),
    log: (line) => console.log(line),
  });
}

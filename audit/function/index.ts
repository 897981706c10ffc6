import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { openGateway } from "../gateway";
import { configurationOf } from "../read/clients";
import { EnvironmentHttpHandler } from "../read/http";
import { auditScopes, runAudit } from "../run";
import { importWithRoles } from "../security-hub";
import type { Carrier } from "./deliver";
import { mergeResults } from "./merge";
import { readOrganization } from "./organization-settings";
import type { Outcome } from "./outcome";
import { externalIdOf, type ScanEvent, type ScanSummary, scanTarget } from "./scan";
import { auditOnSchedule } from "./scheduled";
import { readDelivery, readQuestion } from "./settings";
import type { Execution } from "./store";
import { listTargets, type Targets } from "./targets";

/** What Lambda tells beside the event. */
interface Context {
  getRemainingTimeInMillis(): number;
}

/** Made at the first call and kept for the next: each function of the bundle has settings of its own. */
let carrier: Omit<Carrier, "timeLeft"> | undefined;

function ownCarrier(): Omit<Carrier, "timeLeft"> {
  const settings = readDelivery(process.env);
  const { region } = settings;
  const configuration = () => configurationOf(region, new EnvironmentHttpHandler(2));
  return {
    settings,
    s3: new S3Client(configuration()),
    sns: new SNSClient(configuration()),
    importing: (report, signal) => importWithRoles(report, { homeRegion: region, signal }),
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
    timeLeft: () => context.getRemainingTimeInMillis(),
    now: new Date(),
    log: (line) => console.log(line),
  });
}

/** The Lambda handler that lists what of an organization is to be audited: the first state of its state machine. */
export async function targets(event: Execution): Promise<Targets> {
  carrier ??= ownCarrier();
  const { settings } = carrier;
  return listTargets(event, {
    ...carrier,
    gateway: await openGateway({ region: settings.region, concurrency: 10 }),
    organization: readOrganization(process.env, readFile),
    regions: readQuestion(process.env, readFile).regions,
  });
}

/** The Lambda handler that audits one region of one account. */
export async function scan(event: ScanEvent, context: Context): Promise<ScanSummary> {
  carrier ??= ownCarrier();
  const { region: homeRegion } = carrier.settings;
  const organization = readOrganization(process.env, readFile);
  return scanTarget(event, {
    ...carrier,
    question: readQuestion(process.env, readFile),
    organization,
    scopes: auditScopes,
    importing: (report, signal, { account }) =>
      importWithRoles(report, {
        homeRegion,
        signal,
        accounts: { ids: [account], roleName: organization.roleName, ...externalIdOf(organization) },
      }),
    timeLeft: () => context.getRemainingTimeInMillis(),
  });
}

/** The Lambda handler that puts the results together: the last state. */
export async function merge(event: Execution, context: Context): Promise<Outcome> {
  carrier ??= ownCarrier();
  return mergeResults(event, {
    ...carrier,
    question: readQuestion(process.env, readFile),
    now: new Date(),
    log: (line) => console.log(line),
    timeLeft: () => context.getRemainingTimeInMillis(),
  });
}

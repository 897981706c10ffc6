import { controls as catalogue } from "../controls";
import { accountInventory } from "../inventory/from-account";
import type { Action } from "./permissions";
import { Calls } from "./read/calls";
import { type Clients, createClients, destroyClients } from "./read/clients";
import { readRegion } from "./read/region";
import { type Report, reportOf } from "./report/report";
import { judged } from "./scope";

export interface AuditOptions {
  /** AWS region, such as "eu-west-1". */
  readonly region: string;
  /** Told of every answer of AWS. */
  readonly onCall?: (call: Action) => void;
  /** Made for the region, and destroyed at the end, unless given. */
  readonly clients?: Clients;
}

/** What shows in a program alone has nothing to say about an account. */
const controls = catalogue.filter(({ gates }) => gates?.includes("audit") ?? true);

/** Few enough for AWS's throttling, enough to hide its latency. */
const concurrency = 10;

/**
 * Asks every control about the databases of one region of the account whose credentials the environment holds.
 * @throws CannotAudit without credentials that AWS accepts, or without a way to AWS
 */
export async function runAudit({ region, onCall, clients }: AuditOptions): Promise<Report> {
  const startedAt = new Date();
  const started = performance.now();
  const used = clients ?? createClients(region, concurrency);
  const calls = new Calls({ concurrency, ...(onCall === undefined ? {} : { onCall }) });
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const { account, description, unread } = await readRegion(region, used, calls);
    const place = { ...(account === undefined ? {} : { account }), region };
    const result = judged(
      { place, inventory: accountInventory(description), unread, seconds: seconds() },
      { controls },
    );
    return reportOf({ startedAt, seconds: seconds(), results: [result], order: controls.map(({ id }) => id) });
  } finally {
    calls.abandon();
    if (clients === undefined) {
      destroyClients(used);
    }
  }
}

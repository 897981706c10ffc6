import pLimit from "p-limit";
import { type Door, doorsOf } from "../accounts";
import type { Gateway } from "../gateway";
import { Calls } from "../read/calls";
import { CannotAudit } from "../read/cannot-audit";
import { readRegions } from "../read/regions";
import type { Carrier } from "./deliver";
import type { OrganizationSettings } from "./organization-settings";
import { checkedExecution, type Execution, putJson, type Target, targetsKey } from "./store";

/** What there is to audit. */
export interface Targets {
  readonly bucket: string;
  /** Of the list: "executions/<name>/targets.json". */
  readonly key: string;
  readonly accounts: number;
  readonly targets: number;
}

export interface TargetsSurroundings extends Pick<Carrier, "settings" | "s3"> {
  readonly gateway: Gateway;
  readonly organization: OrganizationSettings;
  /** Names, or every one that is enabled in an account. */
  readonly regions: readonly string[] | "all";
}

/** Accounts that are asked for their regions at once: ten thousand take some minutes of the function's fifteen. */
const accountsAtOnce = 20;

/**
 * Writes the list of what is to be audited: each region of each active account that is meant. An account that cannot be
 * asked for its regions stands in it as one target, whose audit says why.
 * @throws CannotAudit where the accounts cannot be listed, and EventError
 */
export async function listTargets(event: Execution, surroundings: TargetsSurroundings): Promise<Targets> {
  const execution = checkedExecution(event);
  const { gateway, organization, regions, settings } = surroundings;
  const { members, ...role } = organization;
  const doors = await doorsOf(gateway, { organization: members, ...role }, (sentence) => console.warn(sentence));
  const inTurn = pLimit(accountsAtOnce);
  const targets = await Promise.all(
    doors.map((door) =>
      inTurn(async () => {
        const own = regions === "all" ? await enabledRegions(door, settings.region) : regions;
        return own.map((region, at): Target => ({ account: door.account ?? "", region, home: at === 0 }));
      }),
    ),
  );
  const key = targetsKey(execution);
  const list = targets.flat();
  if (list.length === 0) {
    throw new CannotAudit("no account is left to audit: name other units, or leave out fewer accounts.");
  }
  await putJson(surroundings, key, list);
  return { bucket: settings.resultsBucket, key, accounts: doors.length, targets: list.length };
}

async function enabledRegions(door: Door, homeRegion: string): Promise<readonly string[]> {
  const entrance = await door.open();
  if ("error" in entrance) {
    return ["all"];
  }
  const { connection } = entrance;
  const clients = connection.clients(homeRegion);
  try {
    return await readRegions(clients.ec2, new Calls({ concurrency: 1 }));
  } catch (error) {
    if (error instanceof CannotAudit) {
      return ["all"];
    }
    throw error;
  } finally {
    connection.close(clients);
  }
}

import { setMaxListeners } from "node:events";
import pLimit from "p-limit";
import { accountInventory } from "../inventory/from-account";
import { iamPolicy } from "../inventory/from-account/iam-policy";
import { emptyInventory, type Inventory } from "../inventory/model";
import { type Accounts, type Door, doorsOf } from "./accounts";
import { auditControls } from "./controls";
import { type Connection, type Gateway, openGateway } from "./gateway";
import type { Action } from "./permissions";
import { Calls } from "./read/calls";
import { CannotAudit } from "./read/cannot-audit";
import { readPolicies } from "./read/iam";
import { readRegion, type Shared } from "./read/region";
import { readRegions } from "./read/regions";
import type { Baseline } from "./report/baseline";
import { type Place, placeIn, type Report, reportOf, type ScopeResult } from "./report/report";
import { placeKey } from "./report/words";
import { type Judging, judged, notRead, type Read } from "./scope";

export { notRead } from "./scope";

export interface AuditOptions extends Partial<Judging> {
  /** AWS regions, such as "eu-west-1", or all that are enabled in each account. */
  readonly regions: readonly string[] | "all";
  /** Absent: the account of the credentials. */
  readonly accounts?: Accounts;
  /** Where what belongs to no region is asked for; the first of the regions unless given. */
  readonly homeRegion?: string;
  /** What belongs to no region is asked about in the first region of each account unless false: in none. */
  readonly regionless?: boolean;
  /** A profile of the AWS configuration files. */
  readonly profile?: string;
  /** An earlier report to compare with. */
  readonly baseline?: Baseline;
  /** What an interrupted audit found already: these scopes are not read again. */
  readonly done?: readonly ScopeResult[];
  /** When the interrupted audit began. */
  readonly startedAt?: Date;
  /** Ends the audit; the report then says that it is partial. */
  readonly signal?: AbortSignal;
  readonly watch?: Watcher;
  /** Made with the credentials of the environment or the profile, unless given. */
  readonly gateway?: Gateway;
}

/** Told how an audit goes on. */
export interface Watcher {
  /** An answer of AWS. */
  onCall?(call: Action, place: Place): void;
  /** So many regions more are to be read. */
  onPlanned?(scopes: number): void;
  /** What was read, before it is judged. */
  onRead?(read: Omit<Read, "seconds">): void;
  /** What was found in a scope that was read now. */
  onResult?(result: ScopeResult): void;
  /** A sentence about the choice of accounts. */
  onNote?(sentence: string): void;
}

/** Calls under way to one service of one region: few enough for AWS's throttling, enough to hide its latency. */
const concurrency = 10;

/** Regions that are in memory at once, and accounts from which they come. */
const scopesAtOnce = 6;
const accountsAtOnce = 4;

const interruption = "the audit was interrupted before it was read";

/**
 * Asks every control about the databases of regions and accounts. Whatever cannot be read is in the report.
 * @throws CannotAudit where nothing at all can be: without credentials that AWS accepts, or without a way to AWS
 */
export async function runAudit(options: AuditOptions): Promise<Report> {
  const { signal, startedAt = new Date(), controls = auditControls } = options;
  const started = performance.now();
  const { results, failure } = await auditScopes(options);
  if (failure !== undefined) {
    throw failure;
  }
  return reportOf({
    startedAt,
    seconds: (performance.now() - started) / 1000,
    results,
    order: auditControls.map(({ id }) => id),
    asked: controls.map(({ id }) => id),
    chosen: options.isAsked !== undefined,
    ...(signal?.aborted === true ? { partial: "interrupted" as const } : {}),
    ...(options.baseline === undefined ? {} : { baseline: options.baseline }),
  });
}

/** The results of which a report is made, one for each region of each account. */
export interface Scopes {
  readonly results: readonly ScopeResult[];
  /** Why nothing at all could be read of the only account; the results say so too. */
  readonly failure?: CannotAudit;
}

/**
 * Asks every control, and puts nothing together.
 * @throws CannotAudit without credentials that AWS accepts, or where the accounts cannot be listed
 */
export async function auditScopes(options: AuditOptions): Promise<Scopes> {
  const { regions, watch = {}, signal, done = [] } = options;
  const homeRegion = options.homeRegion ?? (regions === "all" ? "us-east-1" : (regions[0] ?? "us-east-1"));
  if (signal !== undefined) {
    // Every request that is under way listens to it.
    setMaxListeners(0, signal);
  }
  const end = { ended: endOf(signal), isEnded: () => signal?.aborted === true };
  const gateway =
    options.gateway ??
    (await unlessEnded(end, () =>
      openGateway({
        region: homeRegion,
        concurrency,
        ...(options.profile === undefined ? {} : { profile: options.profile }),
        ...(signal === undefined ? {} : { signal }),
        onCall: (call) => watch.onCall?.(call, { region: homeRegion }),
      }),
    ));
  const doors =
    gateway === ended ? ended : await unlessEnded(end, () => doorsOf(gateway, options.accounts, watch.onNote));
  if (doors === ended) {
    const accounts = options.accounts?.ids?.map((account) => ({ account })) ?? [{}];
    return { results: accounts.flatMap((account) => everywhere(regions, account, interruption)) };
  }
  if (doors.length === 0) {
    const { units, except = [] } = options.accounts?.organization ?? {};
    throw new CannotAudit(
      units === undefined && except.length === 0
        ? "the organization has no active account."
        : "the organization has no active account that --unit and --except leave: name other units, or except less.",
    );
  }
  const inTurn = pLimit(scopesAtOnce);
  const known = new Map(done.map((result) => [placeKey(result.scope), result]));
  const failures: CannotAudit[] = [];
  const audit: Audit = {
    homeRegion,
    regions,
    regionless: options.regionless ?? true,
    judging: { controls: auditControls, ...options },
    watch,
    inTurn: (work) => inTurn(work),
    known: (place, isFirst) => {
      const found = known.get(placeKey(place));
      // One that another region was the first of did not answer for what belongs to no region.
      return isFirst && found?.isFirst === false ? undefined : found;
    },
    onFailure: (failure) => failures.push(failure),
    ...end,
  };
  const accountInTurn = pLimit(accountsAtOnce);
  const results = (await Promise.all(doors.map((door) => accountInTurn(() => auditAccount(door, audit))))).flat();
  const [failure] = failures;
  const isAll = results.every(({ scope }) => scope.error !== undefined) && doors.length === 1;
  return { results, ...(failure !== undefined && isAll ? { failure } : {}) };
}

/** What the parts of one audit have in common. */
interface Audit extends End {
  readonly homeRegion: string;
  readonly regions: readonly string[] | "all";
  readonly regionless: boolean;
  readonly judging: Judging;
  readonly watch: Watcher;
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  known(place: Place, isFirst: boolean): ScopeResult | undefined;
  onFailure(failure: CannotAudit): void;
}

const ended = Symbol("ended");

/** Whether the audit is ended before its end, and when. */
interface End {
  readonly ended: Promise<typeof ended>;
  isEnded(): boolean;
}

async function auditAccount(door: Door, audit: Audit): Promise<readonly ScopeResult[]> {
  const named = { ...(door.account === undefined ? {} : { account: door.account }) };
  const nowhere = (error: string) => everywhere(audit.regions, named, error);
  if (audit.isEnded()) {
    return nowhere(interruption);
  }
  const entrance = await unlessEnded(audit, () => door.open());
  if (entrance === ended) {
    return nowhere(interruption);
  }
  if ("error" in entrance) {
    return nowhere(entrance.error);
  }
  const { connection } = entrance;
  const regions = await unlessEnded(audit, () => orFailure(audit, () => regionsOf(connection, audit)));
  if (regions === ended) {
    return nowhere(interruption);
  }
  if (regions instanceof CannotAudit) {
    return nowhere(regions.message);
  }
  if (regions.length === 0) {
    return nowhere("ec2:DescribeRegions named no region that is enabled: name regions.");
  }
  const [first] = regions;
  const isFirst = (region: string) => audit.regionless && region === first;
  audit.watch.onPlanned?.(
    regions.filter((region) => audit.known({ ...named, region }, isFirst(region)) === undefined).length,
  );
  let iamPolicies: Shared["iamPolicies"] | undefined;
  return Promise.all(
    regions.map((region) =>
      audit.inTurn(() =>
        auditRegion({ ...named, region }, connection, audit, isFirst(region), (read) => {
          iamPolicies ??= read();
          return iamPolicies;
        }),
      ),
    ),
  );
}

async function regionsOf(connection: Connection, { regions, homeRegion }: Audit): Promise<readonly string[]> {
  if (regions !== "all") {
    return regions;
  }
  const clients = connection.clients(homeRegion);
  try {
    return await readRegions(clients.ec2, new Calls({ concurrency }));
  } finally {
    connection.close(clients);
  }
}

type OnceAnAccount = (read: () => Shared["iamPolicies"]) => Shared["iamPolicies"];

async function auditRegion(
  place: Place,
  connection: Connection,
  audit: Audit,
  isFirst: boolean,
  onceAnAccount: OnceAnAccount,
): Promise<ScopeResult> {
  const known = audit.known(place, isFirst);
  if (known !== undefined) {
    return known;
  }
  if (audit.isEnded()) {
    return notRead(place, interruption);
  }
  const started = performance.now();
  const clients = connection.clients(place.region);
  const calls = new Calls({ concurrency, onCall: (call) => audit.watch.onCall?.(call, place) });
  const iamPolicies = onceAnAccount(() => readPolicies(clients.iam, calls));
  try {
    const read = await unlessEnded(audit, () =>
      orFailure(audit, () =>
        readRegion(place.region, clients, calls, {
          ...(place.account === undefined ? {} : { account: place.account }),
          iamPolicies,
        }),
      ),
    );
    if (read === ended) {
      return notRead(place, interruption);
    }
    if (read instanceof CannotAudit) {
      return isFirst
        ? await withoutRegion(place, read.message, iamPolicies, calls, audit)
        : notRead(place, read.message);
    }
    const where = placeIn({ account: read.account, region: place.region });
    const inventory = accountInventory(read.description);
    const what = { place: where, inventory, unread: read.unread, isFirst };
    audit.watch.onRead?.(what);
    const result = judged({ ...what, seconds: (performance.now() - started) / 1000 }, audit.judging);
    audit.watch.onResult?.(result);
    return result;
  } finally {
    calls.abandon();
    connection.close(clients);
  }
}

/** The account's first region cannot be read: what belongs to no region is judged all the same. */
async function withoutRegion(
  place: Place,
  error: string,
  iamPolicies: Shared["iamPolicies"],
  calls: Calls,
  audit: Audit,
): Promise<ScopeResult> {
  const policies = await unlessEnded(audit, () => orFailure(audit, () => iamPolicies));
  if (policies === ended || policies instanceof CannotAudit) {
    return notRead(place, error);
  }
  const inventory: Inventory = {
    ...emptyInventory("account"),
    ...(policies.unread === undefined ? {} : { unread: { iamPolicies: policies.unread } }),
    iamPolicies: policies.items.map(iamPolicy),
  };
  const what = { place, inventory, unread: calls.unread(), error };
  audit.watch.onRead?.(what);
  return judged({ ...what, seconds: 0 }, audit.judging);
}

function everywhere(regions: Audit["regions"], account: Pick<Place, "account">, error: string): readonly ScopeResult[] {
  return (regions === "all" ? ["all"] : regions).map((region) => notRead({ ...account, region }, error));
}

/** Waits no longer than the audit goes on; what fails because it was ended is no failure. */
async function unlessEnded<T>(end: End, work: () => Promise<T>): Promise<T | typeof ended> {
  try {
    return await Promise.race([work(), end.ended]);
  } catch (error) {
    if (end.isEnded()) {
      return ended;
    }
    throw error;
  }
}

/** What keeps one region or account from being read says nothing about the others. */
async function orFailure<T>(audit: Audit, read: () => Promise<T>): Promise<T | CannotAudit> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CannotAudit) {
      audit.onFailure(error);
      return error;
    }
    throw error;
  }
}

function endOf(signal: AbortSignal | undefined): Promise<typeof ended> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(ended);
    }
    signal?.addEventListener("abort", () => resolve(ended), { once: true });
  });
}

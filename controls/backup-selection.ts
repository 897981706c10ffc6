import type {
  BackupCondition,
  BackupSelection,
  BackupTag,
  Inventory,
  Reference,
  Resource,
  Tags,
} from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../inventory/value";
import { type ArnIndex, arnIndex, lookUp, lookUpBeyond } from "./arn-index";
import { fits } from "./wildcards";

/** A database that can be backed up. */
export interface Protected extends Resource {
  readonly tags: Tags;
}

/** The kinds of them, with what the last part of their ARNs starts with. */
export const protectedKinds = { dbInstances: "db:", dbClusters: "cluster:", dynamodbTables: "table/" } as const;

/** A database and what the last part of its ARN can be, such as "db:orders". */
export interface Candidate {
  readonly database: Protected;
  readonly service: "rds" | "dynamodb";
  readonly resources: readonly string[];
}

/** Longer than any ARN. */
const longest = 2048;

/** The resources that one list of a selection names. */
export interface Named {
  /** Databases of the inventory, by their ids. */
  readonly ids: ReadonlySet<string>;
  /** The last parts of ARNs that lead to nothing in the inventory, such as "db:orders". */
  readonly outside: ReadonlySet<string>;
  /** ARNs with wildcards. */
  readonly patterns: readonly string[];
  readonly byPattern: ArnIndex<string>;
  readonly unknowns: readonly Unknown[];
}

/** Whether something is so; the reason where only the deploy tells. */
export type Likely = boolean | Unknown;

export function namedBy(list: BackupSelection["resources"], inventory: Inventory): Named {
  const references: readonly Reference[] = list === undefined ? [] : isUnknown(list) ? [list] : list;
  const ids = new Set<string>();
  const outside = new Set<string>();
  const patterns: string[] = [];
  const unknowns: Unknown[] = [];
  for (const reference of references) {
    const id = databaseOf(reference, inventory);
    if (id !== undefined) {
      ids.add(id);
    } else if (isUnknown(reference)) {
      unknowns.push(reference);
    } else if (reference?.includes("*")) {
      patterns.push(reference);
    } else if (reference !== undefined) {
      outside.add(lastPart(reference));
    }
  }
  const byPattern = arnIndex(patterns.map((pattern) => [pattern, pattern] as const));
  return { ids, outside, patterns, byPattern, unknowns };
}

function databaseOf(reference: Reference, inventory: Inventory): string | undefined {
  const found = (Object.keys(protectedKinds) as (keyof typeof protectedKinds)[]).flatMap((kind) => {
    const resolution = resolve(inventory, kind, reference);
    return resolution.to === "resource" ? [resolution.resource.id] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a selection takes in a database. */
export function selects(selection: BackupSelection, named: Named, excluded: Named, candidate: Candidate): Likely {
  const { resources, tags, conditions } = selection;
  const everything = isEmpty(resources) && isEmpty(tags);
  const { database } = candidate;
  return both([
    // A plan backs up what lies in its own region.
    selection.region === undefined || database.region === undefined || selection.region === database.region,
    everything || either([isNamed(named, candidate), hasOneTag(tags, database.tags)]),
    not(isNamed(excluded, candidate)),
    meetsEvery(conditions, database.tags),
  ]);
}

function isEmpty(list: Value<readonly unknown[]>): boolean {
  return list === undefined || (!isUnknown(list) && list.length === 0);
}

function isNamed({ ids, outside, byPattern, unknowns }: Named, candidate: Candidate): Likely {
  const { database, resources } = candidate;
  if (ids.has(database.id)) {
    return true;
  }
  // The same name, while the account and region of a database that is not there yet are not known.
  const arnKnown = arnOf(database) !== undefined;
  const byName = !arnKnown && resources.some((resource) => outside.has(resource));
  return either([
    ...[...likelyFor(byPattern, candidate)].map((pattern) => fitsPattern(pattern, candidate)),
    firstDoubt(doubtfulFor(byPattern, candidate), (pattern) => fitsPattern(pattern, candidate)),
    ...unknowns.filter(({ sources }) => sources.length === 0 || sources.includes(database.id)),
    byName && unknown(`the ARN of ${database.name}`),
  ]);
}

/** What patterns say of a database, but for what is at best in doubt. */
export function* likelyFor<T>(index: ArnIndex<T>, { database, resources }: Candidate): Iterable<T> {
  const arn = arnOf(database);
  for (const resource of arn === undefined ? resources : [lastPart(arn)]) {
    yield* lookUp(index, resource);
  }
}

/** What patterns ask for the name of a database that has none yet. */
export function* doubtfulFor<T>(index: ArnIndex<T>, { database, resources }: Candidate): Iterable<T> {
  if (arnOf(database) === undefined && isNameless(resources)) {
    yield* lookUpBeyond(index, resources[0] ?? "");
  }
}

/** One doubt is as good as many. */
export function firstDoubt<T>(items: Iterable<T>, judge: (item: T) => Likely): Unknown | false {
  for (const item of items) {
    const answer = judge(item);
    if (isUnknown(answer)) {
      return answer;
    }
  }
  return false;
}

function isNameless(resources: readonly string[]): boolean {
  return resources.every((resource) => /[:/]$/.test(resource));
}

function fitsPattern(pattern: string, { database, service, resources }: Candidate): Likely {
  const arn = arnOf(database);
  if (pattern.length > longest) {
    return false;
  }
  if (arn !== undefined || pattern === "*") {
    return arn === undefined || fits(pattern, arn);
  }
  const waits = unknown(`the ARN of ${database.name}`);
  const [, , ofService = "*", region = "*", account = "*", ...rest] = pattern.split(":");
  if (rest.length === 0) {
    return fits(ofService, service) && waits;
  }
  const resource = rest.join(":");
  return both([
    fits(ofService, service),
    region === "*" || (database.region === undefined ? waits : fits(region, database.region)),
    account === "*" || waits,
    fitsResource(resource, resources) ?? waits,
  ]);
}

/** Undefined where the name of the database is needed and not known yet. */
function fitsResource(pattern: string, resources: readonly string[]): boolean | undefined {
  if (pattern === "*" || resources.some((resource) => fits(pattern, resource))) {
    return true;
  }
  if (!isNameless(resources)) {
    return false;
  }
  const prefix = resources[0] ?? "";
  const fixed = pattern.split("*")[0] ?? "";
  return pattern === `${prefix}*` || (fixed.startsWith(prefix) || prefix.startsWith(fixed) ? undefined : false);
}

function hasOneTag(wanted: BackupSelection["tags"], tags: Tags): Likely {
  return wanted !== undefined && (isUnknown(wanted) ? wanted : either(wanted.map((tag) => hasTag(tag, tags))));
}

function meetsEvery(conditions: BackupSelection["conditions"], tags: Tags): Likely {
  return (
    conditions === undefined ||
    (isUnknown(conditions) ? conditions : both(conditions.map((condition) => meets(condition, tags))))
  );
}

/**
 * A tag that is not there equals and is like nothing.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Conditions.html
 */
function meets(condition: Value<BackupCondition>, tags: Tags): Likely {
  if (condition === undefined || isUnknown(condition)) {
    return condition ?? true;
  }
  const { test } = condition;
  const passes = compare(
    condition,
    tags,
    test === "like" || test === "not-like" ? isLike : (wanted, value) => wanted === value,
  );
  return test === "not-equals" || test === "not-like" ? not(passes) : passes;
}

/** Here "?" stands for itself, and no tag can have one. */
function isLike(pattern: string, value: string): boolean {
  return !pattern.includes("?") && fits(pattern, value);
}

function hasTag(wanted: Value<BackupTag>, tags: Tags): Likely {
  return wanted === undefined || isUnknown(wanted)
    ? (wanted ?? false)
    : compare(wanted, tags, (text, value) => text === value);
}

function compare(wanted: BackupTag, tags: Tags, agree: (wanted: string, value: string) => boolean): Likely {
  const { value } = wanted;
  const key = tagKey(wanted.key);
  if (isUnknown(key) || isUnknown(tags)) {
    return isUnknown(key) ? key : (tags as Unknown);
  }
  const found = key !== undefined && tags !== undefined && Object.hasOwn(tags, key) ? tags[key] : undefined;
  if (found === undefined || isUnknown(found)) {
    return found ?? false;
  }
  if (isUnknown(value)) {
    return value;
  }
  return value !== undefined && value.length <= longest && agree(value, found);
}

/** Conditions write "aws:ResourceTag/backup" where lists of tags write "backup". */
export function tagKey(key: Value<string>): Value<string> {
  return typeof key === "string" ? key.replace(/^aws:ResourceTag\//i, "") : key;
}

/** What follows the account in an ARN. */
function lastPart(arn: string): string {
  return arn.split(":").slice(5).join(":");
}

export function arnOf({ identifiers }: Resource): string | undefined {
  return identifiers.find((identifier) => identifier.startsWith("arn:"));
}

function either(facts: readonly Likely[]): Likely {
  return facts.includes(true) || (facts.find(isUnknown) ?? false);
}

function both(facts: readonly Likely[]): Likely {
  return !facts.includes(false) && (facts.find(isUnknown) ?? true);
}

function not(fact: Likely): Likely {
  return isUnknown(fact) ? fact : !fact;
}

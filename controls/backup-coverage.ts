import type { BackupSelection, BackupVault, Inventory } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown } from "../inventory/value";
import { fails, holds, undecided } from "./answers";
import { type ArnIndex, arnIndex } from "./arn-index";
import {
  type Candidate,
  doubtfulFor,
  firstDoubt,
  type Likely,
  likelyFor,
  type Named,
  namedBy,
  type Protected,
  protectedKinds,
  selects,
  tagKey,
} from "./backup-selection";
import type { Answer, OptionsOf } from "./control";
import { type From, perInventory, referredTo } from "./referred";
import { tagAssignment } from "./text-schemas";

export interface CoverageOptions {
  readonly selectingTags: readonly string[];
}

export const coverageOptions: OptionsOf<CoverageOptions> = {
  selectingTags: {
    schema: {
      type: "array",
      items: tagAssignment,
      description:
        "Tags, as key=value, by which backup plans that are kept elsewhere select: what carries one of them is covered.",
    },
    default: [],
  },
};

/** Judges whether a selection of a backup plan takes in a database. */
export function mustBeCovered(
  kind: keyof typeof protectedKinds,
  database: Protected,
  inventory: Inventory,
  { selectingTags }: CoverageOptions,
): Answer {
  const elsewhere = carriesOneOf(selectingTags, database);
  const covered = elsewhere === true || isCovered(inventory, candidateOf(kind, database));
  if (covered === true) {
    return holds;
  }
  const { backupSelections } = inventory.unread;
  const waits = [covered, elsewhere].find(isUnknown)?.waitsFor ?? backupSelections;
  return waits === undefined
    ? fails("no selection of a backup plan takes it in", "one must, by its ARN or by a tag of it")
    : undecided(waits);
}

function carriesOneOf(selecting: readonly string[], { tags }: Protected): boolean | Unknown {
  if (selecting.length === 0 || tags === undefined || isUnknown(tags)) {
    return selecting.length > 0 && isUnknown(tags) ? tags : false;
  }
  const carried = Object.entries(tags);
  return (
    carried.some(([key, value]) => selecting.includes(`${key}=${value}`)) ||
    (carried.map(([, value]) => value).find(isUnknown) ?? false)
  );
}

/** Whether a plan that backs up a database writes to a vault; unknown where only the deploy tells. */
export function isDatabaseVault(vault: BackupVault, inventory: Inventory): boolean | Unknown {
  return vaultsOfDatabases(inventory)(vault);
}

const vaultsOfDatabases = perInventory((inventory) => {
  const selections = selectionsOfDatabases(inventory);
  const plans = new Set(
    [...selections].flatMap((selection) => {
      const plan = resolve(inventory, "backupPlans", selection.plan, selection);
      return plan.to === "resource" ? [plan.resource] : [];
    }),
  );
  const references = [...plans].flatMap(({ vaults = [], ...plan }): readonly From[] =>
    (isUnknown(vaults) ? [vaults] : vaults).map((reference) => ({ from: plan, reference })),
  );
  return referredTo(inventory, "backupVaults", references);
});

/** Those that take a database in, or may; one that is found already needs no further answer. */
function selectionsOfDatabases(inventory: Inventory): ReadonlySet<BackupSelection> {
  const index = selectionIndex(inventory);
  const found = new Set<BackupSelection>();
  for (const kind of Object.keys(protectedKinds) as (keyof typeof protectedKinds)[]) {
    for (const database of inventory[kind]) {
      const candidate = candidateOf(kind, database);
      for (const list of [likely(index, candidate), doubtfulFor(index.byPattern, candidate)]) {
        for (const prepared of list) {
          if (!found.has(prepared.selection) && selected(prepared, candidate) !== false) {
            found.add(prepared.selection);
          }
        }
      }
    }
  }
  return found;
}

function isCovered(inventory: Inventory, candidate: Candidate): Likely {
  const index = selectionIndex(inventory);
  const waits: Unknown[] = [];
  for (const prepared of likely(index, candidate)) {
    const answer = selected(prepared, candidate);
    if (answer === true) {
      return true;
    }
    if (answer !== false && waits.length === 0) {
      waits.push(answer);
    }
  }
  return waits[0] ?? firstDoubt(doubtfulFor(index.byPattern, candidate), (prepared) => selected(prepared, candidate));
}

function selected({ selection, named, excluded }: Prepared, candidate: Candidate): Likely {
  return selects(selection, named, excluded, candidate);
}

function* likely({ byKey, byTag, byPattern, others }: SelectionIndex, candidate: Candidate): Iterable<Prepared> {
  for (const key of keysOf(candidate)) {
    yield* byKey.get(key) ?? [];
  }
  if (hasUnknownTags(candidate.database)) {
    yield* byTag;
  }
  yield* likelyFor(byPattern, candidate);
  yield* others;
}

interface Prepared {
  readonly selection: BackupSelection;
  readonly named: Named;
  readonly excluded: Named;
}

interface SelectionIndex {
  /** Selections by a database, name or tag that they list. */
  readonly byKey: ReadonlyMap<string, readonly Prepared[]>;
  readonly byTag: readonly Prepared[];
  readonly byPattern: ArnIndex<Prepared>;
  /** Those that can only be asked one by one: with parts that are not known, or of everything. */
  readonly others: readonly Prepared[];
}

const selectionIndex = perInventory((inventory): SelectionIndex => {
  const byKey = new Map<string, Prepared[]>();
  const byTag: Prepared[] = [];
  const patterns: (readonly [string, Prepared])[] = [];
  const others: Prepared[] = [];
  for (const selection of inventory.backupSelections) {
    const named = namedBy(selection.resources, inventory);
    const prepared = { selection, named, excluded: namedBy(selection.notResources, inventory) };
    const tags = tagsOf(selection);
    const keys = [
      ...[...named.ids].map((id) => `id ${id}`),
      ...[...named.outside].map((resource) => `name ${resource}`),
      ...(tags ?? []),
    ];
    const isEmpty = keys.length === 0 && named.patterns.length === 0;
    if (tags === undefined || named.unknowns.length > 0 || isEmpty) {
      others.push(prepared);
      continue;
    }
    patterns.push(...named.patterns.map((pattern) => [pattern, prepared] as const));
    if (tags.length > 0) {
      byTag.push(prepared);
    }
    for (const key of keys) {
      const list = byKey.get(key) ?? [];
      list.push(prepared);
      byKey.set(key, list);
    }
  }
  return { byKey, byTag, byPattern: arnIndex(patterns), others };
});

/** Undefined where one of them is not known. */
function tagsOf({ tags = [] }: BackupSelection): readonly string[] | undefined {
  if (isUnknown(tags)) {
    return undefined;
  }
  const known = tags.flatMap((tag) => {
    const key = isUnknown(tag) ? undefined : tagKey(tag?.key);
    return typeof key === "string" && !isUnknown(tag) && typeof tag?.value === "string" ? [tagOf(key, tag.value)] : [];
  });
  return known.length === tags.length ? known : undefined;
}

function tagOf(key: string, value: string): string {
  return `tag ${JSON.stringify([key, value])}`;
}

function hasUnknownTags({ tags }: Protected): boolean {
  return tags !== undefined && (isUnknown(tags) || Object.values(tags).some(isUnknown));
}

function keysOf({ database, resources }: Candidate): readonly string[] {
  const { tags = {} } = database;
  return [
    `id ${database.id}`,
    ...resources.map((resource) => `name ${resource}`),
    ...Object.entries(isUnknown(tags) ? {} : tags).map(([key, value]) => tagOf(key, String(value))),
  ];
}

function candidateOf(kind: keyof typeof protectedKinds, database: Protected): Candidate {
  const prefix = protectedKinds[kind];
  const names = database.identifiers.filter((identifier) => !identifier.startsWith("arn:"));
  return {
    database,
    service: kind === "dynamodbTables" ? "dynamodb" : "rds",
    resources: names.length === 0 ? [prefix] : names.map((name) => `${prefix}${name}`),
  };
}

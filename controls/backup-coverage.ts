import type { BackupSelection, BackupVault, Inventory } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown } from "../inventory/value";
import { fails, holds, undecided } from "./answers";
import {
  type Candidate,
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
  const covered = elsewhere === true || coveringOf(inventory, candidateOf(kind, database)).covered;
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
  const selections = new Set(
    (Object.keys(protectedKinds) as (keyof typeof protectedKinds)[]).flatMap((kind) =>
      inventory[kind].flatMap((database) => coveringOf(inventory, candidateOf(kind, database)).selections),
    ),
  );
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

interface Covering {
  readonly covered: boolean | Unknown;
  /** Those that take it in, or may. */
  readonly selections: readonly BackupSelection[];
}

function coveringOf(inventory: Inventory, candidate: Candidate): Covering {
  const { byKey, byTag, others } = selectionIndex(inventory);
  const found = new Set([
    ...keysOf(candidate).flatMap((key) => byKey.get(key) ?? []),
    ...(hasUnknownTags(candidate.database) ? byTag : []),
    ...others,
  ]);
  const answers = [...found].map(({ selection, named, excluded }) => ({
    selection,
    selected: selects(selection, named, excluded, candidate),
  }));
  const taking = answers.filter(({ selected }) => selected !== false);
  return {
    covered: taking.some(({ selected }) => selected === true) || (taking[0]?.selected ?? false),
    selections: taking.map(({ selection }) => selection),
  };
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
  /** Those that can only be asked one by one: with wildcards, with parts that are not known, or of everything. */
  readonly others: readonly Prepared[];
}

const selectionIndex = perInventory((inventory): SelectionIndex => {
  const byKey = new Map<string, Prepared[]>();
  const byTag: Prepared[] = [];
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
    if (tags === undefined || named.patterns.length > 0 || named.unknowns.length > 0 || keys.length === 0) {
      others.push(prepared);
      continue;
    }
    if (tags.length > 0) {
      byTag.push(prepared);
    }
    for (const key of keys) {
      const list = byKey.get(key) ?? [];
      list.push(prepared);
      byKey.set(key, list);
    }
  }
  return { byKey, byTag, others };
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

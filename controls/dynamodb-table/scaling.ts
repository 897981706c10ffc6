import type { DynamodbTable, Inventory, ScalingTarget } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";

/** What scales a table: certainly, and perhaps, which is known at deploy. */
export interface Scaling {
  readonly found: readonly ScalingTarget[];
  readonly maybe: readonly ScalingTarget[];
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly ScalingTarget[]>;
  readonly bySource: ReadonlyMap<string, readonly ScalingTarget[]>;
  /** Those of which not even the sources are known. */
  readonly ofAny: readonly ScalingTarget[];
}

const indexes = new WeakMap<Inventory, Index>();

/** The scaling targets of a table. They name it as "table/orders"; one of an index goes on with "/index/". */
export function scalingOf(table: DynamodbTable, inventory: Inventory): Scaling {
  const { byName, bySource, ofAny } = indexOf(inventory);
  const found = table.identifiers
    .flatMap((identifier) => byName.get(`table/${identifier}`) ?? [])
    .filter(({ region }) => region === undefined || table.region === undefined || region === table.region);
  return { found: [...found, ...(bySource.get(table.id) ?? [])], maybe: ofAny };
}

function indexOf(inventory: Inventory): Index {
  const known = indexes.get(inventory);
  if (known !== undefined) {
    return known;
  }
  const byName = new Map<string, ScalingTarget[]>();
  const bySource = new Map<string, ScalingTarget[]>();
  const ofAny: ScalingTarget[] = [];
  const tables = new Set(inventory.dynamodbTables.map(({ id }) => id));
  for (const scaling of inventory.scalingTargets) {
    const { target } = scaling;
    if (typeof target === "string") {
      push(byName, target, scaling);
      continue;
    }
    const sources = isUnknown(target) ? target.sources.filter((source) => tables.has(source)) : [];
    for (const source of sources.length === 1 ? sources : []) {
      push(bySource, source, scaling);
    }
    if (sources.length !== 1) {
      ofAny.push(scaling);
    }
  }
  const index = { byName, bySource, ofAny };
  indexes.set(inventory, index);
  return index;
}

function push(lists: Map<string, ScalingTarget[]>, key: string, scaling: ScalingTarget): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [scaling]);
  } else {
    list.push(scaling);
  }
}

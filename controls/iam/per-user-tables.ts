import type { DynamodbTable, Inventory } from "../../inventory/model";
import { isUnknown, type Unknown } from "../../inventory/value";
import { arnPattern, isOfService, takesIn, unnamed } from "../arn-pattern";
import { fits, overlap } from "../wildcards";

export interface PerUserOptions {
  readonly perUserTables: readonly string[];
  readonly perUserTag: string;
}

/** A table, or several by a pattern, whose items belong to users. */
export interface PerUserTable {
  readonly name: string;
  /** Its name in DynamoDB, with "*" for any text. */
  readonly tableName: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

export interface PerUserTables {
  readonly tables: readonly PerUserTable[];
  /** Those that may have a name, without a look at all of them. */
  byName(name: string): readonly PerUserTable[];
  /** Those that are resources of the inventory, by their ids. */
  readonly byId: ReadonlyMap<string, PerUserTable>;
  /** Why it is not known whether further ones are marked. */
  readonly unknown: Unknown | undefined;
}

const found = new WeakMap<Inventory, Map<string, PerUserTables>>();

/** The tables of many users: those that the configuration names, and those that carry its tag. */
export function perUserTables(inventory: Inventory, options: PerUserOptions): PerUserTables {
  const known = found.get(inventory) ?? new Map<string, PerUserTables>();
  found.set(inventory, known);
  const key = JSON.stringify(options);
  const tables = known.get(key) ?? markedTables(inventory, options);
  known.set(key, tables);
  return tables;
}

function markedTables(inventory: Inventory, { perUserTables: named, perUserTag }: PerUserOptions): PerUserTables {
  const configured = named.map(tableOfConfiguration);
  const marks = inventory.dynamodbTables.map((table) => ({ table, mark: markOf(table, perUserTag, configured) }));
  const byId = new Map(
    marks.flatMap(({ table, mark }) => (mark === true ? [[table.id, tableOf(table)] as const] : [])),
  );
  const tables = [...byId.values()];
  const names = new Map<string, PerUserTable[]>();
  for (const table of tables) {
    names.set(table.tableName, [...(names.get(table.tableName) ?? []), table]);
  }
  return {
    tables: [...configured, ...tables],
    byName: (name) => [...configured, ...(names.get(name) ?? [])],
    byId,
    unknown: marks.map(({ mark }) => mark).find(isUnknown),
  };
}

function markOf(table: DynamodbTable, tag: string, configured: readonly PerUserTable[]): boolean | Unknown {
  const { tableName } = tableOf(table);
  if (configured.some((pattern) => fits(pattern.tableName, tableName))) {
    return true;
  }
  const { tags } = table;
  if (tags === undefined || isUnknown(tags)) {
    return tags ?? false;
  }
  const value = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  return isUnknown(value) ? value : value !== undefined && value.toLowerCase() !== "false";
}

function tableOfConfiguration(text: string): PerUserTable {
  if (!text.startsWith("arn:")) {
    return { name: text, tableName: text, region: undefined, account: undefined };
  }
  const { region, account, resource } = arnPattern(text);
  return { name: text, tableName: nameIn(resource), region: literal(region), account: literal(account) };
}

/** Its replicas have the same name in other regions. */
function tableOf({ name, identifiers }: DynamodbTable): PerUserTable {
  const arn = identifiers.find((identifier) => identifier.startsWith("arn:"));
  const tableName = identifiers.find((identifier) => !identifier.startsWith("arn:"));
  const parts = arn === undefined ? undefined : arnPattern(arn);
  return {
    name,
    // Where its name is not known yet, only what is about every table is about it.
    tableName: tableName ?? (parts === undefined ? unnamed : nameIn(parts.resource)),
    region: undefined,
    account: parts?.account,
  };
}

function nameIn(resource: string): string {
  return resource.split("/")[1] ?? "*";
}

function literal(part: string): string | undefined {
  return part.includes("*") ? undefined : part;
}

/** What of a table an action is about: its items, in itself or an index, or the records of its stream. */
export type Part = "items" | "records";

/** How the ARNs of the parts end, after the name of the table. */
const endings: Readonly<Record<Part, readonly string[]>> = { items: ["", "/index/*"], records: ["/stream/*"] };

/** The tables that an ARN of a policy, with wildcards, is about in that part. */
export function tablesOf(entry: string, part: Part, tables: PerUserTables): ReadonlySet<PerUserTable> {
  return remembered(about[part], tables, entry, () => findTables(entry, part, tables));
}

/** The tables that an ARN of a policy takes in whole. */
export function tablesWithin(entry: string, part: Part, tables: PerUserTables): ReadonlySet<PerUserTable> {
  const ending = part === "items" ? "" : `/stream/${unnamed}`;
  return remembered(within[part], tables, entry, () =>
    tables.tables.filter(({ tableName, account }) =>
      takesIn(entry, "dynamodb", `table/${tableName}${ending}`, account),
    ),
  );
}

type Memory = WeakMap<PerUserTables, Map<string, ReadonlySet<PerUserTable>>>;

const about: Readonly<Record<Part, Memory>> = { items: new WeakMap(), records: new WeakMap() };
const within: Readonly<Record<Part, Memory>> = { items: new WeakMap(), records: new WeakMap() };

/** Many policies name tables by the same pattern. */
function remembered(
  memory: Memory,
  tables: PerUserTables,
  entry: string,
  find: () => readonly PerUserTable[],
): ReadonlySet<PerUserTable> {
  const known = memory.get(tables) ?? new Map<string, ReadonlySet<PerUserTable>>();
  memory.set(tables, known);
  const found = known.get(entry) ?? new Set(find());
  known.set(entry, found);
  return found;
}

function findTables(entry: string, part: Part, { tables, byName }: PerUserTables): readonly PerUserTable[] {
  const pattern = arnPattern(entry);
  if (!isOfService(pattern, "dynamodb")) {
    return [];
  }
  const { region, account, resource } = pattern;
  const candidates = /^table\/[^/*?]+(\/|$)/.test(resource) ? byName(nameIn(resource)) : tables;
  return candidates.filter(
    (table) =>
      (table.region === undefined || fits(region, table.region)) &&
      (table.account === undefined || fits(account, table.account)) &&
      endings[part].some((ending) => overlap(resource, `table/${table.tableName}${ending}`)),
  );
}

import type { Condition, PolicyDocument, Statement } from "../../inventory/policy-document";
import { isUnknown, type Unknown } from "../../inventory/value";
import { covers } from "./grants";
import { type Part, type PerUserTable, type PerUserTables, tablesOf } from "./per-user-tables";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const actionsOn: Readonly<Record<Part, readonly string[]>> = {
  items: named([
    "GetItem",
    "BatchGetItem",
    "Query",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "BatchWriteItem",
    "ConditionCheckItem",
    "PartiQLInsert",
    "PartiQLUpdate",
    "PartiQLDelete",
    "PartiQLSelect",
    "Scan",
    "ExportTableToPointInTime",
  ]),
  records: named(["GetRecords", "GetShardIterator"]),
};

function named(names: readonly string[]): readonly string[] {
  return names.map((name) => `dynamodb:${name}`);
}

/** They hand out what there is of every user, and none names a key. */
const keyless = named(["Scan", "ExportTableToPointInTime", "GetRecords", "GetShardIterator"]);
const select = "dynamodb:PartiQLSelect";

const leadingKeys = "dynamodb:leadingkeys";
const fullTableScan = "dynamodb:fulltablescan";

/** An action that a statement allows on the items of every user. */
export interface OpenAction {
  readonly action: string;
  /** What keeps it from being certain. */
  readonly unknown: Unknown | undefined;
}

/** What a policy takes away again, from some tables or from all. */
interface Denial {
  readonly statement: Statement;
  /** "all" where it makes no difference between tables. */
  readonly from: ReadonlySet<PerUserTable> | "all";
}

/** Only those that can answer for one of the actions; one that is about no table at all is left out. */
export function denialsOf({ statements }: PolicyDocument, part: Part, tables: PerUserTables): readonly Denial[] {
  return statements.flatMap((statement) => {
    if (isUnknown(statement) || statement.effect !== "Deny" || !mayDeny(statement)) {
      return [];
    }
    const [first, ...others] = (statement.resources ?? [])
      .filter((entry) => typeof entry === "string")
      .map((entry) => tablesOf(entry, part, tables));
    const from =
      first === undefined || others.length === 0 ? first : new Set([first, ...others].flatMap((set) => [...set]));
    if (from === undefined || from.size === 0) {
      return [];
    }
    return [{ statement, from: from.size === tables.tables.length ? "all" : from }];
  });
}

function mayDeny({ conditions }: Statement): boolean {
  return isAlways(conditions) || isFullTableScan(conditions);
}

/** One of each sort of tables between which the denials make no difference: what is true of it is true of them. */
export function oneOfEach(found: Iterable<PerUserTable>, denials: readonly Denial[]): readonly PerUserTable[] {
  const differing = denials.map(({ from }) => from).filter((from) => from !== "all");
  const sorts = new Map<string, PerUserTable>();
  for (const table of found) {
    const sort = differing.map((from) => (from.has(table) ? 1 : 0)).join("");
    if (!sorts.has(sort)) {
      sorts.set(sort, table);
    }
    if (differing.length === 0) {
      break;
    }
  }
  return [...sorts.values()];
}

/** The actions on the items of a table that a statement allows and that no leading key limits. */
export function openActions(
  statement: Statement,
  part: Part,
  table: PerUserTable,
  denials: readonly Denial[],
): readonly OpenAction[] {
  return actionsOn[part].flatMap((action) => {
    const by = covers(statement, action);
    return by === undefined || isLimited(statement, action, table, denials)
      ? []
      : [{ action, unknown: [by, ...statement.conditions].find(isUnknown) }];
  });
}

/**
 * A request that names no key, as a scan or an export does, meets every condition of ForAllValues: it needs one more that wants the
 * key to be there, or has to be denied.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function isLimited(
  { conditions }: Statement,
  action: string,
  table: PerUserTable,
  denials: readonly Denial[],
): boolean {
  const known = conditions.filter((condition): condition is Condition => !isUnknown(condition));
  const denies = (when: (conditions: Statement["conditions"]) => boolean) =>
    denials.some(
      ({ statement, from }) =>
        when(statement.conditions) &&
        typeof covers(statement, action) === "string" &&
        (from === "all" || from.has(table)),
    );
  if (known.some(isLeadingKeysCondition)) {
    if (known.some((condition) => asks(condition, "null", leadingKeys, "false"))) {
      return true;
    }
    if (action === select) {
      return (
        known.some((condition) => asks(condition, "bool", fullTableScan, "false")) ||
        denies(isFullTableScan) ||
        denies(isAlways)
      );
    }
    return !keyless.includes(action) || denies(isAlways);
  }
  return denies(isAlways);
}

function isAlways(conditions: Statement["conditions"]): boolean {
  return conditions.length === 0;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html#access-policy-ql-iam-example6 */
function isFullTableScan([condition, another]: Statement["conditions"]): boolean {
  return (
    condition !== undefined &&
    another === undefined &&
    !isUnknown(condition) &&
    asks(condition, "bool", fullTableScan, "true")
  );
}

function isLeadingKeysCondition({ operator, key, values }: Condition): boolean {
  return (
    key.toLowerCase() === leadingKeys &&
    /^forallvalues:(stringequals|stringequalsignorecase|stringlike)(ifexists)?$/i.test(operator) &&
    values.length > 0 &&
    values.every((value) => isUnknown(value) || fences(value, /^forallvalues:stringlike/i.test(operator)))
  );
}

/** What begins with a wildcard takes in the keys of everybody, unless something of who calls follows. */
function fences(value: string, isPattern: boolean): boolean {
  return isPattern ? !/^[*?]/.test(value) || /\$\{[^*?$]/.test(value) : /[^*?]/.test(value);
}

function asks({ operator, key, values }: Condition, name: string, wanted: string, value: string): boolean {
  return (
    operator.toLowerCase() === name &&
    key.toLowerCase() === wanted &&
    values.length === 1 &&
    String(values[0]).toLowerCase() === value
  );
}

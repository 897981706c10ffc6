import type { Condition, PolicyDocument, Statement } from "../../inventory/policy-document";
import { isUnknown, type Unknown } from "../../inventory/value";
import { covers } from "./grants";
import { type PerUserTable, type PerUserTables, tablesOf } from "./per-user-tables";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const itemActions: readonly string[] = [
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
].map((name) => `dynamodb:${name}`);

const scan = "dynamodb:Scan";
const select = "dynamodb:PartiQLSelect";

const leadingKeys = "dynamodb:leadingkeys";
const fullTableScan = "dynamodb:fulltablescan";

/** An action that a statement allows on the items of every user. */
export interface OpenAction {
  readonly action: string;
  /** What keeps it from being certain. */
  readonly unknown: Unknown | undefined;
}

/**
 * Tells of a table the actions on its items that a statement allows and that no leading key limits. Only a denial
 * makes a difference between tables, so that without one they are looked for once.
 */
export function openActionsOf(
  statement: Statement,
  policy: PolicyDocument,
  tables: PerUserTables,
): (table: PerUserTable) => readonly OpenAction[] {
  const denies = policy.statements.some((other) => isUnknown(other) || other.effect !== "Allow");
  let known: readonly OpenAction[] | undefined;
  return (table) => {
    if (denies) {
      return openActions(statement, policy, table, tables);
    }
    known ??= openActions(statement, policy, table, tables);
    return known;
  };
}

function openActions(
  statement: Statement,
  policy: PolicyDocument,
  table: PerUserTable,
  tables: PerUserTables,
): readonly OpenAction[] {
  return itemActions.flatMap((action) => {
    const by = covers(statement, action);
    return by === undefined || isLimited(statement, action, policy, table, tables)
      ? []
      : [{ action, unknown: [by, ...statement.conditions].find(isUnknown) }];
  });
}

/**
 * A request that names no key, as a scan does, meets every condition of ForAllValues: it needs one more that wants the
 * key to be there, or has to be denied.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function isLimited(
  { conditions }: Statement,
  action: string,
  policy: PolicyDocument,
  table: PerUserTable,
  tables: PerUserTables,
): boolean {
  const known = conditions.filter((condition): condition is Condition => !isUnknown(condition));
  const denies = (when: (conditions: Statement["conditions"]) => boolean) =>
    policy.statements.some((statement) => !isUnknown(statement) && isDenial(statement, action, table, tables, when));
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
    return action !== scan || denies(isAlways);
  }
  return denies(isAlways);
}

/** Whether a statement takes an action on a table away again. */
function isDenial(
  statement: Statement,
  action: string,
  table: PerUserTable,
  tables: PerUserTables,
  when: (conditions: Statement["conditions"]) => boolean,
): boolean {
  const { effect, resources = [], conditions } = statement;
  return (
    effect === "Deny" &&
    when(conditions) &&
    typeof covers(statement, action) === "string" &&
    resources.some((entry) => typeof entry === "string" && tablesOf(entry, tables).includes(table))
  );
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
    values.every((value) => isUnknown(value) || /[^*?]/.test(value))
  );
}

function asks({ operator, key, values }: Condition, name: string, wanted: string, value: string): boolean {
  return (
    operator.toLowerCase() === name &&
    key.toLowerCase() === wanted &&
    values.length === 1 &&
    String(values[0]).toLowerCase() === value
  );
}

import type { Inventory } from "../../inventory/model";
import type { PolicyDocument, Statement } from "../../inventory/policy-document";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeAllows, judgePolicy } from "./grants";
import { denialsOf, oneOfEach, openActions } from "./item-access";
import {
  type Part,
  type PerUserOptions,
  type PerUserTable,
  type PerUserTables,
  perUserTables,
  tablesOf,
  tablesWithin,
} from "./per-user-tables";

const needed =
  "what it allows there must carry a ForAllValues condition on dynamodb:LeadingKeys, and may not scan or export the table or read its stream";

export const dynamodbLeadingKeys = defineControl<"iamPolicies", PerUserOptions>({
  id: "iam-dynamodb-leading-keys",
  title: "IAM policy keeps users of a shared DynamoDB table to their own items",
  subject: "iamPolicies",
  severity: "medium",
  why: "Without the condition every user of the table can read and change the items of all others.",
  remediation:
    "Add the condition ForAllValues:StringEquals of dynamodb:LeadingKeys to the statement, with a policy variable such as the user's id, and leave dynamodb:Scan, dynamodb:ExportTableToPointInTime, dynamodb:GetRecords and dynamodb:GetShardIterator out.",
  peerIds: {},
  options: {
    perUserTables: {
      schema: {
        type: "array",
        items: { type: "string" },
        description: "Names or ARNs of tables in which each item belongs to a user, with * for any text.",
      },
      default: [],
    },
    perUserTag: {
      schema: {
        type: "string",
        description: "Key of the tag that marks such a table, unless its value is false.",
      },
      default: "per-user",
    },
  },
  looksAt: "inventory",
  evaluate({ document }, inventory, options) {
    const tables = perUserTables(inventory, options);
    if (tables.tables.length === 0 && tables.unknown === undefined) {
      return notApplicable("no table is marked as one of many users");
    }
    return judgePolicy(document, (policy) => {
      const answer = judgeTables(policy, tables, inventory);
      return answer.answer === "holds" && tables.unknown !== undefined
        ? judgeUnmarked(policy, tables.unknown, inventory)
        : answer;
    });
  },
});

function judgeTables(policy: PolicyDocument, tables: PerUserTables, inventory: Inventory): Answer {
  const judgePart = (part: Part) => {
    const denials = denialsOf(policy, part, tables);
    return judgeAllows(policy, (statement) => judgeStatement(statement, part, denials, tables, inventory));
  };
  return worst(["items", "records"] as const, judgePart);
}

/** What would be judged if a table, of which that is not known yet, turns out to be marked. */
function judgeUnmarked(policy: PolicyDocument, waiting: Unknown, inventory: Inventory): Answer {
  const table = { name: "", tableName: "*", region: undefined, account: undefined };
  const any = { tables: [table], byName: () => [table], byId: new Map<string, PerUserTable>(), unknown: undefined };
  return judgeTables(policy, any, inventory).answer === "holds" ? holds : undecided(waiting.waitsFor);
}

function judgeStatement(
  statement: Statement,
  part: Part,
  denials: ReturnType<typeof denialsOf>,
  tables: PerUserTables,
  inventory: Inventory,
): Answer {
  const judgeTable = (table: PerUserTable): Answer => {
    const open = openActions(statement, part, table, denials);
    const certain = open.find((action) => action.unknown === undefined);
    if (certain !== undefined) {
      return fails(`it allows ${certain.action} on all items of ${table.name}, a table of many users`, needed);
    }
    const waiting = open[0]?.unknown;
    return waiting === undefined ? holds : undecided(waiting.waitsFor);
  };
  const judgeEach = (found: Iterable<PerUserTable>) => worst(oneOfEach(found, denials), judgeTable);
  const { resources, notResources } = statement;
  if (notResources !== undefined) {
    return judgeEach(notExcluded(tables, part, notResources));
  }
  return worst(resources ?? [], (entry) =>
    isUnknown(entry) ? judgeUnknown(entry, tables, inventory, judgeEach) : judgeEach(tablesOf(entry, part, tables)),
  );
}

/** By its sources, a resource that is not known yet is one of the tables of the program. */
function judgeUnknown(
  entry: Unknown,
  tables: PerUserTables,
  inventory: Inventory,
  judgeEach: (found: Iterable<PerUserTable>) => Answer,
): Answer {
  const marked = entry.sources.flatMap((source) => tables.byId.get(source) ?? []);
  const others = entry.sources.filter(
    (source) =>
      !tables.byId.has(source) &&
      resolve(inventory, "dynamodbTables", unknown(entry.waitsFor, [source])).to === "resource",
  );
  if (marked.length === 0 && others.length > 0) {
    return holds;
  }
  const answer = judgeEach(marked.length > 0 ? marked : tables.tables);
  return answer.answer === "fails" && (marked.length === 0 || others.length > 0) ? undecided(entry.waitsFor) : answer;
}

function notExcluded(
  tables: PerUserTables,
  part: Part,
  notResources: NonNullable<Statement["notResources"]>,
): readonly PerUserTable[] {
  const excluded = notResources
    .filter((entry) => typeof entry === "string")
    .map((entry) => tablesWithin(entry, part, tables))
    .filter(({ size }) => size > 0);
  if (excluded.length === 0) {
    return tables.tables;
  }
  return excluded.some(({ size }) => size === tables.tables.length)
    ? []
    : tables.tables.filter((table) => !excluded.some((set) => set.has(table)));
}

/** Stops at the first failure, as one is enough and a policy can be about every table there is. */
function worst<T>(items: readonly T[], judge: (item: T) => Answer): Answer {
  const answers: Answer[] = [];
  for (const item of items) {
    const answer = judge(item);
    if (answer.answer === "fails") {
      return answer;
    }
    if (answer.answer === "undecided" && answers.length === 0) {
      answers.push(answer);
    }
  }
  return all([...answers, holds]);
}

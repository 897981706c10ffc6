import {
  type ContinuousBackupsDescription,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateListTables,
} from "@aws-sdk/client-dynamodb";
import type { DescribedTable, Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

export function readTableNames(client: DynamoDBClient, calls: Calls): Promise<Listing<string>> {
  return calls.list("dynamodb:ListTables", paginateListTables({ client }, {}), (page) => page.TableNames);
}

/** Describes each table; one that was deleted since it was listed is left out. */
export async function readTables(
  client: DynamoDBClient,
  calls: Calls,
  names: readonly string[],
): Promise<DescribedTable[]> {
  const tables = await Promise.all(names.map((name) => readTable(client, calls, name)));
  return tables.flatMap((table) => table ?? []);
}

async function readTable(client: DynamoDBClient, calls: Calls, TableName: string): Promise<DescribedTable | undefined> {
  const [table, backups] = await Promise.all([
    calls.fact("dynamodb:DescribeTable", TableName, async () => {
      const answer = await unlessDeleted(client.send(new DescribeTableCommand({ TableName })));
      return answer?.Table;
    }),
    calls.fact("dynamodb:DescribeContinuousBackups", TableName, () => readBackups(client, TableName)),
  ]);
  if ("unread" in table) {
    return { name: TableName, table, backups };
  }
  return table.value === undefined ? undefined : { name: TableName, table: { value: table.value }, backups };
}

/** Without continuous backups a table has no point-in-time recovery either, and AWS answers with an error. */
async function readBackups(client: DynamoDBClient, TableName: string): Promise<ContinuousBackupsDescription> {
  const disabled: ContinuousBackupsDescription = { ContinuousBackupsStatus: "DISABLED" };
  try {
    const answer = await unlessDeleted(client.send(new DescribeContinuousBackupsCommand({ TableName })));
    return answer?.ContinuousBackupsDescription ?? disabled;
  } catch (error) {
    if (isNamed(error, "ContinuousBackupsUnavailableException")) {
      return disabled;
    }
    throw error;
  }
}

async function unlessDeleted<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException") || isNamed(error, "TableNotFoundException")) {
      return undefined;
    }
    throw error;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

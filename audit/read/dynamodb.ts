import {
  type ContinuousBackupsDescription,
  DescribeContinuousBackupsCommand,
  DescribeKinesisStreamingDestinationCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  GetResourcePolicyCommand,
  ListTagsOfResourceCommand,
  paginateListTables,
  type Tag,
} from "@aws-sdk/client-dynamodb";
import type { DescribedTable, Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import { unlessGone } from "./gone";

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
  const [table, backups, destinations] = await Promise.all([
    calls.fact("dynamodb:DescribeTable", TableName, async () => {
      const answer = await unlessGone(client.send(new DescribeTableCommand({ TableName })));
      return answer?.Table;
    }),
    calls.fact("dynamodb:DescribeContinuousBackups", TableName, () => readBackups(client, TableName)),
    calls.fact("dynamodb:DescribeKinesisStreamingDestination", TableName, async () => {
      const answer = await unlessGone(client.send(new DescribeKinesisStreamingDestinationCommand({ TableName })));
      return answer?.KinesisDataStreamDestinations ?? [];
    }),
  ]);
  if ("unread" in table) {
    // Without the table's ARN nobody can ask for the rest.
    return { name: TableName, table, backups, destinations, tags: table, policy: table };
  }
  const { value } = table;
  if (value === undefined) {
    return undefined;
  }
  const arn = value.TableArn ?? TableName;
  const streamArn = value.StreamSpecification?.StreamEnabled === true ? value.LatestStreamArn : undefined;
  const [tags, policy, streamPolicy] = await Promise.all([
    calls.fact("dynamodb:ListTagsOfResource", TableName, () => readTags(client, arn)),
    calls.fact("dynamodb:GetResourcePolicy", TableName, () => readPolicy(client, arn)),
    streamArn === undefined
      ? undefined
      : calls.fact("dynamodb:GetResourcePolicy", streamArn, () => readPolicy(client, streamArn)),
  ]);
  return {
    name: TableName,
    table: { value },
    backups,
    destinations,
    tags,
    policy,
    ...(streamPolicy === undefined ? {} : { streamPolicy }),
  };
}

async function readTags(client: DynamoDBClient, ResourceArn: string): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  let NextToken: string | undefined;
  do {
    const answer = await unlessGone(client.send(new ListTagsOfResourceCommand({ ResourceArn, NextToken })));
    tags.push(...(answer?.Tags ?? []));
    NextToken = answer?.NextToken;
  } while (NextToken);
  return tags;
}

/** Of a table or stream without a policy AWS says that the policy is not found. */
async function readPolicy(client: DynamoDBClient, ResourceArn: string): Promise<string | undefined> {
  const answer = await unlessGone(client.send(new GetResourcePolicyCommand({ ResourceArn })));
  return answer?.Policy;
}

/** Without continuous backups a table has no point-in-time recovery either, and AWS answers with an error. */
async function readBackups(client: DynamoDBClient, TableName: string): Promise<ContinuousBackupsDescription> {
  const disabled: ContinuousBackupsDescription = { ContinuousBackupsStatus: "DISABLED" };
  try {
    const answer = await unlessGone(client.send(new DescribeContinuousBackupsCommand({ TableName })));
    return answer?.ContinuousBackupsDescription ?? disabled;
  } catch (error) {
    if (error instanceof Error && error.name === "ContinuousBackupsUnavailableException") {
      return disabled;
    }
    throw error;
  }
}

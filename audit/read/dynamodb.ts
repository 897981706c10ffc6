import {
  type ContinuousBackupsDescription,
  DescribeContinuousBackupsCommand,
  DescribeKinesisStreamingDestinationCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  GetResourcePolicyCommand,
  paginateListTables,
  type Tag,
} from "@aws-sdk/client-dynamodb";
import { type KinesisClient, ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { paginateGetResources, type ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import type { DescribedTable, Fact, Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import type { Clients } from "./clients";
import { unlessGone } from "./gone";

export function readTableNames(client: DynamoDBClient, calls: Calls): Promise<Listing<string>> {
  return calls.list("dynamodb:ListTables", paginateListTables({ client }, {}), (page) => page.TableNames);
}

/** What is asked once for all tables of a region. */
interface AllTables {
  readonly tags: Promise<(arn: string) => Fact<readonly Tag[]>>;
  /** Whether the region has Kinesis streams at all. */
  readonly streams: Promise<Fact<boolean>>;
}

/** Describes each table; one that was deleted since it was listed is left out. */
export async function readTables(
  { dynamodb, kinesis, tagging }: Clients,
  calls: Calls,
  names: readonly string[],
): Promise<DescribedTable[]> {
  if (names.length === 0) {
    return [];
  }
  const all: AllTables = { tags: readTags(tagging, calls), streams: hasStreams(kinesis, calls) };
  // All together, so that no error is left that nobody waits for.
  const [tables] = await Promise.all([
    Promise.all(names.map((name) => readTable(dynamodb, calls, name, all))),
    all.tags,
    all.streams,
  ]);
  return tables.flatMap((table) => table ?? []);
}

async function readTable(
  client: DynamoDBClient,
  calls: Calls,
  TableName: string,
  all: AllTables,
): Promise<DescribedTable | undefined> {
  const [table, backups, destinations] = await Promise.all([
    calls.fact("dynamodb:DescribeTable", TableName, async () => {
      const answer = await unlessGone(client.send(new DescribeTableCommand({ TableName })));
      return answer?.Table;
    }),
    calls.fact("dynamodb:DescribeContinuousBackups", TableName, () => readBackups(client, TableName)),
    all.streams.then((streams) => readDestinations(client, calls, TableName, streams)),
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
  const [tagsOf, policy, streamPolicy] = await Promise.all([
    all.tags,
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
    tags: tagsOf(arn),
    policy,
    ...(streamPolicy === undefined ? {} : { streamPolicy }),
  };
}

/**
 * A hundred tables a page, where dynamodb:ListTagsOfResource tells of one and is allowed 10 times a second. A table that
 * never had a tag is not among them.
 * https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
async function readTags(
  client: ResourceGroupsTaggingAPIClient,
  calls: Calls,
): Promise<(arn: string) => Fact<readonly Tag[]>> {
  const { items, unread } = await calls.list(
    "tag:GetResources",
    paginateGetResources({ client, pageSize: 100 }, { ResourceTypeFilters: ["dynamodb:table"] }),
    (page) => page.ResourceTagMappingList,
  );
  const tags = new Map(items.map(({ ResourceARN, Tags = [] }) => [ResourceARN, Tags]));
  return (arn) => {
    const known = tags.get(arn);
    return known === undefined && unread !== undefined ? { unread } : { value: known ?? [] };
  };
}

/**
 * A table sends its changes to a stream of its own account and region alone: without any, no table needs to be asked.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html
 */
function hasStreams(client: KinesisClient, calls: Calls): Promise<Fact<boolean>> {
  return calls.fact("kinesis:ListStreams", undefined, async () => {
    const { StreamNames } = await client.send(new ListStreamsCommand({ Limit: 1 }));
    return (StreamNames ?? []).length > 0;
  });
}

async function readDestinations(
  client: DynamoDBClient,
  calls: Calls,
  TableName: string,
  streams: Fact<boolean>,
): Promise<DescribedTable["destinations"]> {
  if ("unread" in streams) {
    return streams;
  }
  if (!streams.value) {
    return { value: [] };
  }
  return calls.fact("dynamodb:DescribeKinesisStreamingDestination", TableName, async () => {
    const answer = await unlessGone(client.send(new DescribeKinesisStreamingDestinationCommand({ TableName })));
    return answer?.KinesisDataStreamDestinations ?? [];
  });
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

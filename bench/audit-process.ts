/** One audit, or the calls that it cannot do without, in a process of its own: prints what that took as JSON. */
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  GetResourcePolicyCommand,
  paginateListTables,
} from "@aws-sdk/client-dynamodb";
import { paginateDescribeSecurityGroups, paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import { type EntityType, paginateGetAccountAuthorizationDetails } from "@aws-sdk/client-iam";
import { ListStreamsCommand } from "@aws-sdk/client-kinesis";
import {
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBClusters,
  paginateDescribeDBInstanceAutomatedBackups,
  paginateDescribeDBInstances,
  paginateDescribeDBSnapshots,
  paginateDescribeDBSubnetGroups,
} from "@aws-sdk/client-rds";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import pLimit from "p-limit";
import { type Clients, createClients, destroyClients } from "../audit/read/clients";
import { runAudit } from "../audit/run";

const concurrency = 10;

const Filter: EntityType[] = ["LocalManagedPolicy", "Role", "User", "Group"];

async function main([what = "", region = ""]: readonly string[]): Promise<void> {
  const calls = new Map<string, number>();
  const count = (call: string) => calls.set(call, (calls.get(call) ?? 0) + 1);
  const started = performance.now();
  if (what === "audit") {
    const report = await runAudit({ regions: [region], watch: { onCall: count } });
    if (!report.complete) {
      throw new Error(`the audit is incomplete: ${JSON.stringify(report.unread.slice(0, 3))}`);
    }
  } else {
    await floor(region, count);
  }
  const seconds = (performance.now() - started) / 1000;
  const peakMemoryMB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, peakMemoryMB, calls: Object.fromEntries(calls) }));
}

/** A bare loop: the lists page by page, and of each table what no list tells. */
async function floor(region: string, count: (call: string) => void): Promise<void> {
  const clients = createClients(region, concurrency);
  const { rds: client, dynamodb } = clients;
  const names: string[] = [];
  await Promise.all([
    drain(paginateDescribeDBInstances({ client }, {}), () => count("rds:DescribeDBInstances")),
    drain(paginateDescribeDBClusters({ client }, {}), () => count("rds:DescribeDBClusters")),
    // Without their type the list is one of automated ones.
    ...["manual", "awsbackup"].flatMap((SnapshotType) => [
      drain(paginateDescribeDBSnapshots({ client }, { SnapshotType }), () => count("rds:DescribeDBSnapshots")),
      drain(paginateDescribeDBClusterSnapshots({ client }, { SnapshotType }), () =>
        count("rds:DescribeDBClusterSnapshots"),
      ),
    ]),
    drain(paginateDescribeDBSubnetGroups({ client }, {}), () => count("rds:DescribeDBSubnetGroups")),
    drain(paginateDescribeDBInstanceAutomatedBackups({ client }, {}), () =>
      count("rds:DescribeDBInstanceAutomatedBackups"),
    ),
    drain(paginateDescribeSubnets({ client: clients.ec2 }, {}), () => count("ec2:DescribeSubnets")),
    drain(paginateDescribeSecurityGroups({ client: clients.ec2 }, {}), () => count("ec2:DescribeSecurityGroups")),
    // The thousand policies that AWS manages are the same in every account.
    drain(paginateGetAccountAuthorizationDetails({ client: clients.iam, pageSize: 1000 }, { Filter }), () =>
      count("iam:GetAccountAuthorizationDetails"),
    ),
    drain(
      paginateGetResources({ client: clients.tagging, pageSize: 100 }, { ResourceTypeFilters: ["dynamodb:table"] }),
      () => count("tag:GetResources"),
    ),
    clients.kinesis.send(new ListStreamsCommand({ Limit: 1 })).then(() => count("kinesis:ListStreams")),
    drain(paginateListTables({ client: dynamodb }, {}), (page) => {
      count("dynamodb:ListTables");
      names.push(...(page.TableNames ?? []));
    }),
  ]);
  await tables(clients, names, count);
  destroyClients(clients);
}

async function tables({ dynamodb }: Clients, names: readonly string[], count: (call: string) => void): Promise<void> {
  const limit = pLimit(concurrency);
  const one = async (call: string, ask: () => Promise<unknown>) => {
    count(`dynamodb:${call}`);
    // A table without a policy is answered with an error.
    await ask().catch(() => undefined);
  };
  await Promise.all(
    names.map((TableName) =>
      limit(async () => {
        const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
        count("dynamodb:DescribeTable");
        const ResourceArn = Table?.TableArn;
        await one("DescribeContinuousBackups", () =>
          dynamodb.send(new DescribeContinuousBackupsCommand({ TableName })),
        );
        await one("GetResourcePolicy", () => dynamodb.send(new GetResourcePolicyCommand({ ResourceArn })));
      }),
    ),
  );
}

async function drain<Page>(pages: AsyncIterable<Page>, seen: (page: Page) => void): Promise<void> {
  for await (const page of pages) {
    seen(page);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

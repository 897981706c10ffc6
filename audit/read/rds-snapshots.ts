import {
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBSnapshotAttributesCommand,
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBSnapshots,
  type RDSClient,
} from "@aws-sdk/client-rds";
import type { Fact, RdsDescription } from "../../inventory/from-account/description";
import { isOfRds } from "../../inventory/from-account/other-services";
import type { Calls } from "./calls";
import { unlessGone } from "./gone";

type Snapshots = Pick<
  RdsDescription,
  "dbSnapshots" | "dbClusterSnapshots" | "snapshotShares" | "dbClusterSnapshotShares"
>;

/** The snapshots of the region, and with whom each manual one is shared: AWS lets no other kind be shared. */
export async function readSnapshots(client: RDSClient, calls: Calls): Promise<Snapshots> {
  const [dbSnapshots, dbClusterSnapshots] = await Promise.all([
    calls.list("rds:DescribeDBSnapshots", paginateDescribeDBSnapshots({ client }, {}), (page) =>
      page.DBSnapshots?.filter(isJudged),
    ),
    calls.list("rds:DescribeDBClusterSnapshots", paginateDescribeDBClusterSnapshots({ client }, {}), (page) =>
      page.DBClusterSnapshots?.filter(isJudged),
    ),
  ]);
  const [snapshotShares, dbClusterSnapshotShares] = await Promise.all([
    sharesOf(
      dbSnapshots.items.filter(isManual).flatMap((snapshot) => snapshot.DBSnapshotIdentifier ?? []),
      (id) =>
        calls.fact("rds:DescribeDBSnapshotAttributes", id, async () => {
          const answer = await unlessGone(
            client.send(new DescribeDBSnapshotAttributesCommand({ DBSnapshotIdentifier: id })),
          );
          return restorers(answer?.DBSnapshotAttributesResult?.DBSnapshotAttributes);
        }),
    ),
    sharesOf(
      dbClusterSnapshots.items.filter(isManual).flatMap((snapshot) => snapshot.DBClusterSnapshotIdentifier ?? []),
      (id) =>
        calls.fact("rds:DescribeDBClusterSnapshotAttributes", id, async () => {
          const answer = await unlessGone(
            client.send(new DescribeDBClusterSnapshotAttributesCommand({ DBClusterSnapshotIdentifier: id })),
          );
          return restorers(answer?.DBClusterSnapshotAttributesResult?.DBClusterSnapshotAttributes);
        }),
    ),
  ]);
  return { dbSnapshots, dbClusterSnapshots, snapshotShares, dbClusterSnapshotShares };
}

function isJudged(snapshot: { readonly SnapshotType?: string | undefined; readonly Engine?: string | undefined }) {
  return snapshot.SnapshotType !== "automated" && isOfRds(snapshot);
}

function isManual({ SnapshotType }: { readonly SnapshotType?: string | undefined }): boolean {
  return SnapshotType === "manual";
}

async function sharesOf(
  ids: readonly string[],
  ask: (id: string) => Promise<Fact<readonly string[]>>,
): Promise<ReadonlyMap<string, Fact<readonly string[]>>> {
  return new Map(await Promise.all(ids.map(async (id) => [id, await ask(id)] as const)));
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttribute.html */
function restorers(
  attributes:
    | readonly { readonly AttributeName?: string | undefined; readonly AttributeValues?: string[] | undefined }[]
    | undefined,
): readonly string[] {
  return attributes?.find(({ AttributeName }) => AttributeName === "restore")?.AttributeValues ?? [];
}

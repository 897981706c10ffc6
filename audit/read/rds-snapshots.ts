import {
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBSnapshotAttributesCommand,
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBSnapshots,
  type RDSClient,
} from "@aws-sdk/client-rds";
import type { Fact, Listing, RdsDescription } from "../../inventory/from-account/description";
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
    ofEachType((SnapshotType) =>
      calls.list("rds:DescribeDBSnapshots", paginateDescribeDBSnapshots({ client }, { SnapshotType }), (page) =>
        page.DBSnapshots?.filter((snapshot) => isJudged(snapshot, SnapshotType)),
      ),
    ),
    ofEachType((SnapshotType) =>
      calls.list(
        "rds:DescribeDBClusterSnapshots",
        paginateDescribeDBClusterSnapshots({ client }, { SnapshotType }),
        (page) => page.DBClusterSnapshots?.filter((snapshot) => isJudged(snapshot, SnapshotType)),
      ),
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

/**
 * Those that live without their database. Automated ones are as it is, and up to 35 for each: a list of all would be pages of
 * them. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
 */
const types = ["manual", "awsbackup"] as const;

async function ofEachType<T>(list: (type: (typeof types)[number]) => Promise<Listing<T>>): Promise<Listing<T>> {
  const lists = await Promise.all(types.map(list));
  const unread = lists.find((listing) => listing.unread !== undefined)?.unread;
  return { items: lists.flatMap(({ items }) => items), ...(unread === undefined ? {} : { unread }) };
}

function isJudged(
  snapshot: { readonly SnapshotType?: string | undefined; readonly Engine?: string | undefined },
  type: (typeof types)[number],
): boolean {
  return snapshot.SnapshotType === type && isOfRds(snapshot);
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

import { type DAXClient, DescribeClustersCommand, DescribeSubnetGroupsCommand } from "@aws-sdk/client-dax";
import type { DynamodbDescription } from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import { failureOf } from "./failure";

type Dax = Pick<DynamodbDescription, "daxClusters" | "daxSubnetGroups">;

/** The DAX clusters of the region; where there are none, nobody needs to see subnet groups. */
export async function readDax(region: string, client: DAXClient, calls: Calls): Promise<Dax> {
  const daxClusters = await calls.list(
    "dax:DescribeClusters",
    pages(region, (NextToken) => client.send(new DescribeClustersCommand({ NextToken }))),
    (page) => page.Clusters,
  );
  const daxSubnetGroups =
    daxClusters.items.length === 0
      ? { items: [] }
      : await calls.list(
          "dax:DescribeSubnetGroups",
          pages(region, (NextToken) => client.send(new DescribeSubnetGroupsCommand({ NextToken }))),
          (page) => page.SubnetGroups,
        );
  return { daxClusters, daxSubnetGroups };
}

/** The SDK has no paginators for DAX. */
async function* pages<Page extends { readonly NextToken?: string | undefined }>(
  region: string,
  ask: (nextToken: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  let nextToken: string | undefined;
  do {
    let page: Page;
    try {
      page = await ask(nextToken);
    } catch (error) {
      if (isWithoutDax(region, error)) {
        return;
      }
      throw error;
    }
    yield page;
    nextToken = page.NextToken;
  } while (nextToken);
}

/**
 * Where AWS names no endpoint of DAX.
 * https://github.com/boto/botocore/blob/1.44.8/botocore/data/endpoints.json
 */
const regionsWithout: ReadonlySet<string> = new Set(["me-central-1", "me-south-1"]);

/**
 * Some regions have no DAX, so that its name leads nowhere there; an account that never had a cluster may lack the role
 * that every cluster needs. A proxy says of a name that leads nowhere no more than that it cannot connect.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_DescribeClusters.html
 */
function isWithoutDax(region: string, error: unknown): boolean {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return (
    code === "ENOTFOUND" ||
    name === "ServiceLinkedRoleNotFoundFault" ||
    (regionsWithout.has(region) && failureOf(error)?.outcome === "unreachable")
  );
}

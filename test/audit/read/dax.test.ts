import assert from "node:assert/strict";
import { read } from "./read-region";
import { awsError, type Input } from "./stub-clients";

const offline = (code: string) => Object.assign(new Error(`getaddrinfo ${code} dax`), { code });

describe("reading DAX", () => {
  for (const [title, error] of [
    ["a region without DAX", offline("ENOTFOUND")],
    ["an account that never had a cluster", awsError("ServiceLinkedRoleNotFoundFault", "no role")],
  ] as const) {
    it(`takes ${title} for one without clusters`, async () => {
      const { description, unread } = await read({ DescribeClusters: error });
      assert.deepEqual([description.daxClusters, unread], [{ items: [] }, []]);
    });
  }

  it("takes a region without DAX for one without clusters behind a proxy, too, which cannot say why it does not connect", async () => {
    // As hpagent words it.
    const error = new Error("Bad response: 502");
    for (const [region, calls] of [
      ["me-south-1", []],
      ["eu-west-1", ["dax:DescribeClusters"]],
    ] as const) {
      const { unread } = await read({ DescribeClusters: error }, 10, region);
      assert.deepEqual(
        unread.map(({ call }) => call),
        calls,
      );
    }
    const { unread } = await read({ DescribeClusters: awsError("AccessDeniedException", "no") }, 10, "me-south-1");
    assert.equal(unread.length, 1);
  });

  for (const error of [offline("ECONNREFUSED"), awsError("AccessDeniedException", "no")]) {
    it(`says that clusters are unread: ${error.message}`, async () => {
      const { unread } = await read({ DescribeClusters: error });
      assert.deepEqual(
        unread.map(({ call }) => call),
        ["dax:DescribeClusters"],
      );
    });
  }

  it("takes every page, and then the subnet groups", async () => {
    const { description } = await read({
      DescribeClusters: ({ NextToken }: Input) =>
        NextToken === undefined
          ? { Clusters: [{ ClusterName: "a" }], NextToken: "2" }
          : { Clusters: [{ ClusterName: "b" }] },
      DescribeSubnetGroups: { SubnetGroups: [{ SubnetGroupName: "private" }] },
    });
    assert.deepEqual(
      description.daxClusters.items.map(({ ClusterName }) => ClusterName),
      ["a", "b"],
    );
    assert.equal(description.daxSubnetGroups.items.length, 1);
  });
});

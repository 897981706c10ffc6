import assert from "node:assert/strict";
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DeleteDBInstanceCommand,
  DescribeDBClustersCommand,
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBSnapshots,
  RDSClient,
} from "@aws-sdk/client-rds";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { muteSdkNotice } from "../../cli/sdk-notice";

const region = "eu-south-2";
const numbers = [0, 1, 2];

/** What the account does as AWS does, and moto alone does not, where the audit and its bench rely on it. */
describe("the emulated account", () => {
  let rds: RDSClient;
  const config = () => ({ region, endpoint: process.env.SANDBOX_ENDPOINT_URL ?? "" });
  const membersOf = async (DBClusterIdentifier: string) => {
    const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    return DBClusters?.[0]?.DBClusterMembers?.map((member) => member.DBInstanceIdentifier);
  };

  before(async () => {
    muteSdkNotice();
    rds = new RDSClient(config());
    const owner = { MasterUsername: "orders", MasterUserPassword: "not-a-secret" };
    for (const number of numbers) {
      const DBClusterIdentifier = `cluster-${number}`;
      await rds.send(new CreateDBClusterCommand({ DBClusterIdentifier, Engine: "aurora-postgresql", ...owner }));
      await rds.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: `db-${number}`,
          DBInstanceClass: "db.t4g.medium",
          Engine: "postgres",
          AllocatedStorage: 20,
          ...owner,
        }),
      );
    }
  });
  after(() => rds.destroy());

  it("lists clusters in pages", async () => {
    const first = await rds.send(new DescribeDBClustersCommand({ MaxRecords: 2 }));
    assert.equal(first.DBClusters?.length, 2);
    const second = await rds.send(new DescribeDBClustersCommand({ MaxRecords: 2, Marker: first.Marker }));
    assert.deepEqual(
      [...first.DBClusters, ...(second.DBClusters ?? [])].map((cluster) => cluster.DBClusterIdentifier).sort(),
      numbers.map((number) => `cluster-${number}`),
    );
    assert.equal(second.Marker, undefined);
  });

  it("lists snapshots in pages, those of clusters as well", async () => {
    const pages: number[][] = [[], []];
    for await (const { DBSnapshots } of paginateDescribeDBSnapshots({ client: rds, pageSize: 2 }, {})) {
      pages[0]?.push(DBSnapshots?.length ?? 0);
    }
    for await (const page of paginateDescribeDBClusterSnapshots({ client: rds, pageSize: 2 }, {})) {
      pages[1]?.push(page.DBClusterSnapshots?.length ?? 0);
    }
    assert.deepEqual(pages, [
      [2, 1],
      [2, 1],
    ]);
  });

  it("knows the members of a cluster, those that come and those that go", async () => {
    const cluster = { DBClusterIdentifier: "cluster-1", Engine: "aurora-postgresql", DBInstanceClass: "db.t4g.medium" };
    for (const DBInstanceIdentifier of ["writer", "reader"]) {
      await rds.send(new CreateDBInstanceCommand({ ...cluster, DBInstanceIdentifier }));
    }
    assert.deepEqual(await Promise.all(["cluster-1", "cluster-2"].map(membersOf)), [["writer", "reader"], []]);
    await rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier: "reader", SkipFinalSnapshot: true }));
    assert.deepEqual(await membersOf("cluster-1"), ["writer"]);
  });

  it("takes a path at its endpoint as it was sent", async () => {
    const s3 = new S3Client({ ...config(), forcePathStyle: true });
    const object = { Bucket: "findings", Key: "a%2Fb/über c+d" };
    await s3.send(new CreateBucketCommand({ Bucket: object.Bucket }));
    await s3.send(new PutObjectCommand({ ...object, Body: "orders" }));
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: object.Bucket }));
    const { Body } = await s3.send(new GetObjectCommand(object));
    assert.deepEqual([Contents?.map(({ Key }) => Key), await Body?.transformToString()], [[object.Key], "orders"]);
    s3.destroy();
  });
});

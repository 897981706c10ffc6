import assert from "node:assert/strict";
import type { DbCluster, DbSnapshot } from "../../../inventory/model";
import { referrers } from "../../../inventory/resolve";
import { isUnknown } from "../../../inventory/value";
import { clusterRow, memberRow, subjectCluster } from "../../support/cluster-rows";
import { pending, program, type Row, urn } from "../../support/program";

type ClusterProps = Parameters<typeof subjectCluster>[0];

function cluster(props: ClusterProps): DbCluster {
  const [found] = program([subjectCluster(props)]).dbClusters;
  assert.ok(found);
  return found;
}

function snapshot(row: Row): DbSnapshot {
  const [found] = program([row]).dbSnapshots;
  assert.ok(found);
  return found;
}

describe("clusters of a program", () => {
  it("keep absent apart from false and from unknown", () => {
    assert.equal(cluster({}).storageEncrypted, undefined);
    assert.equal(cluster({ storageEncrypted: false }).storageEncrypted, false);
    assert.ok(isUnknown(cluster({ storageEncrypted: pending() }).storageEncrypted));
  });

  it("are known by identifier, ARN and resource id", () => {
    const { identifiers } = cluster({
      clusterIdentifier: "orders",
      clusterResourceId: "cluster-ABC",
      arn: "arn:aws:rds:eu-west-1:111122223333:cluster:orders",
    });
    assert.deepEqual(identifiers, ["arn:aws:rds:eu-west-1:111122223333:cluster:orders", "orders", "cluster-ABC"]);
  });

  it("are restored from a cluster by its identifier or its resource id", () => {
    assert.equal(cluster({ restoreToPointInTime: { sourceClusterIdentifier: "orders" } }).restoreSource, "orders");
    assert.equal(
      cluster({ restoreToPointInTime: { sourceClusterResourceId: "cluster-ABC" } }).restoreSource,
      "cluster-ABC",
    );
    assert.ok(isUnknown(cluster({ restoreToPointInTime: pending() }).restoreSource));
  });

  it("take an empty text for nothing", () => {
    assert.equal(cluster({ engineMode: "", snapshotIdentifier: "" }).engineMode, undefined);
    assert.equal(cluster({ engineMode: "", snapshotIdentifier: "" }).snapshot, undefined);
  });

  it("are found by their members, in a first preview by dependency", () => {
    const inventory = program([subjectCluster({}), memberRow("writer"), clusterRow("other", {})]);
    const [subject] = inventory.dbClusters.filter(({ name }) => name === "subject");
    assert.ok(subject);
    const { found } = referrers(inventory, "dbInstances", "cluster", "dbClusters", subject);
    assert.deepEqual(
      found.map(({ name }) => name),
      ["writer"],
    );
  });

  for (const { shows, props, source } of [
    { shows: "Secrets Manager", props: { manageMasterUserPassword: true }, source: "managed" },
    {
      shows: "a write-only property",
      props: { masterPasswordWo: "horse", masterPasswordWoVersion: 1 },
      source: "write-only",
    },
    { shows: "the program, once it is known", props: { masterPassword: pending() }, source: "plain" },
    { shows: "nobody", props: {}, source: undefined },
  ] as const satisfies readonly { shows: string; props: ClusterProps; source: DbCluster["masterPassword"] }[]) {
    it(`have their master password from ${shows}`, () => assert.equal(cluster(props).masterPassword, source));
  }
});

describe("snapshots of a program", () => {
  it("of an instance follow it", () => {
    const {
      instance,
      cluster: ofCluster,
      copyOf,
      encrypted,
    } = snapshot({
      type: "aws:rds/snapshot:Snapshot",
      name: "before",
      props: { dbInstanceIdentifier: "orders", dbSnapshotIdentifier: "before" },
    });
    assert.deepEqual([instance, ofCluster, copyOf, encrypted], ["orders", undefined, undefined, undefined]);
  });

  it("of a cluster follow it, and tell what AWS says once they exist", () => {
    const {
      instance,
      cluster: ofCluster,
      encrypted,
    } = snapshot({
      type: "aws:rds/clusterSnapshot:ClusterSnapshot",
      name: "before",
      props: { dbClusterIdentifier: "orders", dbClusterSnapshotIdentifier: "before", storageEncrypted: true },
    });
    assert.deepEqual([instance, ofCluster, encrypted], [undefined, "orders", true]);
  });

  it("of an instance are encrypted by copying them under a key, and lie where they are copied to", () => {
    const { copyOf, encrypted, region } = snapshot({
      type: "aws:rds/snapshotCopy:SnapshotCopy",
      name: "after",
      props: {
        sourceDbSnapshotIdentifier: "before",
        targetDbSnapshotIdentifier: "after",
        kmsKeyId: pending(),
        region: "eu-west-1",
        destinationRegion: "us-east-1",
      },
    });
    assert.deepEqual([copyOf, encrypted, region], ["before", true, "us-east-1"]);
  });

  it("of a cluster are not encrypted by copying them", () => {
    const { copyOf, encrypted, sharedAccounts } = snapshot({
      type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
      name: "after",
      props: {
        sourceDbClusterSnapshotIdentifier: "before",
        targetDbClusterSnapshotIdentifier: "after",
        kmsKeyId: "alias/orders",
        sharedAccounts: ["111122223333"],
      },
    });
    assert.deepEqual([copyOf, encrypted, sharedAccounts], ["before", undefined, ["111122223333"]]);
  });
});

describe("other resources of RDS", () => {
  const inventory = program([
    {
      type: "aws:rds/globalCluster:GlobalCluster",
      name: "world",
      props: {
        globalClusterIdentifier: "world",
        sourceDbClusterIdentifier: pending("subject"),
        storageEncrypted: true,
      },
    },
    {
      type: "aws:rds/proxy:Proxy",
      name: "proxy",
      props: {
        engineFamily: "MYSQL",
        roleArn: "arn:aws:iam::111122223333:role/proxy",
        vpcSubnetIds: ["subnet-1"],
        auths: [{ iamAuth: "REQUIRED", secretArn: pending() }, pending()],
      },
    },
    {
      type: "aws:rds/eventSubscription:EventSubscription",
      name: "events",
      props: { snsTopic: "arn:aws:sns:eu-west-1:111122223333:events", eventCategories: ["failure", pending()] },
    },
    {
      type: "aws:rds/clusterActivityStream:ClusterActivityStream",
      name: "stream",
      props: { resourceArn: pending("subject"), kmsKeyId: "alias/orders", mode: "async" },
    },
    {
      type: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
      name: "replication",
      props: { sourceDbInstanceArn: "arn:aws:rds:us-west-2:111122223333:db:orders" },
    },
    { type: "aws:rds/securityGroup:SecurityGroup", name: "classic", props: { name: "classic" } },
    {
      type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
      name: "group",
      props: { name: "group", family: "aurora-postgresql16", parameters: [{ name: "rds.force_ssl", value: "1" }] },
    },
    subjectCluster({}),
  ]);

  it("a global cluster names its source", () => {
    const [found] = inventory.globalClusters;
    assert.ok(found !== undefined && isUnknown(found.sourceCluster));
    assert.deepEqual(found.sourceCluster.sources, [urn({ type: "aws:rds/cluster:Cluster", name: "subject" })]);
  });

  it("an entry of a proxy that is not known stays so", () => {
    const [found] = inventory.dbProxies;
    assert.ok(found !== undefined && Array.isArray(found.authentications));
    const [first, second] = found.authentications;
    assert.equal(first.iamAuthentication, "REQUIRED");
    assert.ok(isUnknown(first.secret) && isUnknown(second));
  });

  it("an event subscription keeps a category that is not known", () => {
    const [found] = inventory.eventSubscriptions;
    assert.ok(found !== undefined && Array.isArray(found.categories));
    assert.equal(found.categories[0], "failure");
    assert.ok(isUnknown(found.categories[1]));
    assert.equal(found.sourceType, undefined);
  });

  it("the rest is in its list", () => {
    assert.equal(inventory.activityStreams[0]?.kmsKeyId, "alias/orders");
    assert.equal(inventory.replicatedBackups[0]?.source, "arn:aws:rds:us-west-2:111122223333:db:orders");
    assert.deepEqual(inventory.dbSecurityGroups[0]?.identifiers, ["classic"]);
    assert.equal(inventory.dbClusterParameterGroups[0]?.family, "aurora-postgresql16");
    assert.equal(inventory.dbParameterGroups.length, 0);
  });
});

import assert from "node:assert/strict";
import type { DbInstance } from "../../../inventory/model";
import { isUnknown, unknown } from "../../../inventory/value";
import { type NativeRow, pending, program, urn } from "../../support/program";

type Props = NonNullable<NativeRow["props"]>;

function instanceWith(props: Props): DbInstance {
  const [instance] = program([{ type: "aws-native:rds:DbInstance", name: "orders", props }]).dbInstances;
  assert.ok(instance);
  return instance;
}

describe("an instance of aws-native", () => {
  const arn = "arn:aws:rds:eu-west-1:123456789012:db:orders";
  const cases: readonly (readonly [shows: string, props: Props, expected: Partial<DbInstance>])[] = [
    ["lies in the region of its ARN", { dbInstanceArn: arn }, { identifiers: [arn], region: "eu-west-1" }],
    ["takes a port that is a text", { port: "5432" }, { port: 5432 }],
    ["takes a boolean that is a text", { multiAz: "true" }, { multiAz: true }],
    ["reads tags as keys and values", { tags: [{ key: "owner", value: "shop" }] }, { tags: { owner: "shop" } }],
    [
      "takes an empty snapshot for none",
      { dbSnapshotIdentifier: "" },
      { snapshot: undefined, backupRetentionPeriod: 1 },
    ],
    ["replicates its source", { sourceDbInstanceIdentifier: "a" }, { replicaSource: "a", restoreSource: undefined }],
    [
      "is restored from its source where a time is given",
      { sourceDbInstanceIdentifier: "a", restoreTime: "2026-01-01T00:00:00Z" },
      { replicaSource: undefined, restoreSource: "a" },
    ],
    [
      "replicates its source where no latest time is asked for",
      { sourceDbInstanceIdentifier: "a", useLatestRestorableTime: false },
      { replicaSource: "a", restoreSource: undefined },
    ],
    ["replicates a Multi-AZ DB cluster", { sourceDbClusterIdentifier: "a" }, { replicaSource: "a" }],
    ["is restored from replicated backups", { sourceDbInstanceAutomatedBackupsArn: "b" }, { restoreSource: "b" }],
    [
      "has the secret and the key of its managed password",
      { manageMasterUserPassword: true, masterUserSecret: { secretArn: "s", kmsKeyId: "k" } },
      { masterPassword: "managed", masterUserSecret: "s", masterUserSecretKmsKeyId: "k" },
    ],
  ];
  for (const [shows, props, expected] of cases) {
    it(shows, () => {
      const instance = instanceWith(props);
      for (const [name, value] of Object.entries(expected)) {
        assert.deepEqual(instance[name as keyof DbInstance], value, name);
      }
    });
  }

  it("keeps what a wrong type holds unknown", () => {
    const { multiAz, securityGroups, tags } = instanceWith({ multiAz: 7, vpcSecurityGroups: "sg-1", tags: { a: "b" } });
    assert.ok(isUnknown(multiAz) && isUnknown(securityGroups) && isUnknown(tags));
  });

  it("with a cluster is a member, of which the cluster decides much", () => {
    const [member] = program([
      { type: "aws-native:rds:DbCluster", name: "cluster" },
      { type: "aws-native:rds:DbInstance", name: "orders", props: { dbClusterIdentifier: pending("cluster") } },
    ]).dbInstances;
    const source = [urn({ type: "aws-native:rds:DbCluster", name: "cluster" })];
    assert.deepEqual(member?.cluster, unknown("dbClusterIdentifier, known at deploy", source));
    assert.deepEqual(member?.storageEncrypted, unknown("storageEncrypted, which the cluster decides", source));
    assert.equal(member?.publiclyAccessible, false);
  });

  it("replicates its backups under its own URN", () => {
    const { replicatedBackups } = program([
      {
        type: "aws-native:rds:DbInstance",
        name: "orders",
        props: { automaticBackupReplicationRegion: "eu-central-1", automaticBackupReplicationKmsKeyId: "k" },
      },
    ]);
    const id = urn({ type: "aws-native:rds:DbInstance", name: "orders" });
    assert.deepEqual(replicatedBackups, [
      {
        id: `${id}#replicated-backup`,
        name: "orders",
        identifiers: [],
        region: "eu-central-1",
        source: unknown("instance orders", [id]),
        kmsKeyId: "k",
      },
    ]);
  });
});

describe("a cluster of aws-native", () => {
  const publicAddress = (props: Props) =>
    program([{ type: "aws-native:rds:DbCluster", name: "orders", props }]).dbClusters[0]?.publiclyAccessible;

  it("has a public address only as a Multi-AZ DB cluster, by its subnet group", () => {
    assert.equal(publicAddress({}), undefined);
    assert.equal(publicAddress({ dbClusterInstanceClass: "db.m6gd.large" }), true);
    assert.equal(publicAddress({ dbClusterInstanceClass: "db.m6gd.large", dbSubnetGroupName: "orders" }), false);
  });
});

describe("the members of a Multi-AZ DB cluster of aws-native", () => {
  const members = (props: Props) => program([{ type: "aws-native:rds:DbCluster", name: "orders", props }]).dbInstances;

  it("stand as one instance, as their cluster sets them up", () => {
    const [member, another] = members({
      engine: "mysql",
      dbClusterInstanceClass: "db.m6gd.large",
      monitoringInterval: 30,
    });
    assert.equal(another, undefined);
    assert.equal(member?.id, "urn:pulumi:dev::shop::aws-native:rds:DbCluster::orders#members");
    assert.deepEqual(
      [member.instanceClass, member.monitoringInterval, member.publiclyAccessible],
      ["db.m6gd.large", 30, true],
    );
  });

  it("are none of an Aurora cluster, even where the deploy tells its class", () => {
    assert.deepEqual(members({ engine: "aurora-mysql" }), []);
    assert.deepEqual(members({ engine: "aurora-mysql", dbClusterInstanceClass: pending() }), []);
    assert.deepEqual(members({ engine: "Aurora-MySQL", dbClusterInstanceClass: "db.r6g.large" }), []);
  });
});

describe("the parameters of a group of aws-native", () => {
  const parametersOf = (parameters: unknown) =>
    program([{ type: "aws-native:rds:DbParameterGroup", name: "group", props: { parameters } }]).dbParameterGroups[0]
      ?.parameters;

  it("are a map whose values may be of any simple type", () => {
    assert.deepEqual(parametersOf({ a: "1", b: 1, c: true, d: null }), [
      { name: "a", value: "1" },
      { name: "b", value: "1" },
      { name: "c", value: "true" },
      { name: "d", value: undefined },
    ]);
    assert.equal(parametersOf(undefined), undefined);
  });

  it("are unknown where they are no map, and a value that is no simple one is", () => {
    assert.ok(isUnknown(parametersOf("text")) && isUnknown(parametersOf([1])) && isUnknown(parametersOf(pending())));
    assert.deepEqual(parametersOf({ a: {} }), [
      { name: "a", value: unknown("a value of parameters, which is not a string") },
    ]);
  });
});

import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row } from "../../support/program";

type InstanceProps = NonNullable<Extract<Row, { type: "aws:rds/instance:Instance" }>["props"]>;

function read(props: InstanceProps) {
  const [instance] = program([{ type: "aws:rds/instance:Instance", name: "orders", props }]).dbInstances;
  assert.ok(instance);
  return instance;
}

describe("aws.rds.Instance", () => {
  it("reads what it sets of itself", () => {
    const instance = read({
      engine: "postgres",
      engineVersion: "17.7",
      instanceClass: "db.m8g.large",
      skipFinalSnapshot: true,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: false,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      enabledCloudwatchLogsExports: ["postgresql", pending()],
      caCertIdentifier: "rds-ca-rsa2048-g1",
      availabilityZone: "eu-west-1a",
      domainFqdn: "corp.example.com",
      domainAuthSecretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:joiner",
      masterUserSecretKmsKeyId: "alias/orders",
      username: "keeper",
      tags: { owner: "shop", stage: pending() },
    });
    assert.equal(instance.cluster, undefined);
    assert.equal(instance.instanceClass, "db.m8g.large");
    assert.equal(instance.skipFinalSnapshot, true);
    assert.equal(instance.copyTagsToSnapshot, true);
    assert.equal(instance.autoMinorVersionUpgrade, false);
    assert.equal(instance.engineLifecycleSupport, "open-source-rds-extended-support-disabled");
    assert.equal(instance.caCertificate, "rds-ca-rsa2048-g1");
    assert.equal(instance.availabilityZone, "eu-west-1a");
    assert.equal(instance.domainFqdn, "corp.example.com");
    assert.equal(instance.domainAuthSecret, "arn:aws:secretsmanager:eu-west-1:111122223333:secret:joiner");
    assert.equal(instance.masterUserSecretKmsKeyId, "alias/orders");
    assert.equal(instance.masterUsername, "keeper");
    assert.ok(Array.isArray(instance.logExports) && isUnknown(instance.logExports[1]));
    assert.ok(!isUnknown(instance.tags) && instance.tags?.owner === "shop" && isUnknown(instance.tags.stage));
  });

  it("leaves absent what nobody set", () => {
    const instance = read({});
    const { skipFinalSnapshot, logExports, masterPassword, masterUserSecret, caCertificate, instanceClass } = instance;
    assert.deepEqual(
      [skipFinalSnapshot, logExports, masterPassword, masterUserSecret, caCertificate, instanceClass],
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
  });

  const passwords: readonly (readonly [shows: string, props: InstanceProps, expected: string | undefined])[] = [
    ["a password in plain sight", { password: "secret" }, "plain"],
    ["a password known at deploy, which is one in plain sight", { password: pending() }, "plain"],
    ["a password beside one that is managed", { password: "secret", manageMasterUserPassword: true }, "plain"],
    ["a password that Secrets Manager keeps", { manageMasterUserPassword: true }, "managed"],
    ["a password that is only written", { passwordWo: "secret" }, "write-only"],
    ["the version of a password that was only written", { passwordWoVersion: 3 }, "write-only"],
    ["no password", { manageMasterUserPassword: false }, undefined],
  ];
  for (const [shows, props, expected] of passwords) {
    it(`tells ${shows}, and keeps nothing of it`, () => {
      const instance = read(props);
      assert.equal(instance.masterPassword, expected);
      assert.ok(!JSON.stringify(instance).includes("secret"));
    });
  }

  it("is a member of a cluster that it does not name where its engine is one of Aurora", () => {
    assert.ok(isUnknown(read({ engine: "Aurora-PostgreSQL" }).cluster));
    assert.equal(read({ engine: "postgres" }).cluster, undefined);
  });
});

describe("aws.rds.ClusterInstance", () => {
  it("reads its own settings and leaves the rest to its cluster", () => {
    const [member] = program([
      { type: "aws:rds/cluster:Cluster", name: "orders", props: { engine: "aurora-mysql" } },
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "member",
        props: {
          clusterIdentifier: pending("orders"),
          engine: "aurora-mysql",
          instanceClass: "db.r8g.large",
          caCertIdentifier: "rds-ca-2019",
          monitoringInterval: 60,
          tags: { owner: "shop" },
        },
      },
    ]).dbInstances;
    assert.equal(member?.caCertificate, "rds-ca-2019");
    assert.equal(member.monitoringInterval, 60);
    assert.equal(member.instanceClass, "db.r8g.large");
    assert.deepEqual(member.tags, { owner: "shop" });
    for (const decided of [member.cluster, member.logExports, member.masterPassword, member.skipFinalSnapshot]) {
      assert.ok(isUnknown(decided) && decided.sources.length === 1);
    }
  });
});

describe("aws.rds.SubnetGroup", () => {
  it("reads its tags", () => {
    const [group] = program([
      {
        type: "aws:rds/subnetGroup:SubnetGroup",
        name: "private",
        props: { subnetIds: ["subnet-1"], tags: { owner: "shop" } },
      },
    ]).dbSubnetGroups;
    assert.deepEqual(group?.tags, { owner: "shop" });
  });
});

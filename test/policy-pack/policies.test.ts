import assert from "node:assert/strict";
import { controls } from "../../controls";
import { docsUrl } from "../../controls/docs-url";
import { Declarations } from "../../policy-pack/declarations";
import { policies } from "../../policy-pack/policies";
import { policyOf } from "../../policy-pack/policy";
import { StackInventories } from "../../policy-pack/stack-inventories";
import { type FakeResource, later, type Report, run } from "./fakes";

const tableUrn = "urn:pulumi:dev::shop::aws:dynamodb/table:Table::carts";
const key: FakeResource = { type: "aws:kms/key:Key", name: "key", inputs: {}, outputs: { arn: later } };

function table(inputs: FakeResource["inputs"], more: Partial<FakeResource> = {}): FakeResource {
  return { type: "aws:dynamodb/table:Table", name: "carts", inputs, ...more };
}

const secureTable = table(
  {
    serverSideEncryption: { enabled: true, kmsKeyArn: later },
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
  },
  { outputs: { arn: later }, dependencies: { serverSideEncryption: ["key"] } },
);

function of(reports: readonly Report[], policy: string): readonly Report[] {
  return reports.filter((report) => report.policy === policy);
}

describe("the pack", () => {
  it("has one mandatory policy a control, of the halves that it needs, with what Pulumi shows about it", () => {
    const made = policies();
    assert.deepEqual(
      made.map(({ name }) => name),
      controls.map(({ id }) => id),
    );
    for (const [index, policy] of made.entries()) {
      assert.equal(policy.enforcementLevel, "mandatory");
      assert.equal(policy.severity, controls[index]?.severity);
      assert.ok(policy.displayName && policy.description && policy.remediationSteps);
      assert.equal(typeof policy.validateResource, "function");
      assert.equal(policy.validateStack === undefined, controls[index]?.looksAt === "resource");
    }
  });

  it("links a control to its page and its peers", () => {
    const policy = policies().find(({ name }) => name === "rds-instance-storage-encrypted");
    assert.equal(policy?.url, docsUrl("rds-instance-storage-encrypted"));
    assert.equal(policy.framework?.reference, "RDS.3");
    assert.ok(policy.tags?.includes("checkov:CKV_AWS_16"));
  });

  it("declares the options of a control with their defaults", () => {
    const policy = policies().find(({ name }) => name === "rds-instance-backup-retention");
    assert.equal(policy?.configSchema?.properties.minimumDays?.type, "integer");
    assert.equal(policy.configSchema.properties.minimumDays.default, 7);
  });
});

describe("a control of a resource alone", () => {
  const id = "dynamodb-table-deletion-protection";

  it("is reported by the resource half alone", () => {
    const [report, ...more] = of(run(policies(), [table({ deletionProtectionEnabled: false })]), id);
    assert.equal(report?.by, "resource");
    assert.equal(
      report.message,
      "DynamoDB table is protected from deletion: deletionProtectionEnabled is false; it must be true. " +
        "Set deletionProtectionEnabled to true, and to false only for the deploy that is meant to delete the table. " +
        docsUrl(id),
    );
    assert.equal(report.enforcementLevel, undefined);
    assert.deepEqual(more, []);
  });

  it("is undecided once, as advice, while its value is not known", () => {
    const [report, ...more] = of(run(policies(), [table({ deletionProtectionEnabled: later })]), id);
    assert.equal(report?.by, "resource");
    assert.equal(report.enforcementLevel, "advisory");
    assert.equal(
      report.message,
      "DynamoDB table is protected from deletion: not decided yet, it waits for deletionProtectionEnabled, " +
        "known at deploy.",
    );
    assert.deepEqual(more, []);
  });

  it("is judged again in another round of the same process", () => {
    const pack = policies();
    run(pack, [table({ deletionProtectionEnabled: false })]);
    const again = run(pack, [table({ deletionProtectionEnabled: later })]);
    assert.deepEqual(
      of(again, id).map(({ enforcementLevel }) => enforcementLevel),
      ["advisory"],
    );
    assert.deepEqual(of(run(pack, [table({ deletionProtectionEnabled: true })]), id), []);
  });
});

describe("a control of a resource and what it refers to", () => {
  const id = "dynamodb-table-customer-managed-key";

  it("is decided by dependencies in the stack half where the resource half cannot", () => {
    assert.deepEqual(of(run(policies(), [key, secureTable], { stack: false }), id), []);
    assert.deepEqual(of(run(policies(), [key, secureTable]), id), []);
    const [report, ...more] = of(run(policies(), [secureTable]), id);
    assert.deepEqual([report?.by, report?.enforcementLevel, report?.urn], ["stack", "advisory", tableUrn]);
    assert.deepEqual(more, []);
  });

  it("takes a property that the provider computes for one that nobody set", () => {
    const computed = table({}, { outputs: { serverSideEncryption: { enabled: later, kmsKeyArn: later } } });
    const [report] = of(run(policies(), [computed]), id);
    assert.match(report?.message ?? "", /serverSideEncryption is not set/);
  });

  it("is reported by the resource half where its own properties decide", () => {
    const [report, ...more] = of(run(policies(), [table({})]), id);
    assert.equal(report?.by, "resource");
    assert.deepEqual(more, []);
  });

  it("is reported by the stack half where the resource half was not asked", () => {
    const [report] = of(run(policies(), [table({})], { resources: false }), id);
    assert.deepEqual([report?.by, report?.urn], ["stack", tableUrn]);
  });
});

describe("a part of a resource", () => {
  const replicated = (pointInTimeRecovery: unknown) =>
    table({
      ...secureTable.inputs,
      replicas: [
        {
          regionName: "eu-west-1",
          kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/ours",
          pointInTimeRecovery,
          deletionProtectionEnabled: true,
        },
      ],
    });

  it("is reported with its resource and called by its own name", () => {
    for (const [value, says] of [
      [false, /: carts \(replica in eu-west-1\): pointInTimeRecovery is false/],
      [later, /: carts \(replica in eu-west-1\): not decided yet, it waits for replicas\.pointInTimeRecovery/],
    ] as const) {
      for (const halves of [{}, { resources: false }]) {
        const reports = of(run(policies(), [key, replicated(value)], halves), "dynamodb-replica-customer-managed-key");
        assert.equal(reports.length, 1);
        assert.match(reports[0]?.message ?? "", says);
        assert.equal(reports[0]?.urn ?? tableUrn, tableUrn);
      }
    }
  });
});

describe("the members of a Multi-AZ DB cluster", () => {
  const cluster: FakeResource = {
    type: "aws:rds/cluster:Cluster",
    name: "orders",
    inputs: { engine: "postgres", engineVersion: "17", dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100 },
  };

  it("are reported with their cluster", () => {
    const [report, ...more] = of(run(policies(), [cluster]), "rds-cluster-member-enhanced-monitoring");
    assert.equal(report?.by, "resource");
    assert.match(String(report.message), /orders \(its members\): monitoringInterval is not set/);
    assert.deepEqual(more, []);
  });

  it("are reported with their cluster where the whole stack decides", () => {
    const [report, ...more] = of(run(policies(), [cluster]), "rds-instance-not-in-public-subnet");
    assert.equal(report?.by, "stack");
    assert.equal(report.urn, "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::orders");
    assert.deepEqual(more, []);
  });

  it("have no public address by a subnet group that is still to be made", () => {
    const group: FakeResource = { type: "aws:rds/subnetGroup:SubnetGroup", name: "private", inputs: {} };
    const inGroup = {
      ...cluster,
      inputs: { ...cluster.inputs, dbSubnetGroupName: later },
      dependencies: { dbSubnetGroupName: ["private"] },
    };
    assert.deepEqual(of(run(policies(), [group, inGroup]), "rds-cluster-member-not-public"), []);
  });
});

describe("an instance of aws-native that leaves its address to RDS", () => {
  it("is judged by its subnet group, which the whole stack tells", () => {
    const group: FakeResource = { type: "aws-native:rds:DbSubnetGroup", name: "private", inputs: {} };
    const instance = (dependencies: FakeResource["dependencies"]): FakeResource => ({
      type: "aws-native:rds:DbInstance",
      name: "orders",
      inputs: { engine: "postgres", dbSubnetGroupName: later },
      dependencies: dependencies ?? {},
    });
    const id = "rds-instance-not-public";
    assert.deepEqual(of(run(policies(), [group, instance({ dbSubnetGroupName: ["private"] })]), id), []);
    const [report, ...more] = of(run(policies(), [group, instance({})]), id);
    assert.equal(report?.enforcementLevel, "advisory");
    assert.deepEqual(more, []);
  });
});

describe("a control of relations", () => {
  const id = "rds-instance-tls-enforced";
  const instance: FakeResource = {
    type: "aws:rds/instance:Instance",
    name: "orders",
    inputs: { engine: "postgres", engineVersion: "14", parameterGroupName: later },
    dependencies: { parameterGroupName: ["params"] },
  };
  const parameters = (value: string): FakeResource => ({
    type: "aws:rds/parameterGroup:ParameterGroup",
    name: "params",
    inputs: { family: "postgres14", parameters: [{ name: "rds.force_ssl", value }] },
  });

  it("is judged by the stack half alone", () => {
    assert.deepEqual(of(run(policies(), [instance, parameters("0")], { stack: false }), id), []);
    assert.deepEqual(
      of(run(policies(), [instance, parameters("0")]), id).map(({ by }) => by),
      ["stack"],
    );
    assert.deepEqual(of(run(policies(), [instance, parameters("1")]), id), []);
  });

  it("remembers what is declared only where no policy that judges resources is enabled", () => {
    const pack = policies();
    const relational = pack.filter(({ name }) => name === id);
    const typeOf = () =>
      relational.map(({ validateResource }) => (validateResource as { readonly __pulumiType?: string }).__pulumiType);
    const bare = { ...instance, inputs: { engine: "postgres", engineVersion: "14" }, dependencies: {} };
    const computed = { ...bare, outputs: { parameterGroupName: later } };
    assert.match(run(relational, [computed])[0]?.message ?? "", /off by default/);
    assert.deepEqual(typeOf(), [undefined]);
    run(pack, [bare]);
    assert.notDeepEqual(typeOf(), [undefined]);
  });

  it("counts a group that nobody set as AWS's default, though the provider computes its name", () => {
    const inputs = { engine: "postgres", engineVersion: "14" };
    const bare = { ...instance, inputs, outputs: { parameterGroupName: later }, dependencies: {} };
    assert.match(of(run(policies(), [bare]), id)[0]?.message ?? "", /off by default/);
  });
});

describe("what goes wrong", () => {
  it("in a control is an error that names control and resource", () => {
    const [control] = controls;
    assert.ok(control);
    const broken = {
      ...control,
      evaluate() {
        throw new Error("out of order");
      },
    };
    const declarations = new Declarations();
    const policy = policyOf(broken, declarations, new StackInventories(declarations));
    const instance: FakeResource = { type: "aws:rds/instance:Instance", name: "orders", inputs: {} };
    for (const halves of [{ stack: false }, { resources: false }]) {
      assert.throws(
        () => run([policy], [instance], halves),
        /control rds-instance-storage-encrypted.*orders.*out of order/,
      );
    }
  });

  it("in the configuration is an error that names the options", () => {
    assert.throws(
      () => run(policies(), [secureTable], { config: { minimumDay: 3 } }),
      /is configured with minimumDay; its options are trustedKeys\. Correct the policy configuration\./,
    );
  });
});

describe("resources of other types", () => {
  it("are left alone", () => {
    assert.deepEqual(run(policies(), [{ type: "aws:s3/bucket:Bucket", name: "logs", inputs: { acl: later } }]), []);
  });
});

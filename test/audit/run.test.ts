import assert from "node:assert/strict";
import { runAudit } from "../../audit/run";
import { controls } from "../../controls";
import { kindNames } from "../../inventory/model";
import { awsError } from "./read/stub-clients";
import { account, instanceArn, region, secureAccount } from "./secure-account";
import { stubGateway } from "./stub-gateway";

describe("runAudit", () => {
  const audit = (answers: object) =>
    runAudit({ regions: [region], gateway: stubGateway(() => ({ ...secureAccount, ...answers })) });

  it("finds nothing in a secure account that has one of everything", async () => {
    const report = await audit({});
    assert.deepEqual(
      [report.findings, report.undecided, report.unread, report.incomplete, report.complete, report.scopes[0]?.account],
      [[], [], [], [], true, account],
    );
    const without = Object.keys(kindNames).filter((kind) => !(kind in report.counts.resources));
    // No account has groups of EC2-Classic; policies of keys and aliases are seen with their keys.
    assert.deepEqual(without.sort(), ["dbSecurityGroups", "dynamodbReplicas", "kmsAliases", "kmsKeyPolicies"]);
  });

  it("finds a public route of the VPC's main route table", async () => {
    const [table] = secureAccount.DescribeRouteTables.RouteTables;
    const Routes = [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }];
    const report = await audit({ DescribeRouteTables: { RouteTables: [{ ...table, Routes }] } });
    // The instance, and the members of a cluster in the same subnets.
    assert.deepEqual(
      [...new Set(report.findings.map(({ control }) => control))],
      ["rds-instance-not-in-public-subnet"],
    );
    const found = report.findings.find(({ resource }) => resource === instanceArn);
    assert.deepEqual(
      found?.path?.map(({ kind }) => kind),
      ["internetGateway", "routeTables", "subnets", "securityGroups", "dbInstances"],
    );
    assert.deepEqual([found.path[0]?.id, found.path[4]?.id], ["igw-1", instanceArn]);
  });

  it("does not ask about an account what a program alone shows", async () => {
    const programOnly = controls.filter(({ gates }) => gates?.includes("audit") === false).map(({ id }) => id);
    assert.notEqual(programOnly.length, 0);
    const report = await audit({ DescribeDBInstances: awsError("AccessDenied", "no", 403) });
    assert.deepEqual(
      report.incomplete.filter(({ control }) => programOnly.includes(control)),
      [],
    );
  });

  // Calls that decide nothing where everything else is as it should be: a denial of them shows among the calls alone.
  const spare = new Set([
    "DescribeDBParameterGroups",
    "DescribeDBClusterParameterGroups",
    "DescribeVpcEndpoints",
    "GetBackupPlan",
    "GetResources",
    "DescribeScalableTargets",
    "DescribeSubnetGroups",
  ]);
  for (const call of Object.keys(secureAccount).filter((name) => name !== "GetCallerIdentity")) {
    it(`${call} denied: no finding, and ${spare.has(call) ? "the call" : "what waits for it"} is named`, async () => {
      const report = await audit({ [call]: awsError("AccessDenied", "no", 403) });
      assert.deepEqual(report.findings, []);
      assert.equal(report.complete, false);
      assert.deepEqual([...new Set(report.unread.map((unread) => unread.call.split(":")[1]))], [call]);
      const reasons = [
        ...report.undecided.map(({ waitsFor }) => waitsFor),
        ...report.incomplete.map(({ because }) => because),
      ];
      assert.equal(reasons.length === 0, spare.has(call));
      for (const reason of reasons) {
        assert.match(reason, new RegExp(`\\b${call} was denied`));
      }
    });
  }

  // Each call that is denied, the controls that then wait for it, and those that lack a list of their subjects.
  const keyControls = ["database-key-policy-not-public", "database-key-not-pending-deletion", "database-key-rotation"];
  const rows: readonly [string, readonly string[], readonly string[]][] = [
    ["DescribeDBParameters", ["rds-instance-tls-enforced"], []],
    [
      "DescribeDBClusterParameters",
      ["rds-cluster-audit-logging", "rds-cluster-statement-logging", "rds-cluster-tls-enforced"],
      [],
    ],
    ["DescribeFlowLogs", ["database-vpc-flow-logs"], ["database-log-group-encrypted", "database-log-group-retention"]],
    ["DescribeDBSnapshotAttributes", ["rds-snapshot-private"], []],
    ["GetKeyPolicy", ["database-key-policy-not-public"], []],
    ["GetKeyRotationStatus", ["database-key-rotation"], []],
    ["GetDetector", ["guardduty-rds-protection"], []],
    ["ListDetectors", [], ["guardduty-rds-protection"]],
    [
      "GetAccountAuthorizationDetails",
      [],
      ["iam-database-admin-not-wildcard", "iam-dynamodb-leading-keys", "iam-rds-connect-scoped"],
    ],
    ["ListBackupSelections", ["dynamodb-table-backup-plan", "rds-cluster-backup-plan", "rds-instance-backup-plan"], []],
    [
      "ListBackupVaults",
      [],
      [...keyControls, "database-backup-vault-customer-managed-key", "database-recovery-point-encrypted"],
    ],
    ["DescribeSecret", ["database-secret-customer-managed-key", "database-secret-rotation"], keyControls],
    ["DescribeKinesisStreamingDestination", [], ["dynamodb-stream-consumer-encrypted"]],
    ["DescribeContinuousBackups", ["dynamodb-table-point-in-time-recovery"], []],
    [
      "DescribeClusters",
      ["database-security-group-described"],
      ["dax-cluster-encrypted-at-rest", "dax-cluster-encrypted-in-transit", "dax-cluster-multi-az"],
    ],
    [
      "DescribeTable",
      [
        "dynamodb-table-customer-managed-key",
        "dynamodb-table-deletion-protection",
        "dynamodb-table-resource-policy-not-public",
        "dynamodb-table-scales",
      ],
      [...keyControls, "dynamodb-replica-customer-managed-key"],
    ],
  ];
  for (const [call, waiting, incomplete] of rows) {
    it(`${call} denied: ${[...waiting, ...incomplete].join(", ")}`, async () => {
      const report = await audit({ [call]: awsError("AccessDenied", "no", 403) });
      assert.deepEqual([...new Set(report.undecided.map(({ control }) => control))].sort(), [...waiting].sort());
      assert.deepEqual(report.incomplete.map(({ control }) => control).sort(), [...incomplete].sort());
    });
  }
});

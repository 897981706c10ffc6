import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork, SecureCluster, SecureInstance, SecureTable } from "../../../components";
import { run } from "../../support/mocks";

describe("what weakens controls", () => {
  const rows: [make: () => unknown, message: string][] = [
    [
      () => new SecureInstance("orders", { deletionProtection: false, multiAz: false, backupRetentionDays: 3 }),
      'SecureInstance "orders": multiAz is false, which fails the control rds-instance-multi-az; make it true, or ' +
        'state the reason in acceptedRisks["rds-instance-multi-az"].\n' +
        "backupRetentionDays is 3, which fails the control rds-instance-backup-retention; make it 7 or more, or " +
        'state the reason in acceptedRisks["rds-instance-backup-retention"].\n' +
        "deletionProtection is false, which fails the control rds-instance-deletion-protection; make it true, or " +
        'state the reason in acceptedRisks["rds-instance-deletion-protection"].',
    ],
    [
      () =>
        new SecureCluster("orders", {
          instanceCount: 1,
          skipFinalSnapshot: true,
          acceptedRisks: { "rds-cluster-multi-az": "a trial" },
        }),
      'SecureCluster "orders": skipFinalSnapshot is true, which fails the control rds-cluster-final-snapshot; make it ' +
        'false, or state the reason in acceptedRisks["rds-cluster-final-snapshot"].',
    ],
    [
      () => new SecureTable("carts", { hashKey: "id", deletionProtection: false, backupPlan: false }),
      'SecureTable "carts": deletionProtection is false, which fails the control dynamodb-table-deletion-protection; ' +
        'make it true, or state the reason in acceptedRisks["dynamodb-table-deletion-protection"].\n' +
        "backupPlan is false, which fails the control dynamodb-table-backup-plan; make it true, or state the reason in " +
        'acceptedRisks["dynamodb-table-backup-plan"].',
    ],
    [
      () => new IsolatedNetwork("shop", { flowLogs: false, logRetentionDays: 7 }),
      'IsolatedNetwork "shop": flowLogs is false, which fails the control database-vpc-flow-logs; make it true, or ' +
        'state the reason in acceptedRisks["database-vpc-flow-logs"].\n' +
        "logRetentionDays is 7, which fails the control database-log-group-retention; make it 365 or more, or 0 for " +
        'ever, or state the reason in acceptedRisks["database-log-group-retention"].',
    ],
  ];
  for (const [make, message] of rows) {
    it(`is told at once: ${message.split(" is ", 1)}`, async () => {
      const { resources, error } = await run(() => void make());
      assert.equal(error?.message, message);
      assert.deepEqual(resources, []);
    });
  }
});

describe("an accepted risk", () => {
  const risk = { "rds-instance-deletion-protection": "a trial" };
  const rows: [title: string, make: () => unknown, warns: boolean][] = [
    ["that nothing needs", () => new SecureInstance("orders", { acceptedRisks: risk }), true],
    [
      "of what is weakened",
      () => new SecureInstance("orders", { deletionProtection: false, acceptedRisks: risk }),
      false,
    ],
    [
      "of what turns out later",
      () => new SecureInstance("orders", { deletionProtection: pulumi.output(true), acceptedRisks: risk }),
      false,
    ],
    [
      "of a parameter that turns out later",
      () =>
        new SecureInstance("orders", {
          parameters: { "rds.force_ssl": pulumi.output("1") },
          acceptedRisks: { "rds-instance-tls-enforced": "a trial" },
        }),
      false,
    ],
    [
      "that only what is there in AWS may need",
      () =>
        new IsolatedNetwork("shop", {
          vpcId: "vpc-0a",
          subnetIds: ["subnet-0a", "subnet-0b"],
          acceptedRisks: { "rds-instance-no-internet-egress-route": "a web hook" },
        }),
      false,
    ],
  ];
  for (const [title, make, warns] of rows) {
    it(`${title} is ${warns ? "" : "not "}warned of`, async () => {
      const { error, warnings } = await run(() => void make());
      assert.equal(error, undefined);
      assert.deepEqual(
        warnings,
        warns
          ? [
              'SecureInstance "orders": acceptedRisks names "rds-instance-deletion-protection", but no argument weakens ' +
                "that control; take it out.",
            ]
          : [],
      );
    });
  }
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureCluster, type SecureClusterArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run } from "../../support/mocks";

const weakening: [args: SecureClusterArgs, message: string][] = [
  [
    { engine: "mysql", engineVersion: "8.0" },
    fails('engineVersion is "8.0"', "rds-instance-engine-version-supported", "a version that is still supported"),
  ],
  [{ extendedSupport: true }, fails("extendedSupport is true", "rds-instance-extended-support-off", "false")],
  [{ instanceCount: 1 }, fails("instanceCount is 1", "rds-cluster-multi-az", "2 or more")],
  [{ instances: [{ name: "a" }] }, fails("instances.length is 1", "rds-cluster-multi-az", "2 or more")],
  [
    { clusterParameters: { "RDS.Force_SSL": "0" } },
    fails('clusterParameters["RDS.Force_SSL"] is "0"', "rds-cluster-tls-enforced", 'absent or such as "1"'),
  ],
  [
    { clusterParameters: { shared_preload_libraries: "pg_stat_statements" } },
    fails(
      'clusterParameters["shared_preload_libraries"] is "pg_stat_statements"',
      "rds-cluster-audit-logging",
      'absent or such as "pgaudit"',
    ),
  ],
  [
    { engine: "aurora-mysql", clusterParameters: { server_audit_incl_users: "boss" } },
    fails(
      'clusterParameters["server_audit_incl_users"] is "boss"',
      "rds-cluster-audit-logging",
      'absent or such as ""',
    ),
  ],
  [
    { engine: "mysql", clusterParameters: { require_secure_transport: "OFF" } },
    fails(
      'clusterParameters["require_secure_transport"] is "OFF"',
      "rds-cluster-tls-enforced",
      'absent or such as "1"',
    ),
  ],
  [
    { instanceParameters: { log_statement: pulumi.output("none") } },
    fails('instanceParameters["log_statement"] is "none"', "rds-cluster-statement-logging", 'absent or such as "ddl"'),
  ],
  [{ backupRetentionDays: 6 }, fails("backupRetentionDays is 6", "rds-cluster-backup-retention", "7 or more")],
  [{ deletionProtection: false }, fails("deletionProtection is false", "rds-cluster-deletion-protection", "true")],
  [{ skipFinalSnapshot: true }, fails("skipFinalSnapshot is true", "rds-cluster-final-snapshot", "false")],
  [{ iamAuthentication: false }, fails("iamAuthentication is false", "rds-cluster-iam-authentication", "true")],
  [
    { monitoringInterval: 0 },
    fails("monitoringInterval is 0", "rds-cluster-member-enhanced-monitoring", "more than 0"),
  ],
  [{ backupPlan: false }, fails("backupPlan is false", "rds-cluster-backup-plan", "true")],
  [
    { masterPasswordRotationDays: 91 },
    fails("masterPasswordRotationDays is 91", "database-secret-rotation", "90 or less"),
  ],
];

function fails(found: string, control: string, needed: string): string {
  return (
    `${found}, which fails the control ${control}; make it ${needed}, or state the reason in ` +
    `acceptedRisks["${control}"].`
  );
}

describe("an argument of SecureCluster that weakens a control", () => {
  for (const [args, message] of weakening) {
    it(`is refused: ${message}`, async () => {
      const { error } = await run(() => new SecureCluster("orders", args));
      assert.equal(error?.message.replace(/^.*SecureCluster "orders": /, ""), message);
    });

    it(`is taken where its risk is accepted: ${message}`, async () => {
      const control = /the control ([a-z-]+)/.exec(message)?.[1] ?? "";
      const { error } = await run(
        () => new SecureCluster("orders", { ...args, acceptedRisks: { [control]: "a trial" } }),
      );
      assert.equal(error, undefined);
    });
  }

  const weak: [control: string, args: SecureClusterArgs][] = [
    ["rds-cluster-tls-enforced", { clusterParameters: { "rds.force_ssl": "0" } }],
    ["rds-cluster-statement-logging", { clusterParameters: { log_statement: "none" } }],
    ["rds-cluster-statement-logging", { instanceParameters: { log_statement: "none" } }],
    ["rds-cluster-audit-logging", { clusterParameters: { "pgaudit.log": "none" } }],
    ["rds-cluster-audit-logging", { engine: "aurora-mysql", clusterParameters: { server_audit_logging: "0" } }],
    ["rds-cluster-backup-retention", { backupRetentionDays: 6 }],
    ["rds-cluster-deletion-protection", { deletionProtection: false }],
    ["rds-cluster-multi-az", { instanceCount: 1 }],
    ["rds-cluster-iam-authentication", { iamAuthentication: false }],
    ["rds-cluster-member-enhanced-monitoring", { monitoringInterval: 0 }],
    ["rds-cluster-backup-plan", { backupPlan: false }],
    ["database-log-group-retention", { logRetentionDays: 180 }],
  ];
  for (const [control, args] of weak) {
    it(`fails ${control}, and it alone, where its risk is accepted: ${JSON.stringify(args)}`, async () => {
      const registered = await run(
        () => new SecureCluster("orders", { ...args, acceptedRisks: { [control]: "a trial" } }),
      );
      const { findings } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([...new Set(findings.map((finding) => finding.control))], [control]);
    });
  }
});

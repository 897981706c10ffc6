import assert from "node:assert/strict";
import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureInstance,
  SecureTable,
} from "../../components";
import { controls, judge } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import { fromProgram } from "../../inventory/program";
import { asProgram, run, scopes } from "../support/mocks";

/** Controls that have nothing to say about what components make, although they have its kind for a subject. */
const silent: Readonly<Record<string, string>> = {
  "rds-instance-domain-secret": "no instance joins a domain",
  "rds-instance-tagged": "no tag is required",
  "rds-cluster-member-not-public": "no instance is a member of a cluster",
  "rds-cluster-member-enhanced-monitoring": "no instance is a member of a cluster",
  "rds-cluster-member-performance-insights": "no instance is a member of a cluster",
  "database-subnet-group-tagged": "no tag is required",
  "dynamodb-table-tagged": "no tag is required",
  "iam-rds-connect-scoped": "no role may log in to a database",
  "iam-dynamodb-leading-keys": "no role may read items",
  "iam-database-admin-not-wildcard": "no role administers databases",
};

describe("what components register", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    describe(`in ${partition}`, () => {
      const judged = async () => {
        const registered = await run(() => {
          const { keyArn: kmsKeyArn } = new EncryptionKey("shop");
          const network = new IsolatedNetwork("shop", { kmsKeyArn, allowedSecurityGroupIds: ["sg-0a1b"] });
          const plan = new BackupPlan("shop", { kmsKeyArn });
          const backup = { backupPlanId: plan.planId, backupRoleArn: plan.roleArn };
          new SecureInstance("orders");
          new SecureInstance("shared", {
            subnetGroupName: network.subnetGroupName,
            securityGroupIds: network.securityGroupIds,
            eventTopicArn: new DatabaseEvents("shop", { kmsKeyArn }).topicArn,
            kmsKeyArn,
            ...backup,
          });
          new SecureTable("sessions", { hashKey: "userId" });
          new SecureTable("carts", { hashKey: "cartId", kmsKeyArn, ...backup });
        }, scope);
        assert.equal(registered.error, undefined);
        return fromProgram(asProgram(registered));
      };

      it("holds every control, with nothing undecided", async () => {
        const { findings, undecided } = judge(controls, await judged());
        assert.deepEqual([findings, undecided], [[], []]);
      });

      it("is judged by every control that is about its kinds", async () => {
        const inventory = await judged();
        const unheard = controls.filter((control) => {
          const options = optionsOf(control) as { readonly enabled?: boolean };
          const subjects = inventory[control.subject];
          return (
            options.enabled !== false &&
            subjects.length > 0 &&
            !subjects.some((subject) => ask(control, subject, inventory, options).answer === "holds")
          );
        });
        assert.deepEqual(
          unheard.map(({ id }) => id).filter((id) => !Object.hasOwn(silent, id)),
          [],
        );
      });
    });
  }

  const weak: [control: string, args: object][] = [
    ["rds-instance-tls-enforced", { parameters: { "rds.force_ssl": "0" } }],
    ["rds-instance-statement-logging", { parameters: { log_statement: "none" } }],
    ["rds-instance-backup-retention", { backupRetentionDays: 6 }],
    ["rds-instance-deletion-protection", { deletionProtection: false }],
    ["rds-instance-final-snapshot", { skipFinalSnapshot: true }],
    ["rds-instance-multi-az", { multiAz: false }],
    ["rds-instance-iam-authentication", { iamAuthentication: false }],
    ["rds-instance-enhanced-monitoring", { monitoringInterval: 0 }],
    ["rds-instance-backup-plan", { backupPlan: false }],
    ["database-log-group-retention", { logRetentionDays: 180 }],
  ];
  for (const [control, args] of weak) {
    it(`fails ${control}, and it alone, where its risk is accepted`, async () => {
      const registered = await run(
        () => new SecureInstance("orders", { ...args, acceptedRisks: { [control]: "a trial" } }),
      );
      const { findings } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([...new Set(findings.map((finding) => finding.control))], [control]);
    });
  }
});

import assert from "node:assert/strict";
import { EncryptionKey, IsolatedNetwork, SecureInstance, SecureTable } from "../../components";
import { controlIds, controls, judge } from "../../controls";
import { fromPulumiAws } from "../../inventory/from-pulumi-aws";
import { asProgram, run, scopes } from "../support/mocks";

describe("what components register", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    it(`holds every control in ${partition}, with nothing undecided`, async () => {
      const registered = await run(() => {
        const network = new IsolatedNetwork("shop", { allowedSecurityGroupIds: ["sg-0a1b"] });
        const key = new EncryptionKey("shop");
        new SecureInstance("orders");
        new SecureInstance("shared", {
          subnetGroupName: network.subnetGroupName,
          securityGroupIds: network.securityGroupIds,
          kmsKeyArn: key.keyArn,
        });
        new SecureTable("sessions", { hashKey: "userId" });
      }, scope);
      assert.equal(registered.error, undefined);
      const inventory = fromPulumiAws(asProgram(registered));
      const { findings, undecided, held } = judge(controls, inventory);
      assert.deepEqual([findings, undecided], [[], []]);
      // Every control of instances for both of them, of the port for every security group, of tables for one.
      const groups = inventory.securityGroups.length;
      assert.equal(held, 12 * 2 + groups + 3);
      assert.equal(controlIds.length, 16);
    });
  }

  const weak: [control: string, args: object][] = [
    ["rds-instance-tls-enforced", { parameters: { "rds.force_ssl": "0" } }],
    ["rds-instance-statement-logging", { parameters: { log_statement: "none" } }],
    ["rds-instance-backup-retention", { backupRetentionDays: 6 }],
    ["rds-instance-deletion-protection", { deletionProtection: false }],
    ["rds-instance-multi-az", { multiAz: false }],
    ["rds-instance-iam-authentication", { iamAuthentication: false }],
    ["rds-instance-enhanced-monitoring", { monitoringInterval: 0 }],
  ];
  for (const [control, args] of weak) {
    it(`fails ${control}, and it alone, where its risk is accepted`, async () => {
      const registered = await run(
        () => new SecureInstance("orders", { ...args, acceptedRisks: { [control]: "a trial" } }),
      );
      const { findings } = judge(controls, fromPulumiAws(asProgram(registered)));
      assert.deepEqual(
        findings.map((finding) => finding.control),
        [control],
      );
    });
  }
});

import assert from "node:assert/strict";
import { BackupPlan, type BackupPlanArgs, type BackupPlanCopy, type BackupPlanLock } from "../../../components";
import { backupTrust } from "../../../components/shared/policies";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run, scopes } from "../../support/mocks";
import { statements } from "../statements";

const vaultType = "aws:backup/vault:Vault";
const planType = "aws:backup/plan:Plan";
const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";

describe("BackupPlan", () => {
  it("backs up daily for 35 days, into a vault under a key of its own", async () => {
    const { one } = await run(() => new BackupPlan("shop"));
    assert.deepEqual(one(vaultType).inputs, {
      kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/key-of-shop",
      forceDestroy: false,
    });
    assert.deepEqual(one(planType).inputs.rules, [
      {
        ruleName: "daily",
        targetVaultName: "shop-1234567",
        schedule: "cron(0 6 ? * * *)",
        startWindow: 480,
        completionWindow: 10080,
        lifecycle: { deleteAfter: 35 },
      },
    ]);
    assert.match(
      String(one("aws:kms/key:Key").inputs.policy),
      /"kms:ViaService":\["backup\.\*\.amazonaws\.com","dynamodb\.eu-west-1\.amazonaws\.com","rds\./,
    );
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`has a role for AWS Backup with the policy that AWS keeps for it, in ${partition}`, async () => {
      const { one } = await run(() => new BackupPlan("shop"), scope);
      assert.equal(one("aws:iam/role:Role").inputs.assumeRolePolicy, backupTrust);
      assert.deepEqual(one("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs, {
        role: "shop-backup-1234567",
        policyArn: `arn:${partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
      });
    });
  }

  const rule = (change: object) => (rules: unknown) => ({ ...(rules as object[])[0], ...change });
  const taken: [args: BackupPlanArgs, type: string, property: string, value: unknown][] = [
    [{ kmsKeyArn: keyArn }, vaultType, "kmsKeyArn", keyArn],
    [{ deleteBackups: true }, vaultType, "forceDestroy", true],
    [{ retentionDays: 90 }, planType, "rules", rule({ lifecycle: { deleteAfter: 90 } })],
    [{ schedule: "cron(30 1 ? * MON *)" }, planType, "rules", rule({ schedule: "cron(30 1 ? * MON *)" })],
    [{ tags: { team: "orders" } }, planType, "tags", { team: "orders" }],
    [{ region: "eu-central-1" }, planType, "region", "eu-central-1"],
    [{ region: "eu-central-1" }, vaultType, "region", "eu-central-1"],
    [{ region: "eu-central-1" }, "aws:kms/key:Key", "region", "eu-central-1"],
  ];
  for (const [args, type, property, value] of taken) {
    it(`takes ${JSON.stringify(args)}`, async () => {
      const { one, error } = await run(() => new BackupPlan("shop", args));
      assert.equal(error, undefined);
      const found = one(type).inputs[property];
      assert.deepEqual(found, typeof value === "function" ? [value(found)] : value);
    });
  }

  it("locks the vault when asked", async () => {
    const lock = { minRetentionDays: 30, maxRetentionDays: 40, changeableForDays: 3 };
    const { one } = await run(() => new BackupPlan("shop", { lock }));
    assert.deepEqual(one("aws:backup/vaultLockConfiguration:VaultLockConfiguration").inputs, {
      backupVaultName: "shop-1234567",
      ...lock,
    });
    const { one: loose } = await run(() => new BackupPlan("shop", { lock: {} }));
    assert.deepEqual(loose("aws:backup/vaultLockConfiguration:VaultLockConfiguration").inputs, {
      backupVaultName: "shop-1234567",
      minRetentionDays: 7,
    });
  });

  it("copies to another region, under a key there", async () => {
    const registered = await run(() => new BackupPlan("shop", { copy: { region: "eu-central-1", retentionDays: 90 } }));
    const { one } = registered;
    const copied = one(vaultType, "shop-copy");
    assert.equal(copied.inputs.region, "eu-central-1");
    assert.equal(copied.inputs.kmsKeyArn, one("aws:kms/key:Key", "shop-copy").state.arn);
    assert.equal(one("aws:kms/key:Key", "shop-copy").inputs.region, "eu-central-1");
    const [rule] = one(planType).inputs.rules as { copyActions: unknown }[];
    assert.deepEqual(rule?.copyActions, [{ destinationVaultArn: copied.state.arn, lifecycle: { deleteAfter: 90 } }]);
    const { findings } = judge(controls, fromProgram(asProgram(registered)));
    assert.deepEqual(findings, []);
  });

  it("lets AWS Backup and RDS, which copies its snapshots itself, use the key of the copies", async () => {
    const { one } = await run(() => new BackupPlan("shop", { copy: { region: "eu-central-1" } }));
    const { policy } = one("aws:kms/key:Key", "shop-copy").inputs;
    const through = statements(policy)
      .filter(({ Action }) => Action.includes("kms:CreateGrant"))
      .map(({ Condition }) => Condition?.StringLike?.["kms:ViaService"]);
    assert.deepEqual(through, [["rds.eu-central-1.amazonaws.com"], ["backup.*.amazonaws.com"]]);
  });

  const refused: [name: string, args: BackupPlanArgs, message: string][] = [
    [
      "o".repeat(43),
      {},
      `name is "${"o".repeat(43)}", but must be 1 to 42 letters, digits, hyphens and underscores, starting with a letter.`,
    ],
    [
      "shop",
      { schedule: "daily" },
      'schedule is "daily", but must be a cron expression of six fields, such as "cron(0 6 ? * * *)".',
    ],
    ["shop", { retentionDays: 0 }, "retentionDays is 0, but must be a whole number from 1 to 36500 (days)."],
    [
      "shop",
      { vault: "mine" } as BackupPlanArgs,
      "vault is no argument; allowed are copy, deleteBackups, kmsKeyArn, lock, region, retentionDays, schedule, tags.",
    ],
    [
      "shop",
      { lock: { minRetentionDays: 40 } },
      "lock.minRetentionDays is 40, but must be at most the retentionDays, 35.",
    ],
    [
      "shop",
      { lock: { maxRetentionDays: 30 } },
      "lock.maxRetentionDays is 30, but must be at least the retentionDays, 35.",
    ],
    [
      "shop",
      { lock: { changeableForDays: 1 } },
      "lock.changeableForDays is 1, but must be a whole number from 3 to 36500 (days).",
    ],
    [
      "shop",
      { copy: {} as BackupPlanCopy },
      'copy.region is missing, but must be the name of a region, such as "eu-central-1".',
    ],
    [
      "shop",
      { lock: { mode: "compliance" } as BackupPlanLock },
      "lock.mode is no argument; allowed are changeableForDays, maxRetentionDays, minRetentionDays.",
    ],
  ];
  for (const [name, args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new BackupPlan(name, args));
      assert.equal(error?.message, `BackupPlan "${name}": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

import assert from "node:assert/strict";
import type { BackupSelection } from "@aws-sdk/client-backup";
import { backupPlan, backupSelections, backupVault, recoveryPoint } from "../../../inventory/from-account/backup";
import type { DescribedPlan } from "../../../inventory/from-account/description";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const arn = "arn:aws:backup:eu-west-1:111122223333:backup-plan:p1";

const nightly: DescribedPlan = {
  id: "p1",
  arn,
  name: "nightly",
  plan: {
    value: {
      BackupPlanName: "nightly",
      Rules: [
        {
          RuleName: "night",
          TargetBackupVaultName: "main",
          CopyActions: [{ DestinationBackupVaultArn: "arn:far" }],
        },
        { RuleName: "week", TargetBackupVaultName: "main", TargetLogicallyAirGappedBackupVaultArn: "arn:gap" },
      ],
    },
  },
  selections: { items: [] },
};

const selecting = (selection: Partial<BackupSelection>): DescribedPlan => ({
  ...nightly,
  selections: {
    items: [
      { id: "s1", name: "all", selection: { value: { SelectionName: "all", IamRoleArn: "arn:role", ...selection } } },
    ],
  },
});

describe("from-account: backup vault", () => {
  it("maps every property", () => {
    const vault = { BackupVaultName: "main", BackupVaultArn: "arn:main", EncryptionKeyArn: "arn:key" };
    assert.deepEqual(backupVault(vault, region), {
      id: "arn:main",
      name: "main",
      identifiers: ["arn:main", "main"],
      region,
      kmsKeyArn: "arn:key",
    });
  });
});

describe("from-account: backup plan", () => {
  it("names every vault that its rules and their copies write to, once", () => {
    assert.deepEqual(backupPlan(nightly, region), {
      id: arn,
      name: "nightly",
      identifiers: [arn, "p1"],
      region,
      vaults: ["main", "arn:far", "arn:gap"],
    });
  });

  it("does not know its vaults where its rules are unread", () => {
    const { vaults } = backupPlan({ ...nightly, plan: { unread: "backup:GetBackupPlan was denied" } }, region);
    assert.deepEqual(vaults, unknown("the rules of backup plan nightly (backup:GetBackupPlan was denied)"));
  });
});

describe("from-account: backup selection", () => {
  it("maps ARNs, tags and conditions", () => {
    const plan = selecting({
      Resources: ["arn:aws:rds:*:*:db:*"],
      NotResources: ["arn:aws:rds:*:*:db:test-*"],
      ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "backup", ConditionValue: "daily" }],
      Conditions: { StringEquals: [{ ConditionKey: "aws:ResourceTag/team", ConditionValue: "shop" }] },
    });
    assert.deepEqual(backupSelections(plan, region), [
      {
        id: `${arn}/s1`,
        name: "all",
        identifiers: ["s1"],
        region,
        plan: arn,
        resources: ["arn:aws:rds:*:*:db:*"],
        notResources: ["arn:aws:rds:*:*:db:test-*"],
        tags: [{ key: "backup", value: "daily" }],
        conditions: [{ key: "team", value: "shop", test: "equals" }],
      },
    ]);
  });

  const tests = { StringNotEquals: "not-equals", StringLike: "like", StringNotLike: "not-like" } as const;
  for (const [name, test] of Object.entries(tests)) {
    it(`has the conditions of ${name}`, () => {
      const Conditions = { [name]: [{ ConditionKey: "aws:ResourceTag/team", ConditionValue: "shop" }] };
      assert.deepEqual(backupSelections(selecting({ Conditions }), region)[0]?.conditions, [
        { key: "team", value: "shop", test },
      ]);
    });
  }

  it("selects by nothing where AWS returns nothing", () => {
    const [selection] = backupSelections(selecting({}), region);
    assert.deepEqual(
      [selection?.resources, selection?.notResources, selection?.tags, selection?.conditions],
      [[], [], [], []],
    );
  });

  const denied = "backup:GetBackupSelection was denied";
  for (const [title, plan, waitsFor] of [
    [
      "is unread",
      { ...nightly, selections: { items: [{ id: "s1", name: "all", selection: { unread: denied } }] } },
      `backup selection all (${denied})`,
    ],
    [
      "could not be listed",
      { ...nightly, selections: { items: [], unread: "backup:ListBackupSelections was denied" } },
      "the selections of backup plan nightly (backup:ListBackupSelections was denied)",
    ],
  ] as const) {
    it(`may select anything where it ${title}`, () => {
      const [selection] = backupSelections(plan, region);
      assert.deepEqual([selection?.resources, selection?.tags], [unknown(waitsFor), unknown(waitsFor)]);
    });
  }
});

describe("from-account: recovery point", () => {
  for (const [IsEncrypted, expected] of [
    [true, true],
    [false, false],
    [undefined, false],
  ] as const) {
    it(`${IsEncrypted}: ${expected ? "" : "not "}encrypted`, () => {
      const point = { RecoveryPointArn: "arn:point", ResourceArn: "arn:orders", ResourceName: "orders", IsEncrypted };
      assert.deepEqual(recoveryPoint(point, region), {
        id: "arn:point",
        name: "orders",
        identifiers: ["arn:point"],
        region,
        resource: "arn:orders",
        encrypted: expected,
      });
    });
  }
});

import assert from "node:assert/strict";
import { BackupPlan, SecureInstance, SecureTable } from "../../../components";
import { run } from "../../support/mocks";

const selectionType = "aws:backup/selection:Selection";
const planId = "01234567-89ab-cdef-0123-456789abcdef";
const roleArn = "arn:aws:iam::123456789012:role/backup";
const hashKey = "id";

describe("the backups of a database", () => {
  it("select the instance by its ARN, in a plan of its own", async () => {
    const { one } = await run(() => new SecureInstance("orders"));
    assert.deepEqual(one(selectionType).inputs, {
      planId,
      iamRoleArn: "arn:aws:iam::123456789012:role/orders-backup-1234567",
      resources: ["arn:aws:rds:eu-west-1:123456789012:db:orders-1234567"],
    });
  });

  it("select the table by its ARN, in a plan of its own under the table's key", async () => {
    const { one } = await run(() => new SecureTable("sessions", { hashKey }));
    assert.deepEqual(one(selectionType).inputs.resources, [
      "arn:aws:dynamodb:eu-west-1:123456789012:table/sessions-1234567",
    ]);
    assert.deepEqual(one("aws:backup/vault:Vault").inputs, {
      kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/key-of-sessions",
      forceDestroy: false,
    });
  });

  it("go with a table whose deletion is not protected", async () => {
    const acceptedRisks = { "dynamodb-table-deletion-protection": "a trial" };
    const { one } = await run(() => new SecureTable("sessions", { hashKey, deletionProtection: false, acceptedRisks }));
    assert.equal(one("aws:backup/vault:Vault").inputs.forceDestroy, true);
  });

  it("share a plan", async () => {
    const { resources, error } = await run(() => {
      const plan = new BackupPlan("shop");
      const shared = { backupPlanId: plan.planId, backupRoleArn: plan.roleArn };
      new SecureInstance("orders", shared);
      new SecureTable("sessions", { hashKey, ...shared });
    });
    assert.equal(error, undefined);
    const selections = resources.filter(({ type }) => type === selectionType);
    assert.deepEqual(
      selections.map(({ inputs }) => [inputs.planId, inputs.iamRoleArn]),
      Array(2).fill([planId, "arn:aws:iam::123456789012:role/shop-backup-1234567"]),
    );
    assert.equal(resources.filter(({ type }) => type === "aws:backup/plan:Plan").length, 1);
  });

  it("fit AWS Backup's names where a table's is long, and keep two long names apart", async () => {
    const long = "o".repeat(150);
    const { resources, error } = await run(() => {
      new SecureTable(`${long}-1`, { hashKey });
      new SecureTable(`${long}-2`, { hashKey });
    });
    assert.equal(error, undefined);
    const names = resources.filter(({ type }) => type === selectionType).map(({ name }) => name);
    assert.equal(new Set(names).size, 2);
    for (const name of names) {
      assert.match(name, /^o{33}-[0-9a-f]{8}$/);
    }
  });

  it("are left to others where the risk is accepted", async () => {
    const acceptedRisks = { "dynamodb-table-backup-plan": "the organization selects by tag" };
    const { resources, error } = await run(
      () => new SecureTable("sessions", { hashKey, backupPlan: false, acceptedRisks }),
    );
    assert.equal(error, undefined);
    assert.deepEqual(
      resources.filter(({ type }) => type.startsWith("aws:backup")),
      [],
    );
  });

  const refused: [args: object, message: string][] = [
    [
      { backupPlan: false },
      "backupPlan is false, which fails the control rds-instance-backup-plan; " +
        'make it true, or state the reason in acceptedRisks["rds-instance-backup-plan"].',
    ],
    [{ backupPlan: "weekly" }, 'backupPlan is "weekly", but must be true or false.'],
    [
      { backupPlanId: planId },
      "backupPlanId is given without backupRoleArn, but must come with it; give both, or neither for a new plan.",
    ],
    [
      { backupRoleArn: roleArn },
      "backupRoleArn is given without backupPlanId, but must come with it; give both, or neither for a new plan.",
    ],
    [
      { backupPlanId: "daily", backupRoleArn: roleArn },
      'backupPlanId is "daily", but must be the id of a backup plan, a UUID.',
    ],
    [
      { backupPlanId: planId, backupRoleArn: "backup" },
      'backupRoleArn is "backup", but must be the ARN of a role, arn:aws:iam::<account>:role/<name>.',
    ],
    [
      {
        backupPlan: false,
        backupPlanId: planId,
        backupRoleArn: roleArn,
        acceptedRisks: { "rds-instance-backup-plan": "a trial" },
      },
      "backupPlan is false beside a plan to share, but must be true with one; leave one of them out.",
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuse: ${message}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error?.message, `SecureInstance "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

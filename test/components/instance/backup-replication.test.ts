import assert from "node:assert/strict";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run } from "../../support/mocks";

const type = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0000-1111";

describe("the replicated backups of a SecureInstance", () => {
  it("go to another region, under a key of their own there, and hold every control", async () => {
    const registered = await run(
      () => new SecureInstance("orders", { backupReplication: { region: "eu-central-1" }, backupRetentionDays: 14 }),
    );
    assert.equal(registered.error, undefined);
    const { one } = registered;
    const key = one("aws:kms/key:Key", "orders-backups");
    assert.equal(key.inputs.region, "eu-central-1");
    assert.deepEqual(one(type).inputs, {
      sourceDbInstanceArn: one("aws:rds/instance:Instance").state.arn,
      kmsKeyId: key.state.arn,
      retentionPeriod: 14,
      region: "eu-central-1",
    });
    const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
    assert.deepEqual([findings, undecided], [[], []]);
  });

  it("take a key and days of their own", async () => {
    const backupReplication = { region: "eu-central-1", kmsKeyArn, retentionDays: 7 };
    const { one } = await run(() => new SecureInstance("orders", { backupReplication }));
    assert.deepEqual([one(type).inputs.kmsKeyId, one(type).inputs.retentionPeriod], [kmsKeyArn, 7]);
  });

  const refused: [backupReplication: object, message: string][] = [
    [{}, 'backupReplication.region is missing, but must be the name of a region, such as "eu-central-1".'],
    [
      { region: "eu-central-1", days: 7 },
      "backupReplication.days is no argument; allowed are kmsKeyArn, region, retentionDays.",
    ],
  ];
  for (const [backupReplication, message] of refused) {
    it(`refuse: ${message}`, async () => {
      const args = { backupReplication } as SecureInstanceArgs;
      const { resources, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error?.message, `SecureInstance "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

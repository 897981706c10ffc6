import assert from "node:assert/strict";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run } from "../../support/mocks";

const type = "aws:rds/instance:Instance";
const latest = { sourceDbInstanceIdentifier: "orders-old", useLatestRestorableTime: true };
const backups = "arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-0123";
const choice = "must have one of restoreTime and useLatestRestorableTime";

describe("a SecureInstance that is restored", () => {
  const sources: [args: SecureInstanceArgs, property: "snapshotIdentifier" | "restoreToPointInTime"][] = [
    [{ snapshotIdentifier: "rds:orders-2026-05-01-02-10" }, "snapshotIdentifier"],
    [
      { engine: "sqlserver-se", snapshotIdentifier: "arn:aws:rds:eu-west-1:123456789012:snapshot:awsbackup:job-1a" },
      "snapshotIdentifier",
    ],
    [{ restoreToPointInTime: latest }, "restoreToPointInTime"],
    [
      {
        restoreToPointInTime: {
          sourceDbInstanceAutomatedBackupsArn: backups,
          restoreTime: "2026-05-01T12:00:00Z",
        },
      },
      "restoreToPointInTime",
    ],
  ];
  for (const [args, property] of sources) {
    it(`has from its source what RDS takes from there: ${JSON.stringify(args)}`, async () => {
      const { one, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error, undefined);
      const { inputs } = one(type);
      assert.deepEqual(inputs[property], args[property]);
      for (const absent of ["username", "dbName", "kmsKeyId", "allocatedStorage", "maxAllocatedStorage"]) {
        assert.equal(inputs[absent], undefined, absent);
      }
      assert.deepEqual(
        [
          inputs.storageEncrypted,
          inputs.manageMasterUserPassword,
          inputs.deletionProtection,
          inputs.publiclyAccessible,
        ],
        [true, true, true, false],
      );
    });
  }

  it("may have more storage than its source", async () => {
    const { one } = await run(() => new SecureInstance("orders", { snapshotIdentifier: "old", allocatedStorage: 200 }));
    assert.deepEqual([one(type).inputs.allocatedStorage, one(type).inputs.maxAllocatedStorage], [200, 1000]);
  });

  it("leaves the judgement of its storage to what it is restored from, and no other open", async () => {
    const registered = await run(() => new SecureInstance("orders", { snapshotIdentifier: "old" }));
    const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
    // Which key encrypts it, AWS tells when it is restored.
    const open = [...findings, ...undecided].filter(({ control }) => control !== "rds-instance-customer-managed-key");
    assert.deepEqual(open, []);
  });

  const of = 'restoreToPointInTime is {"sourceDbInstanceIdentifier":"orders-old"}';
  const refused: [args: object, problem: string][] = [
    [
      { snapshotIdentifier: "old", restoreToPointInTime: latest },
      "restoreToPointInTime is given beside snapshotIdentifier, but only one of them must be.",
    ],
    ...["databaseName", "masterUsername", "characterSet", "nationalCharacterSet", "timezone"].map(
      (argument): [object, string] => [
        { snapshotIdentifier: "old", [argument]: "orders" },
        `${argument} is given beside snapshotIdentifier, but a restore has that of its source; leave it out.`,
      ],
    ),
    [
      { restoreToPointInTime: latest, databaseName: "orders" },
      "databaseName is given beside restoreToPointInTime, but a restore has that of its source; leave it out.",
    ],
    [
      { snapshotIdentifier: "-old" },
      'snapshotIdentifier is "-old", but must be the identifier or the ARN of a DB snapshot.',
    ],
    [{ restoreToPointInTime: { sourceDbInstanceIdentifier: "orders-old" } }, `${of}, but ${choice}.`],
    [
      { restoreToPointInTime: { useLatestRestorableTime: true } },
      'restoreToPointInTime is {"useLatestRestorableTime":true}, but must have one of sourceDbInstanceIdentifier and ' +
        "sourceDbInstanceAutomatedBackupsArn.",
    ],
    [
      { restoreToPointInTime: { sourceDbInstanceIdentifier: "orders-old", restoreTime: "yesterday" } },
      'restoreToPointInTime.restoreTime is "yesterday", but must be a time in UTC such as "2026-05-01T12:00:00Z".',
    ],
    [
      { restoreToPointInTime: { ...latest, source: "orders-old" } },
      "restoreToPointInTime.source is no argument; allowed are restoreTime, sourceDbInstanceAutomatedBackupsArn, " +
        "sourceDbInstanceIdentifier, useLatestRestorableTime.",
    ],
  ];
  for (const [args, problem] of refused) {
    it(`refuses: ${problem}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args as SecureInstanceArgs));
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      assert.deepEqual(resources, []);
    });
  }
});

import assert from "node:assert/strict";
import { replicatedBackups } from "../../../inventory/from-account/replicated-backup";

const region = "eu-west-1";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const arn = "arn:aws:rds:eu-west-1:111122223333:auto-backup:ab-1";
const far = "arn:aws:rds:us-east-1:111122223333:db:orders";

describe("from-account: replicated backup", () => {
  it("maps the backups of an instance of another region", () => {
    const backup = {
      DBInstanceAutomatedBackupsArn: arn,
      DBInstanceArn: far,
      DBInstanceIdentifier: "orders",
      KmsKeyId: key,
    };
    assert.deepEqual(replicatedBackups([backup], region), [
      { id: arn, name: "orders", identifiers: [arn], region, source: far, kmsKeyId: key },
    ]);
  });

  it("names one that AWS gives no ARN by its instance and region", () => {
    const [backup] = replicatedBackups([{ DBInstanceArn: far }], region);
    assert.deepEqual([backup?.id, backup?.kmsKeyId], [`${far}/backups/${region}`, undefined]);
  });

  for (const [title, DBInstanceArn] of [
    ["the region's own backups", "arn:aws:rds:eu-west-1:111122223333:db:orders"],
    ["backups of nothing", undefined],
  ] as const) {
    it(`leaves out ${title}`, () => {
      assert.deepEqual(replicatedBackups([{ DBInstanceArn }], region), []);
    });
  }
});

import assert from "node:assert/strict";
import { controls } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import { pending, program } from "../support/program";
import { customerKey } from "../support/rows";

describe("an instance of RDS Custom", () => {
  // The restore names no engine, so that its source alone tells that it is of RDS Custom.
  for (const engine of ["custom-oracle-ee", "custom-oracle-se2-cdb", "custom-sqlserver-se", "custom-sqlserver-dev"]) {
    const inventory = program([
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine, instanceClass: "db.m5.large", storageEncrypted: true, kmsKeyId: pending("key") },
      },
      {
        type: "aws:rds/instance:Instance",
        name: "restored",
        props: {
          instanceClass: "db.m5.large",
          restoreToPointInTime: { sourceDbInstanceIdentifier: pending("orders") },
        },
      },
      customerKey,
    ]);

    it(`is decided about by every control where it runs ${engine}`, () => {
      const open = controls
        .filter(({ subject }) => subject === "dbInstances")
        .flatMap((control) =>
          inventory.dbInstances.map((instance) => ({
            control: control.id,
            instance: instance.name,
            answer: ask(control, instance, inventory, optionsOf(control, { enabled: true })),
          })),
        )
        .filter(({ answer }) => answer.answer === "undecided");
      assert.deepEqual(open, []);
    });
  }
});

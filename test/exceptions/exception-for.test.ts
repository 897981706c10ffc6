import assert from "node:assert/strict";
import type { ControlId } from "../../controls/ids";
import { exceptionsFor } from "../../exceptions/exception-for";
import { exception, legacy, now, orders } from "./sample";

const arn = "arn:aws:rds:eu-west-1:111122223333:db:orders";

describe("exceptionsFor", () => {
  const find = exceptionsFor([
    exception({ id: "OLD", expires: "2026-11-23", resources: ["*"] }),
    exception({ id: "NARROW", resources: [orders, "arn:aws:rds:*:db:orders"] }),
    exception({ id: "WIDE", resources: ["*"], controls: ["rds-instance-multi-az", "rds-instance-not-public"] }),
  ]);
  const rows: readonly [control: ControlId, resource: string, moment: Date, id: string | undefined][] = [
    ["rds-instance-multi-az", orders, now, "NARROW"],
    ["rds-instance-multi-az", arn, now, "NARROW"],
    ["rds-instance-multi-az", legacy, now, "WIDE"],
    ["rds-instance-not-public", orders, now, "WIDE"],
    ["rds-instance-storage-encrypted", orders, now, undefined],
    ["rds-instance-multi-az", legacy, new Date("2026-11-23T12:00:00Z"), "OLD"],
    ["rds-instance-multi-az", orders, new Date("2027-02-01T00:00:00Z"), undefined],
  ];
  for (const [control, resource, moment, id] of rows) {
    it(`${control} of ${resource} at ${moment.toISOString()}: ${id ?? "none"}`, () =>
      assert.equal(find(control, resource, moment)?.id, id));
  }
});

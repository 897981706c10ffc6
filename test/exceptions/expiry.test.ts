import assert from "node:assert/strict";
import { daysLeft, isLive } from "../../exceptions/expiry";

describe("expiry of an exception until 2027-01-31", () => {
  const rows: readonly [now: string, live: boolean, days: number][] = [
    ["2027-01-01T00:00:00Z", true, 31],
    ["2027-01-30T23:59:59Z", true, 2],
    ["2027-01-31T00:00:00Z", true, 1],
    ["2027-01-31T23:59:59.999Z", true, 1],
    ["2027-02-01T00:00:00Z", false, 0],
    ["2027-02-01T00:30:00+01:00", true, 1],
    ["2027-01-31T23:30:00-01:00", false, 0],
    ["2030-01-01T00:00:00Z", false, 0],
  ];
  for (const [now, live, days] of rows) {
    it(`${now}: ${live ? `live, ${days} days left` : "expired"}`, () => {
      const exception = { expires: "2027-01-31" };
      assert.deepEqual([isLive(exception, new Date(now)), daysLeft(exception, new Date(now))], [live, days]);
    });
  }
});

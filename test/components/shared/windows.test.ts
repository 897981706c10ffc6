import assert from "node:assert/strict";
import { dailyWindow, overlap, type Window, weeklyWindow } from "../../../components/shared/windows";

describe("dailyWindow", () => {
  const rows: [text: string, window: Window | undefined][] = [
    ["02:00-03:00", { start: 120, length: 60 }],
    ["23:45-00:15", { start: 1425, length: 30 }],
    ["04:00-04:00", { start: 240, length: 0 }],
    ["24:00-01:00", undefined],
    ["2:00-3:00", undefined],
    ["02:60-03:30", undefined],
    ["sun:02:00-sun:03:00", undefined],
    ["02:00", undefined],
  ];
  for (const [text, window] of rows) {
    it(`${text} is ${JSON.stringify(window)}`, () => {
      assert.deepEqual(dailyWindow(text), window);
    });
  }
});

describe("weeklyWindow", () => {
  const rows: [text: string, window: Window | undefined][] = [
    ["mon:00:00-mon:00:30", { start: 0, length: 30 }],
    ["Sun:04:00-Sun:05:00", { start: 8880, length: 60 }],
    ["tue:23:30-wed:00:30", { start: 2850, length: 60 }],
    ["sun:23:30-mon:00:30", { start: 10050, length: 60 }],
    ["sun:05:00-sun:04:00", { start: 8940, length: 10020 }],
    ["sun:04:00-sun:04:00", { start: 8880, length: 0 }],
    ["day:04:00-day:05:00", undefined],
    ["04:00-05:00", undefined],
    ["sun:04:00", undefined],
  ];
  for (const [text, window] of rows) {
    it(`${text} is ${JSON.stringify(window)}`, () => {
      assert.deepEqual(weeklyWindow(text), window);
    });
  }
});

describe("overlap of windows", () => {
  const rows: [daily: string, weekly: string, expected: boolean][] = [
    ["02:00-03:00", "sun:04:00-sun:05:00", false],
    ["04:00-05:00", "sun:04:00-sun:05:00", true],
    ["03:00-04:00", "sun:04:00-sun:05:00", false],
    ["05:00-06:00", "sun:04:00-sun:05:00", false],
    ["04:59-05:59", "sun:04:00-sun:05:00", true],
    ["04:15-04:45", "sun:04:00-sun:05:00", true],
    ["03:00-06:00", "sun:04:00-sun:05:00", true],
    ["23:30-00:30", "wed:00:00-wed:01:00", true],
    ["23:30-00:30", "wed:00:30-wed:01:00", false],
    ["00:00-00:30", "sun:23:30-mon:00:15", true],
    ["00:15-00:45", "sun:23:30-mon:00:15", false],
    ["12:00-12:30", "sat:13:00-sun:13:00", true],
    ["12:00-12:30", "sat:12:30-sun:12:00", false],
    ["12:00-12:30", "sat:12:30-mon:12:00", true],
  ];
  for (const [daily, weekly, expected] of rows) {
    it(`${daily} and ${weekly}: ${expected}`, () => {
      const [one, other] = [dailyWindow(daily), weeklyWindow(weekly)];
      assert.ok(one !== undefined && other !== undefined);
      assert.equal(overlap(one, other), expected);
    });
  }
});

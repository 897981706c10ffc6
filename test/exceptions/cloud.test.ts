import assert from "node:assert/strict";
import type { ControlId } from "../../controls/ids";
import { cloudExceptions } from "../../exceptions/cloud";
import type { Exception } from "../../exceptions/exception";
import { exception, now, orders } from "./sample";

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${orders}-${index}`);

function requests(changes: Partial<Exception>, targets: readonly string[] = [orders]) {
  return cloudExceptions([{ exception: exception(changes), targets }], "security", now);
}

describe("cloudExceptions", () => {
  it("writes the body of a request", () => {
    assert.deepEqual(requests({ ticket: "OPS-12" }), {
      requests: [
        {
          policyPack: "security",
          match: [{ policies: ["rds-instance-multi-az"], targets: [orders] }],
          reason: "EXC-1: no standby in development (owner team shop, until 2027-01-31, OPS-12)",
          expiresInSeconds: (68 * 24 + 11) * 3600,
        },
      ],
      notes: [],
    });
  });

  const expiries: readonly [expires: string, now: string, hours: number | undefined, notes: readonly string[]][] = [
    ["2026-11-24", "2026-11-24T00:00:00Z", 24, []],
    ["2026-11-24", "2026-11-24T12:00:01Z", 11, []],
    ["2026-11-24", "2026-11-24T23:00:00Z", 1, []],
    [
      "2026-11-24",
      "2026-11-24T23:00:01Z",
      undefined,
      ["exception EXC-1 ends within the hour, the least that Pulumi Cloud takes, and is left out."],
    ],
    [
      "2099-01-01",
      "2026-11-24T00:00:00Z",
      87_600,
      ["exception EXC-1 ends after 3650 days in Pulumi Cloud, the most that it takes."],
    ],
  ];
  for (const [expires, moment, hours, notes] of expiries) {
    it(`until ${expires}, at ${moment}: ${hours ?? "no"} hours`, () => {
      const result = cloudExceptions(
        [{ exception: exception({ expires }), targets: [orders] }],
        "security",
        new Date(moment),
      );
      assert.deepEqual(
        [result.requests.map(({ expiresInSeconds }) => expiresInSeconds), result.notes],
        [hours === undefined ? [] : [hours * 3600], notes],
      );
    });
  }

  it("splits more than 100 policies and more than 100 targets into entries", () => {
    const controls = Array.from({ length: 101 }, (_, index) => `control-${index}` as ControlId);
    const targets = numbered(250);
    const { requests: bodies } = requests({ controls }, targets);
    assert.deepEqual(
      bodies.map(({ match }) => match.map((entry) => [entry.policies.length, entry.targets.length])),
      [
        [
          [100, 100],
          [100, 100],
          [100, 50],
          [1, 100],
          [1, 100],
          [1, 50],
        ],
      ],
    );
    const pairs = bodies.flatMap(({ match }) =>
      match.flatMap((entry) =>
        entry.policies.flatMap((policy) => entry.targets.map((target) => `${policy} ${target}`)),
      ),
    );
    assert.equal(new Set(pairs).size, controls.length * targets.length);
  });

  it("splits more than 100 entries into requests", () => {
    const { requests: bodies } = requests({}, numbered(10_001));
    assert.deepEqual(
      bodies.map(({ match }) => match.length),
      [100, 1],
    );
  });

  it("leaves out URNs that are too long, and says so", () => {
    const long = `${orders}${"x".repeat(2048)}`;
    const { requests: bodies, notes } = requests({}, [long, orders]);
    assert.deepEqual(bodies[0]?.match[0]?.targets, [orders]);
    assert.deepEqual(notes, [
      "exception EXC-1: URNs of more than 2048 characters are left out; Pulumi Cloud takes none.",
    ]);
    assert.deepEqual(requests({}, [long]).requests, []);
  });

  it("stays within the length of a reason", () => {
    const longest = exception({
      reason: "r".repeat(1500),
      owner: "o".repeat(150),
      ticket: "t".repeat(150),
      id: "i".repeat(100),
    });
    const [body] = cloudExceptions([{ exception: longest, targets: [orders] }], "security", now).requests;
    assert.ok(body && body.reason.length <= 2048, `${body?.reason.length}`);
  });
});

import assert from "node:assert/strict";
import type { Report } from "../../../audit/report/report";
import { scoresOf } from "../../../audit/report/scores";
import type { ControlId } from "../../../controls";
import { account, emptyReport, emptyScope, findingOf, region } from "../../support/report";

/** Speaks for RDS.2 of Security Hub, alone. */
const notPublic: ControlId = "rds-instance-not-public";
/** Speaks for RDS.5. */
const multiAz: ControlId = "rds-instance-multi-az";

const instances: Partial<Report> = {
  controls: [notPublic, multiAz],
  scopes: [emptyScope()],
  counts: { ...emptyReport().counts, resources: { dbInstances: 1 } },
};
const about = { severity: "high", kind: "dbInstances", resource: "x", resourceName: "x", account, region } as const;

describe("the score of a framework", () => {
  const cases: Readonly<Record<string, readonly [Partial<Report>, number | undefined, readonly string[]]>> = {
    "is 100 where every control holds": [{}, 100, ["RDS.2 met", "RDS.5 met"]],
    "counts a finding": [{ findings: [findingOf(notPublic, "x")] }, 50, ["RDS.2 not met", "RDS.5 met"]],
    "counts many findings of a control once": [
      { findings: [findingOf(notPublic, "x"), findingOf(notPublic, "y")] },
      50,
      ["RDS.2 not met", "RDS.5 met"],
    ],
    "counts an accepted finding": [
      {
        accepted: [
          {
            finding: findingOf(notPublic, "x"),
            exception: { id: "E", reason: "r", owner: "o", expires: "2027-01-31" },
          },
        ],
      },
      50,
      ["RDS.2 not met", "RDS.5 met"],
    ],
    "is none where some resources alone were asked about": [{ chosen: true }, undefined, []],
    "counts what is not decided as not met": [
      { undecided: [{ ...about, control: notPublic, waitsFor: "x" }] },
      50,
      ["RDS.2 not decided", "RDS.5 met"],
    ],
    "counts what could not be listed as not met": [
      { incomplete: [{ control: notPublic, severity: "critical", because: "x", region }] },
      50,
      ["RDS.2 not decided", "RDS.5 met"],
    ],
    "is 0 where a region was not reached": [
      { scopes: [emptyScope(), emptyScope({ complete: false, error: "no role" })] },
      0,
      ["RDS.2 not decided", "RDS.5 not decided"],
    ],
    "leaves out a control that was not asked": [{ controls: [multiAz] }, 100, ["RDS.5 met"]],
    "is absent where there is no resource": [{ counts: emptyReport().counts }, undefined, []],
  };
  for (const [shows, [changes, expected, requirements]] of Object.entries(cases)) {
    it(shows, () => {
      const hub = scoresOf(emptyReport({ ...instances, ...changes })).find(
        ({ framework }) => framework.key === "securityHub",
      );
      assert.equal(hub?.score, expected);
      assert.deepEqual(
        hub?.requirements.map(({ id, status }) => `${id} ${status}`),
        requirements,
      );
    });
  }

  it("is there for each framework of auditors, and for no tool", () => {
    assert.deepEqual(
      scoresOf(emptyReport()).map(({ framework }) => framework.key),
      ["securityHub", "cis", "nist", "pci"],
    );
  });
});

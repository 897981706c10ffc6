import assert from "node:assert/strict";
import type { Mandatory } from "../../../components/rds/parameters";
import { mergeParameters } from "../../../components/rds/parameters";
import { ArgumentChecks } from "../../../components/shared/arguments";

const mandatory: Mandatory[] = [
  {
    control: "rds-cluster-tls-enforced",
    setting: { name: "rds.force_ssl", holdsWith: [["1"], ["on"]], recommended: "1" },
  },
  {
    control: "rds-cluster-audit-logging",
    setting: { name: "shared_preload_libraries", holdsWith: [["pgaudit"]], recommended: "pgaudit", static: true },
  },
  {
    control: "rds-cluster-audit-logging",
    setting: { name: "server_audit_incl_users", holdsWith: [[]], alone: true, recommended: "" },
  },
];

function merged(own: Record<string, string>, risks: Record<string, string> = {}, argument?: string) {
  const args = { acceptedRisks: risks };
  const checks = new ArgumentChecks("it", args, { acceptedRisks: true }, ["rds-cluster-tls-enforced"]);
  return checks.settled(mergeParameters(checks, mandatory, own, argument));
}

describe("the parameters of a group", () => {
  it("are those that controls ask for, dynamic ones at once and static ones at the next reboot", () => {
    assert.deepEqual(merged({}), [
      { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
      { name: "shared_preload_libraries", value: "pgaudit", applyMethod: "pending-reboot" },
    ]);
  });

  it("are a user's too, whose value stays where it holds", () => {
    assert.deepEqual(merged({ work_mem: "64", "RDS.FORCE_SSL": "on", shared_preload_libraries: "pgaudit,pg_cron" }), [
      { name: "rds.force_ssl", value: "on", applyMethod: "immediate" },
      { name: "shared_preload_libraries", value: "pgaudit,pg_cron", applyMethod: "pending-reboot" },
      { name: "work_mem", value: "64", applyMethod: "pending-reboot" },
    ]);
  });

  it("are a user's where the risk is accepted", () => {
    const [first] = merged({ "rds.force_ssl": "0" }, { "rds-cluster-tls-enforced": "a trial" });
    assert.equal(first?.value, "0");
  });

  const refused: [own: Record<string, string>, problem: RegExp][] = [
    [
      { "rds.force_ssl": "0" },
      /^it: clusterParameters\["rds\.force_ssl"\] is "0", which fails the control rds-cluster-tls/,
    ],
    [{ server_audit_incl_users: "app" }, /^it: clusterParameters\["server_audit_incl_users"\] is "app", which fails/],
    [{ a: "1", A: "2" }, /^it: clusterParameters names "a" twice, but must name a parameter once\.$/],
    [
      ["a"] as unknown as Record<string, string>,
      /^it: clusterParameters is \["a"\], but must be an object of name to value, plain \(not an output\)\.$/,
    ],
    [{ a: 1 as unknown as string }, /^it: clusterParameters\["a"\] is 1, but must be a string\.$/],
  ];
  for (const [own, problem] of refused) {
    it(`are refused by name: ${JSON.stringify(own)}`, () => {
      assert.throws(() => merged(own, {}, "clusterParameters"), { message: problem });
    });
  }
});

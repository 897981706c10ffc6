import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { ask, optionsOf } from "../../../controls/judge";
import { editions } from "../../../engines";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run, scopes } from "../../support/mocks";

const bought = { "rds.ibm_customer_id": "1234567", "rds.ibm_site_id": "7654321" };

/** What an edition cannot do without. */
function needed(engine: string): SecureInstanceArgs {
  return engine.startsWith("db2-") ? { engine, parameters: bought } : { engine };
}

/** Controls that say nothing about an instance of any engine that the component makes. */
const silent = [
  "rds-instance-domain-secret",
  "rds-instance-tagged",
  "rds-cluster-member-not-public",
  "rds-cluster-member-enhanced-monitoring",
  "rds-cluster-member-performance-insights",
];

/** Every edition in every version that RDS supports, and what makes a difference to what it can do. */
const rows: [title: string, args: SecureInstanceArgs][] = [
  ...editions.map(({ name }): [string, SecureInstanceArgs] => [name, needed(name)]),
  ...editions.flatMap(({ name, majors, defaultMajor }) =>
    majors
      .filter((major) => major !== defaultMajor && !["8.0", "10.6"].includes(major))
      .map((engineVersion): [string, SecureInstanceArgs] => [
        `${name} ${engineVersion}`,
        { ...needed(name), engineVersion },
      ]),
  ),
  ["mysql on a class without insights", { engine: "mysql", instanceClass: "db.t4g.small" }],
  ["db2-se of the marketplace", { engine: "db2-se", licenseModel: "marketplace-license" }],
  ["oracle-se2 with a license of one's own", { engine: "oracle-se2", licenseModel: "bring-your-own-license" }],
  ["sqlserver-web with a standby", { engine: "sqlserver-web", multiAz: true }],
  ["postgres on io2", { storageType: "io2", iops: 3000 }],
  ["oracle-ee on striped gp3", { engine: "oracle-ee", allocatedStorage: 200, iops: 12000, storageThroughput: 3000 }],
  ["standard insights", { databaseInsights: "standard" }],
  ["a rotation of its own", { masterPasswordRotationDays: 30 }],
  ["blue/green", { blueGreenUpdate: true, masterPassword: "correct-horse-battery" }],
];

describe("every edition", () => {
  for (const [title, args] of rows) {
    it(`holds every control, or says why one does not apply: ${title}`, async () => {
      await holdsEverything(args);
    });
  }

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`with a bucket and a role for its audit holds every control in ${partition}`, async () => {
      await holdsEverything({ engine: "sqlserver-se" }, scope);
    });
  }
});

async function holdsEverything(args: SecureInstanceArgs, scope = scopes.aws as (typeof scopes)[keyof typeof scopes]) {
  let output: pulumi.Output<Record<string, string>> | undefined;
  const registered = await run(() => {
    output = new SecureInstance("orders", args).notApplicableControls;
  }, scope);
  assert.equal(registered.error, undefined);
  const inventory = fromProgram(asProgram(registered));
  const { findings, undecided } = judge(controls, inventory);
  assert.deepEqual([findings, undecided], [[], []]);

  const [instance] = inventory.dbInstances;
  assert.ok(instance !== undefined);
  const unheard = controls
    .filter((control) => control.subject === "dbInstances")
    .filter(
      (control) =>
        ask(control, instance, inventory, { ...optionsOf(control), enabled: true }).answer === "not-applicable",
    )
    .map(({ id }) => id)
    .filter((id) => !silent.includes(id));
  assert.deepEqual(unheard.sort(), Object.keys(await resolved(output)).sort());
}

function resolved<T>(output: pulumi.Output<T> | undefined): Promise<T> {
  return new Promise((resolve) => output?.apply(resolve));
}

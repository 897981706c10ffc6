import assert from "node:assert/strict";
import type { SecureClusterArgs } from "../../components";
import { controls } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import { componentColumns } from "../support/component-cases";
import { type JudgedCase, judgedCase } from "../support/judged-cases";
import { scopes } from "../support/mocks";

describe("every component, in every engine and with every option", function () {
  this.timeout(20_000);
  for (const { heading, cases } of componentColumns) {
    for (const one of cases) {
      it(`holds every control, or says why one does not apply: ${heading}, ${one.title}`, async () => {
        const judged = await judgedCase(one);
        assert.deepEqual(unheld(judged), Object.keys(one.open).sort());
        ofInstance(judged);
        ofCluster(judged);
      });

      for (const [partition, scope] of Object.entries(scopes).filter(([name]) => one.everywhere && name !== "aws")) {
        it(`holds every control in ${partition}: ${heading}, ${one.title}`, async () => {
          assert.deepEqual(unheld(await judgedCase(one, scope)), []);
        });
      }
    }
  }
});

/** What fails, in words, and the ids of what is undecided. */
function unheld({ answers }: JudgedCase): string[] {
  const told = answers.flatMap(({ control, resource, answer }) => {
    switch (answer.answer) {
      case "fails":
        return [`${control} fails for ${resource}: ${answer.found}`];
      case "undecided":
        return [control];
      default:
        return [];
    }
  });
  return [...new Set(told)].sort();
}

/** Controls that say nothing about an instance of any engine that the component makes. */
const silent: readonly string[] = [
  "rds-instance-domain-secret",
  "rds-instance-tagged",
  "rds-cluster-member-not-public",
  "rds-cluster-member-enhanced-monitoring",
  "rds-cluster-member-performance-insights",
];

/** A SecureInstance tells what does not apply to it, all of that and nothing else. */
function ofInstance({ inventory, reasons, resources }: JudgedCase): void {
  const [instance] = inventory.dbInstances;
  if (instance === undefined || reasons === undefined || !makes(resources, "SecureInstance")) {
    return;
  }
  const inapplicable = controls
    .filter((control) => control.subject === "dbInstances")
    .filter(
      (control) =>
        ask(control, instance, inventory, { ...optionsOf(control), enabled: true }).answer === "not-applicable",
    )
    .map(({ id }) => id)
    .filter((id) => !silent.includes(id));
  assert.deepEqual(inapplicable.sort(), Object.keys(reasons).sort());
}

/** Controls of clusters that are about what somebody asks for, and whether the arguments do. */
const optional: Readonly<Record<string, (args: SecureClusterArgs) => boolean>> = {
  "rds-cluster-port": () => false,
  "rds-cluster-backtrack": ({ backtrackWindow }) => backtrackWindow !== undefined,
  "rds-cluster-activity-stream": ({ activityStream }) => activityStream !== undefined,
};

/** Controls that ask for tags of the user's, and that leave a cluster with instances to these. */
const aboutOthers: readonly string[] = ["rds-cluster-tagged", "rds-cluster-engine-version-supported"];

/** A SecureCluster too. */
function ofCluster({ args, inventory, reasons, resources }: JudgedCase): void {
  const [cluster] = inventory.dbClusters;
  if (cluster === undefined || reasons === undefined || !makes(resources, "SecureCluster")) {
    return;
  }
  const asked = (id: string) => optional[id]?.(args) !== false;
  const unheldIds = controls
    .filter((control) => control.subject === "dbClusters" && !aboutOthers.includes(control.id))
    .filter(({ id }) => asked(id))
    .filter((control) => ask(control, cluster, inventory, { ...optionsOf(control), enabled: true }).answer !== "holds")
    .map(({ id }) => id);
  assert.deepEqual(
    unheldIds.filter((id) => !Object.hasOwn(reasons, id)),
    [],
  );
  // A reason is no excuse where the control holds.
  const excused = Object.keys(reasons).filter((id) => id.startsWith("rds-cluster-") && !id.includes("-member-"));
  assert.deepEqual(
    excused.filter((id) => asked(id) && !unheldIds.some((one) => one === id)),
    [],
  );
}

function makes(resources: JudgedCase["resources"], component: string): boolean {
  return resources.some(({ type }) => type === `aws-secure-database:index:${component}`);
}

import assert from "node:assert/strict";
import { type ResourceValidationArgs, unknownCheckingProxy } from "@pulumi/policy";

import { controls } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import { loadExamples } from "../../docs/examples";
import { fromProgram } from "../../inventory/program";
import { remediationOf } from "../../policy-pack/remediation";
import { programResources } from "../support/program";

const examplesOf = loadExamples();

describe("remediationOf", () => {
  for (const control of controls.filter(({ remedy }) => remedy !== undefined)) {
    it(`${control.id}: mends the example that fails, in place`, () => {
      const { fails } = examplesOf(control);
      assert.ok(fails, "its tests have no program that fails");
      const broken = programResources(fails.rows).find(
        ({ type, name }) => name === "subject" && control.remedy?.types.includes(type),
      );
      assert.ok(broken, "the program that fails has no subject of a type that is mended");
      const props = unknownCheckingProxy({ ...broken.props });
      const mended = remediate(control, { ...broken, props });
      assert.equal(mended, props, "the properties that were handed over must be what is returned");

      const inventory = fromProgram([{ ...broken, props: { ...broken.props, ...plain(mended) } }]);
      const subject = inventory[control.subject].find(({ name }) => name === "subject");
      assert.ok(subject);
      assert.notEqual(ask(control, subject, inventory, optionsOf(control)).answer, "fails");
      assert.equal(remediate(control, { ...broken, props: mended }), undefined, "what holds must stay as it is");
    });
  }

  for (const control of controls) {
    for (const type of control.remedy?.types ?? []) {
      it(`${control.id}: mends a resource of type ${type}`, () => {
        const remedy = control.remedy?.properties(optionsOf(control), type) ?? {};
        const engine = type.includes(":rds") ? engineFor(control, type) : {};
        const props = { ...engine, ...opposite(remedy) };
        const resource = { urn: `urn:pulumi:dev::shop::${type}::orders`, type, name: "orders", props };
        assert.deepEqual(remediate(control, resource), { ...engine, ...remedy });
      });
    }
  }

  it("is absent where a control has no remedy", () => {
    for (const control of controls.filter(({ remedy }) => remedy === undefined)) {
      assert.deepEqual(remediationOf(control), {});
    }
  });
});

type Control = (typeof controls)[number];

/** An engine of which a resource of the type is, or stands for, a subject of the control. */
function engineFor({ id, subject }: Control, type: string): Record<string, unknown> {
  if (subject === "dbInstances" && type === "aws:rds/cluster:Cluster") {
    return { engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" };
  }
  return { engine: subject === "dbClusters" || id.startsWith("rds-cluster") ? "aurora-mysql" : "postgres" };
}

function remediate(control: Control, resource: object): Record<string, unknown> | undefined {
  const mend = remediationOf(control).remediateResource;
  return mend?.({ ...resource, getConfig: () => ({}) } as unknown as ResourceValidationArgs) as
    | Record<string, unknown>
    | undefined;
}

function plain(props: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.keys(props ?? {}).map((name) => [name, props?.[name]]));
}

/** What a remedy would have to mend. */
function opposite(remedy: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(remedy).map(([name, value]) => {
      if (typeof value === "object" && value !== null) {
        return [name, opposite(value as Record<string, unknown>)];
      }
      return [name, typeof value === "boolean" ? !value : typeof value === "number" ? 0 : "rds-ca-2019"];
    }),
  );
}

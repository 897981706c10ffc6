import assert from "node:assert/strict";
import type { PolicyPackArgs, ResourceValidationArgs } from "@pulumi/policy";
import { controls } from "../../controls";
import { type CreatePoliciesOptions, createPolicies } from "../../policy-pack/create-policies";
import { type FakeResource, later, run } from "./fakes";

const carts: FakeResource = {
  type: "aws:dynamodb/table:Table",
  name: "carts",
  inputs: { serverSideEncryption: { enabled: true, kmsKeyArn: later } },
  outputs: { arn: later },
  dependencies: { serverSideEncryption: ["key"] },
};
const key: FakeResource = { type: "aws:kms/key:Key", name: "key", inputs: {}, outputs: { arn: later } };

const names = (options?: CreatePoliciesOptions) => createPolicies(options).map(({ name }) => name);

describe("createPolicies", () => {
  it("makes a policy of every control", () =>
    assert.deepEqual(
      names(),
      controls.map(({ id }) => id),
    ));

  it("makes those of the controls named, each once, in the order of the catalogue", () =>
    assert.deepEqual(
      names({
        controls: [
          "dynamodb-table-deletion-protection",
          "rds-instance-not-public",
          "dynamodb-table-deletion-protection",
        ],
      }),
      ["rds-instance-not-public", "dynamodb-table-deletion-protection"],
    ));

  it("makes what a policy pack takes, beside policies of one's own", () => {
    const args = {
      policies: [
        ...createPolicies(),
        { name: "own", description: "Ours.", enforcementLevel: "advisory", validateResource: () => {} },
      ],
    } satisfies PolicyPackArgs;
    assert.equal(args.policies.length, controls.length + 1);
  });

  it("judges with a part of the catalogue as with the whole", () => {
    const chosen = ["dynamodb-table-customer-managed-key", "dynamodb-table-point-in-time-recovery"] as const;
    const all = run(createPolicies(), [key, carts]);
    assert.deepEqual(
      run(createPolicies({ controls: chosen }), [key, carts]),
      all.filter(({ policy }) => (chosen as readonly string[]).includes(policy)),
    );
    assert.ok(all.some(({ policy }) => policy === "dynamodb-table-point-in-time-recovery"));
  });

  it("judges unknown values of another copy of @pulumi/policy, which a pack of one's own may bring", () => {
    const props = anotherCopy().unknownCheckingProxy(carts.inputs);
    const [policy] = createPolicies({ controls: ["dynamodb-table-customer-managed-key"] });
    const args = { type: carts.type, name: carts.name, urn: "urn:carts", props, getConfig: () => ({}) };
    const validate = policy?.validateResource as (args: ResourceValidationArgs, report: () => void) => void;
    assert.doesNotThrow(() => validate(args as unknown as ResourceValidationArgs, () => {}));
  });

  const refused: readonly [title: string, options: unknown, message: RegExp][] = [
    [
      "a control that does not exist, by name",
      { controls: ["rds-instance-not-public", "rds-instance-storage-encryption"] },
      /^createPolicies was given controls\[1\] as 'rds-instance-storage-encryption', which is no control\. All are listed by: npx aws-secure-database controls$/,
    ],
    [
      "a control that is a number",
      { controls: [1] },
      /^createPolicies was given controls\[0\] as 1, which is no control\./,
    ],
    ["a control that is nothing", { controls: [undefined] }, /controls\[0\] as undefined, which is no control\./],
    ["no list", { controls: "all" }, /^createPolicies takes controls as a list of ids, not 'all'\./],
    ["null", null, /^createPolicies takes an object such as \{ controls: \[\.\.\.\] \}, not null\./],
    ["a list in place of options", ["rds-instance-not-public"], /^createPolicies takes an object such as /],
    ["an empty list, which would guard nothing", { controls: [] }, /was given no control/],
    ["an option that does not exist", { control: ["rds-instance-not-public"] }, /has no option control; .+ controls\./],
  ];
  for (const [title, options, message] of refused) {
    it(`refuses ${title}`, () =>
      assert.throws(() => createPolicies(options as CreatePoliciesOptions), { name: "Error", message }));
  }
});

/** @pulumi/policy loaded a second time. */
function anotherCopy(): typeof import("@pulumi/policy") {
  const path = require.resolve("@pulumi/policy/proxy");
  const loaded = require.cache[path];
  delete require.cache[path];
  try {
    return require(path) as typeof import("@pulumi/policy");
  } finally {
    require.cache[path] = loaded;
  }
}

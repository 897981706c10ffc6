import assert from "node:assert/strict";
import { judged } from "../../audit/scope";
import { controls } from "../../controls";
import { isOff } from "../../controls/off-by-default";
import { emptyInventory, type Inventory } from "../../inventory/model";

const place = { account: "111122223333", region: "eu-west-1" };
const judgedOf = (inventory: Partial<Inventory>, judging = {}) =>
  judged(
    { place, inventory: { ...emptyInventory("account"), ...inventory }, unread: [], seconds: 1.26 },
    { controls, ...judging },
  );

describe("the judgement of a scope", () => {
  it("names every control whose subjects could not be listed", () => {
    const { incomplete } = judgedOf({ unread: { dynamodbTables: "dynamodb:ListTables was denied" } });
    assert.deepEqual(
      incomplete.map(({ control }) => control).sort(),
      controls
        .filter((control) => control.subject === "dynamodbTables" && !isOff(control))
        .map(({ id }) => id)
        .sort(),
    );
    assert.ok(incomplete.every(({ because }) => because === "dynamodb:ListTables was denied"));
    assert.ok(incomplete.every(({ account, region }) => account === place.account && region === place.region));
  });

  it("does not name a control that is off unless configured, until it is", () => {
    const off = controls.find((control) => isOff(control) && "enabled" in control.options);
    assert.ok(off);
    const named = (options?: object) =>
      judgedOf(
        { unread: { [off.subject]: "it was denied" } },
        options === undefined ? {} : { options },
      ).incomplete.some(({ control }) => control === off.id);
    assert.deepEqual([named(), named({ [off.id]: { enabled: true } })], [false, true]);
  });

  it("counts every kind of which there is something, and no other", () => {
    const tagged = { id: "a", name: "a", identifiers: [], document: { Statement: [] } };
    const { resources } = judgedOf({ iamPolicies: [tagged, { ...tagged, id: "b" }] }).scope.counts;
    assert.deepEqual(resources, { iamPolicies: 2 });
  });
});

import assert from "node:assert/strict";
import { emptyInventory, type Inventory, type KmsKey } from "../../inventory/model";
import { referrers, resolve } from "../../inventory/resolve";
import { unknown } from "../../inventory/value";

const settings = {
  rotatable: true,
  rotationEnabled: true,
  enabled: true,
  pendingDeletion: false,
  deletionWindow: undefined,
  document: undefined,
};
const key = (id: string, ...identifiers: string[]): KmsKey => ({
  id,
  name: id,
  identifiers,
  ...settings,
  manager: "customer",
});
const a = key("a", "arn:a", "id-a");
const b = key("b", "arn:b");
const inventory: Inventory = { ...emptyInventory("program"), kmsKeys: [a, b] };

describe("resolve", () => {
  it("follows a known identifier, whichever it is", () => {
    assert.deepEqual(resolve(inventory, "kmsKeys", "id-a"), { to: "resource", resource: a });
    assert.deepEqual(resolve(inventory, "kmsKeys", "arn:a"), { to: "resource", resource: a });
  });

  it("follows an unknown value to its only source of the kind", () => {
    assert.deepEqual(resolve(inventory, "kmsKeys", unknown("it", ["b", "something else"])), {
      to: "resource",
      resource: b,
    });
  });

  it("leaves an unknown value with several sources unknown", () => {
    const either = unknown("it", ["a", "b"]);
    assert.deepEqual(resolve(inventory, "kmsKeys", either), { to: "unknown", unknown: either });
  });

  it("means the resource of the region of whoever refers", () => {
    const west: KmsKey = { ...key("west", "shared"), region: "us-west-2" };
    const east: KmsKey = { ...key("east", "shared"), region: "us-east-1" };
    const both: Inventory = { ...inventory, kmsKeys: [east, west] };
    const from = (region?: string) => ({ id: "x", name: "x", identifiers: [], ...(region ? { region } : {}) });
    assert.deepEqual(resolve(both, "kmsKeys", "shared", from("us-west-2")), { to: "resource", resource: west });
    assert.deepEqual(resolve(both, "kmsKeys", "shared", from("eu-west-1")), { to: "outside", identifier: "shared" });
    assert.deepEqual(resolve(both, "kmsKeys", "shared", from()), { to: "resource", resource: east });
  });

  it("tells outside, nothing and unread apart", () => {
    assert.deepEqual(resolve(inventory, "kmsKeys", "arn:c"), { to: "outside", identifier: "arn:c" });
    assert.deepEqual(resolve(inventory, "kmsKeys", undefined), { to: "nothing" });
    const denied: Inventory = { ...inventory, unread: { kmsKeys: "kms:DescribeKey was denied" } };
    assert.deepEqual(resolve(denied, "kmsKeys", "arn:c"), {
      to: "unknown",
      unknown: unknown("KMS key arn:c (kms:DescribeKey was denied)"),
    });
  });
});

describe("referrers", () => {
  const alias = (id: string, target: string | ReturnType<typeof unknown>) => ({
    id,
    name: id,
    identifiers: [],
    target,
  });

  it("finds what leads to a resource, and what may", () => {
    const pending = unknown("a target known at deploy");
    const aliases = [alias("to-a", "id-a"), alias("to-b", "arn:b"), alias("to-either", pending)];
    const found = referrers({ ...inventory, kmsAliases: aliases }, "kmsAliases", "target", "kmsKeys", a);
    assert.deepEqual(found, { found: [aliases[0]], maybe: [aliases[2]], unknowns: [pending] });
  });
});

import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { unknown } from "../../inventory/value";
import { plainData } from "../../policy-pack/plain-data";
import { later } from "./fakes";

describe("plainData", () => {
  const notYet = unknown("known at deploy");
  const cases: readonly (readonly [
    shows: string,
    props: Record<string, unknown>,
    expected: Record<string, unknown>,
  ])[] = [
    ["an unknown leaf", { kmsKeyId: later }, { kmsKeyId: notYet }],
    ["an unknown leaf in an object", { a: { b: later, c: 1 } }, { a: { b: notYet, c: 1 } }],
    ["unknown elements", { ids: ["known", later] }, { ids: ["known", notYet] }],
    ["objects in a list", { list: [{ a: later }, { a: null }] }, { list: [{ a: notYet }, { a: null }] }],
    ["an empty list", { list: [] }, { list: [] }],
    ["values of every kind", { a: true, b: 0, c: "", d: null }, { a: true, b: 0, c: "", d: null }],
    ["a hidden secret", { a: "[secret]" }, { a: unknown("a secret that this analysis cannot read") }],
  ];
  for (const [shows, props, expected] of cases) {
    it(`copies ${shows}`, () => assert.deepEqual(plainData(unknownCheckingProxy(props)), expected));
  }

  it("lets every other error through", () => {
    const props = {
      get broken(): unknown {
        throw new Error("out of order");
      },
    };
    assert.throws(() => plainData(props), /out of order/);
  });
});

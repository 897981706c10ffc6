import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row } from "../../support/program";

const list: Row = {
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  name: "offices",
  props: { entries: [{ cidr: "10.0.0.0/8" }] },
};

function entry(prefixListId: string | ReturnType<typeof pending>): Row {
  const type = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
  return { type, name: "entry", props: { prefixListId, cidr: "0.0.0.0/0" } };
}

function entriesOf(rows: readonly Row[]): readonly unknown[] {
  return program(rows).prefixLists.flatMap(({ entries }) =>
    isUnknown(entries) ? ["?"] : (entries ?? []).map((cidr) => (isUnknown(cidr) ? "?" : cidr)),
  );
}

describe("prefix lists", () => {
  it("hold their inline entries", () => assert.deepEqual(entriesOf([list]), ["10.0.0.0/8"]));
  it("hold what separate entries add", () =>
    assert.deepEqual(entriesOf([list, entry(pending("offices"))]), ["10.0.0.0/8", "0.0.0.0/0"]));
  it("outside the program hold what it adds, and others that are not known", () =>
    assert.deepEqual(entriesOf([entry("pl-1")]), ["0.0.0.0/0", "?"]));
});

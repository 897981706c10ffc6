import assert from "node:assert/strict";
import { permissions } from "../../audit/permissions";
import { Calls } from "../../audit/read/calls";
import { readRegion } from "../../audit/read/region";
import { stubClients } from "./read/stub-clients";
import { region, secureAccount } from "./secure-account";

const actions = permissions.map(({ action }) => action);

describe("permissions", () => {
  for (const action of actions) {
    it(`${action} only reads`, () => {
      assert.match(action, /^[a-z0-9-]+:(Describe|List|Get)[A-Za-z]+$/);
    });
  }

  it("name each call once, with what it is for", () => {
    assert.equal(new Set(actions).size, actions.length);
    assert.ok(permissions.every(({ why }) => why.length > 5));
  });

  it("are the calls that an account with one of everything takes, and the names that they are told under", async () => {
    const stub = stubClients(secureAccount);
    const told = new Set<string>();
    const { unread } = await readRegion(
      region,
      stub.clients,
      new Calls({ concurrency: 10, onCall: (call) => told.add(call) }),
    );
    assert.deepEqual(unread, []);
    assert.deepEqual([...stub.actions].sort(), [...actions].sort());
    assert.deepEqual([...told].sort(), [...actions].sort());
  });
});

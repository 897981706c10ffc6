import assert from "node:assert/strict";
import { type CheckedArguments, checkArguments } from "../../components";
import { ArgumentError } from "../../components/shared/arguments";

describe("checkArguments", () => {
  const rows: [component: string, args: object, message: string | undefined][] = [
    ["SecureTable", { hashKey: "id" }, undefined],
    ["SecureTable", {}, 'SecureTable "orders": hashKey is missing'],
    [
      "SecureDatabase",
      {},
      'checkArguments: component is "SecureDatabase", but must be one of "IsolatedNetwork", "SecureInstance", ' +
        '"SecureCluster", "SecureTable".',
    ],
    ["toString", {}, 'checkArguments: component is "toString"'],
  ];
  for (const [component, args, message] of rows) {
    it(`${message === undefined ? "takes" : "refuses"} ${component} with ${JSON.stringify(args)}`, () => {
      // As a program without types can call it.
      const check = () => checkArguments(component as "SecureTable", "orders", args as CheckedArguments["SecureTable"]);
      if (message === undefined) {
        check();
        return;
      }
      assert.throws(check, (error) => error instanceof ArgumentError && error.message.startsWith(message));
    });
  }
});

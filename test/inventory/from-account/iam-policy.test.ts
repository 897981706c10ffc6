import assert from "node:assert/strict";
import { iamPolicy } from "../../../inventory/from-account/iam-policy";

describe("from-account: IAM policy", () => {
  for (const document of ["{}", { Version: "2012-10-17", Statement: [] }]) {
    it(`maps a document that is ${typeof document === "string" ? "a text" : "an object"}, of no region`, () => {
      assert.deepEqual(iamPolicy({ id: "arn:policy", name: "connect", document }), {
        id: "arn:policy",
        name: "connect",
        identifiers: ["arn:policy"],
        document,
      });
    });
  }
});

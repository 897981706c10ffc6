import assert from "node:assert/strict";
import fs from "node:fs";
import { adaptors, routeTargetTypes } from "../../../inventory/from-pulumi-aws";

describe("the type tokens", () => {
  for (const token of [...Object.keys(adaptors), ...Object.keys(routeTargetTypes)]) {
    it(`${token} is one of the aws provider's`, () => {
      const file = require.resolve(`@pulumi/aws/${token.split(":")[1]}.js`);
      assert.ok(fs.readFileSync(file, "utf8").includes(`__pulumiType = '${token}'`));
    });
  }
});

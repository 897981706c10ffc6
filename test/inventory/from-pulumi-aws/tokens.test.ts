import assert from "node:assert/strict";
import fs from "node:fs";
import { awsAdaptors, routeTargetTypes } from "../../../inventory/from-pulumi-aws";

/** Types that older versions of the provider had. */
const gone = ["aws:rds/securityGroup:SecurityGroup"];

describe("the type tokens", () => {
  const tokens = [...Object.keys(awsAdaptors), ...Object.keys(routeTargetTypes)];
  for (const token of tokens.filter((candidate) => !gone.includes(candidate))) {
    it(`${token} is one of the aws provider's`, () => {
      const file = require.resolve(`@pulumi/aws/${token.split(":")[1]}.js`);
      assert.ok(fs.readFileSync(file, "utf8").includes(`__pulumiType = '${token}'`));
    });
  }
});

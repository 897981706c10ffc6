import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { assertGates, assertLean, emptyFolder, npmInstall, removeFolder, succeed } from "./consumer";

describe("the policy pack's tarball, installed into an empty folder outside the checkout", () => {
  const folder = emptyFolder();

  before(async () => {
    await succeed("npm", ["pack", "./policy-pack", "--pack-destination", folder]);
    const [tarball = "", ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    await npmInstall(folder, join(folder, tarball));
  });

  after(() => removeFolder(folder));

  it("brings neither TypeScript nor the AWS SDK of Pulumi along", () => assertLean(folder));

  it("blocks a preview of the insecure example as the checkout's pack does", () =>
    assertGates(join(folder, "node_modules/aws-secure-database-policy-pack")));
});

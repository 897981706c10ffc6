import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownCredentials } from "../../../audit/read/credentials";
import { failureOf } from "../../../audit/read/failure";

const config = `[profile half]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE

[profile process]
credential_process = /bin/sh -c "echo hunter2 >&2; exit 1" --password hunter2

[profile orphan]
role_arn = arn:aws:iam::111122223333:role/a
source_profile = nobody

[profile whole]
aws_access_key_id = AKIAI44QH8DHBEXAMPLE
aws_secret_access_key = none
`;

describe("the credentials of an audit", () => {
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-"));
  const original = { ...process.env };
  const { warn } = console;
  const warnings: unknown[] = [];

  before(() => {
    writeFileSync(join(folder, "config"), config);
    Object.assign(process.env, {
      AWS_CONFIG_FILE: join(folder, "config"),
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "none",
    });
    console.warn = (...words) => warnings.push(words);
  });
  afterEach(() => {
    delete process.env.AWS_PROFILE;
  });
  after(() => {
    process.env = original;
    console.warn = warn;
    rmSync(folder, { recursive: true });
  });

  for (const name of ["half", "process", "orphan"]) {
    for (const way of ["--profile", "AWS_PROFILE"]) {
      it(`of ${way} ${name} name it, and no command line`, async () => {
        if (way === "AWS_PROFILE") {
          process.env.AWS_PROFILE = name;
        }
        const credentials = ownCredentials("eu-west-1", way === "AWS_PROFILE" ? undefined : name);
        await assert.rejects(credentials(), (error: Error) => {
          assert.equal(failureOf(error)?.outcome, "credentials");
          assert.match(error.message, new RegExp(`^of profile "${name}": \\S`));
          assert.doesNotMatch(error.message, /hunter2|bin/);
          return true;
        });
      });
    }
  }

  it("are those of the profile where there are keys in the environment too, without a warning", async () => {
    const { accessKeyId } = await ownCredentials("eu-west-1", "whole")();
    process.env.AWS_PROFILE = "whole";
    assert.equal((await ownCredentials("eu-west-1")()).accessKeyId, accessKeyId);
    assert.equal(accessKeyId, "AKIAI44QH8DHBEXAMPLE");
    assert.deepEqual(warnings, []);
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { savedText } from "../../audit/saved";
import { folderWith } from "./run";

/** Runs the command line in a process of its own, with the shell's redirections. */
function redirected(line: string) {
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", `exec "$0" -r ts-node/register/transpile-only cli/cli.ts ${line}`, process.execPath],
    {
      encoding: "utf8",
      env: { ...process.env, AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "none", DEBUG: "" },
    },
  );
  return { status, stdout, stderr };
}

const token = "token --host db.abc.eu-west-1.rds.amazonaws.com --user app";

const files = folderWith({
  "inventory.json":
    savedText.head(new Date(0)) +
    savedText.scope({ place: { region: "eu-west-1" }, error: "a test" }, true) +
    savedText.end(),
  "exceptions.yaml": `exceptions:
  - {id: EXC-1, controls: [rds-instance-not-public], resources: ["arn:aws:rds:*"], reason: a demo, owner: a team, expires: 2026-01-31}
`,
});

describe("aws-secure-database on a full disk", function () {
  // Each test starts processes that compile the command line.
  this.timeout(180_000);

  before(function () {
    if (!existsSync("/dev/full")) {
      this.skip();
    }
  });

  for (const line of ["audit --from FILE --output json=-", "audit permissions", token, "--help"]) {
    it(`${line}: says that standard output cannot be written`, () => {
      assert.deepEqual(redirected(`${line.replace("FILE", files.path("inventory.json"))} > /dev/full`), {
        status: 73,
        stdout: "",
        stderr: "error: standard output cannot be written: its disk is full\n",
      });
    });
  }

  it("keeps its answer and its exit code where messages cannot be written", () => {
    const [saved, exceptions] = [files.path("inventory.json"), files.path("exceptions.yaml")];
    const { status, stdout } = redirected(`audit --from ${saved} --exceptions ${exceptions} 2> /dev/full`);
    assert.equal(status, 2);
    assert.match(stdout, /COULD NOT BE READ/);
    assert.equal(redirected("audit permissions > /dev/full 2> /dev/full").status, 73);
  });

  it("takes a reader that has seen enough for no error", () => {
    assert.deepEqual(redirected("audit permissions | head -c 1"), { status: 0, stdout: "{", stderr: "" });
  });
});

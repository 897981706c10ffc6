import assert from "node:assert/strict";
import { controls } from "../../controls";
import { folderWith, run } from "./run";

describe("aws-secure-database config", () => {
  const folder = folderWith({
    "right.json": '{"all": "advisory", "rds-instance-backup-retention": {"minimumDays": 14}}',
    "idle.json": '{"all": "advisory",\n"rds-instance-port": "mandatory"}',
    "wrong.json": '{\n"all": "off",\n"rds-instance-multi\\u001b[31m": "mandatory"\n}',
  });

  it("check: a file that is right", async () => {
    const file = folder.path("right.json");
    const { code, stdout, stderr } = await run(["config", "check", file]);
    assert.deepEqual([code, stdout, stderr], [0, `${file}: right\n`, ""]);
  });

  it("check: a file that is wrong, without letting it steer the terminal", async () => {
    const file = folder.path("wrong.json");
    const { code, stdout, stderr } = await run(["config", "check", file]);
    assert.deepEqual(
      [code, stdout, stderr],
      [
        1,
        `${file}:2: error: all is "off"; an enforcement level is one of advisory, mandatory, remediate, disabled.\n` +
          `${file}:3: error: ["rds-instance-multi\\u001b[31m"] is not a control, and Pulumi would ignore it silently; ` +
          "`npx aws-secure-database controls` lists them. Did you mean rds-instance-multi-az?\n",
        "",
      ],
    );
  });

  it("check: warnings do not fail", async () => {
    const file = folder.path("idle.json");
    const { code, stdout, stderr } = await run(["config", "check", file]);
    assert.deepEqual(
      [code, stdout, stderr],
      [
        0,
        `${file}:2: warning: rds-instance-port does nothing: the control is off by default; ` +
          "set its option `enabled` to true, or its level to disabled.\n",
        "",
      ],
    );
  });

  it("schema: prints a schema of the whole catalogue", async () => {
    const { code, stdout } = await run("config schema");
    const { definitions } = JSON.parse(stdout);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(definitions), ["all", ...controls.map(({ id }) => id)]);
  });

  const wrong: readonly [line: string, stderr: string][] = [
    ["config check", "error: missing required argument 'file'\n"],
    ["config check missing.json", "error: cannot read missing.json: there is no such file or folder\n"],
    ["config check .", "error: cannot read .: it is a folder\n"],
    ["config check a b", "error: too many arguments for 'check'. Expected 1 argument but got 2.\n"],
    ["config chek", "error: unknown command 'chek'\n(Did you mean check?)\nThe commands are check, schema.\n"],
    ["config check --strict x", "error: unknown option '--strict'\nIt has no options.\n"],
  ];
  for (const [line, expected] of wrong) {
    it(`${line}: wrong usage`, async () => {
      const { code, stdout, stderr } = await run(line);
      assert.deepEqual([code, stdout, stderr], [64, "", expected]);
    });
  }
});

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { controls } from "../../controls";
import { folderWith, run } from "./run";

const orders = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";
const legacy = "urn:pulumi:dev::shop::aws:rds/instance:Instance::legacy";
const now = "2026-11-24T12:00:01Z";

const good = `exceptions:
  - id: EXC-1
    controls: [rds-instance-multi-az]
    resources: ["urn:pulumi:dev::shop::*::orders"]
    reason: no standby in development
    owner: team shop
    expires: 2027-01-31
`;

const expired = `  - id: EXC-2
    controls: [rds-instance-not-public]
    resources: ["*::legacy"]
    reason: migration
    owner: team shop
    expires: 2026-10-31
`;

/** One of each fault. */
const faulty = `${good}${expired}  - id: EXC-3
    controls: [rds-instance-not-public]
    resources: ["*::gone"]
    reason: migration
    owner: team shop
    expires: 2026-12-01
  - id: all
    controls: [rds-instance-multiaz]
    resources: [orders]
    reason: " "
    expires: 2027-02-30
  - id: EXC-1
    controls: []
    resources: []
    reason: again
    onwer: team shop
    owner: team shop
    expires: soon
  - EXC-9
`;

const listing = "`npx aws-secure-database controls` lists them.";
const date = "the date of the last day on which it holds, such as 2027-01-31";

const faults = [
  "13: error: exception EXC-2 of team shop expired on 2026-10-31; mend what it excepts and remove it, or agree on a new date.",
  "16: warning: exception EXC-3: *::gone matches no resource of the stacks given; correct it, or remove it.",
  "19: warning: exception EXC-3 of team shop expires in 7 days, on 2026-12-01; mend what it excepts, or agree on a new date.",
  "20: error: exception all has no owner; it needs a text of at most 150 characters that says who answers for it.",
  '20: error: exception all: id is "all"; it must be a name of letters, digits, "-", "." and "_" other than "all".',
  `21: error: exception all: controls[0] is "rds-instance-multiaz", which is not a control; ${listing} Did you mean rds-instance-multi-az?`,
  '22: error: exception all: resources[0] is "orders"; it must be a URN, an ARN, an AWS id or a glob such as urn:pulumi:prod::shop::*::orders.',
  '23: error: exception all: reason is " "; it must be a text of at most 1500 characters that says why it is right.',
  `24: error: exception all: expires is "2027-02-30", a day that does not exist; it must be ${date}.`,
  "25: error: exception EXC-1 stands here for the second time, first in line 2; each needs an id of its own.",
  "26: error: exception EXC-1 has an empty list of controls; it must name at least one.",
  "27: error: exception EXC-1 has an empty list of resources; it must name at least one.",
  '29: error: exception EXC-1 has the unknown key "onwer"; its keys are id, controls, resources, reason, owner, expires, ticket. Did you mean owner?',
  `31: error: exception EXC-1: expires is "soon"; it must be ${date}.`,
  '32: error: exceptions[5] is "EXC-9"; it must have the keys id, controls, resources, reason, owner, expires, ticket.',
];

describe("aws-secure-database exceptions", () => {
  const { path } = folderWith({
    "good.yaml": good,
    "expired.yaml": good + expired,
    "faulty.yaml": faulty,
    "urn.yaml": good.replace('"urn:pulumi:dev::shop::*::orders"', orders),
    "stack.json": JSON.stringify({ version: 3, deployment: { resources: [{ urn: orders }, { urn: legacy }] } }),
    "preview.json": JSON.stringify({ steps: [{ op: "create", urn: orders }] }, undefined, 4),
    "events.json": `${JSON.stringify({ resourcePreEvent: { metadata: { urn: orders } } })}\n`,
    "version-1.json": '{"all": "advisory", "environments": ["shop/prod"]}',
    "wrong.json": '{"version": 2, "policy": {}}',
  });
  const at = (line: string, env: NodeJS.ProcessEnv = {}) =>
    run(
      line.split(" ").map((word) => (/\.(yaml|json)$/.test(word) ? path(word) : word)),
      { now, env: { PATH: path("nowhere"), ...env } },
    );
  const problems = (file: string, lines: readonly string[]) => lines.map((line) => `${path(file)}:${line}\n`).join("");
  const noPulumi = "note: no pulumi on PATH tells its version; the file needs Pulumi 3.274.0 or newer.\n";

  it("check: a file that is right", async () => {
    const { code, stdout, stderr } = await at("exceptions check good.yaml --stack-export stack.json");
    assert.deepEqual([code, stdout, stderr], [0, `${path("good.yaml")}: right, 1 exception\n`, ""]);
  });

  it("check: a file with one of each fault", async () => {
    const { code, stdout, stderr } = await at("exceptions check faulty.yaml --stack-export stack.json");
    assert.deepEqual([code, stdout, stderr], [1, problems("faulty.yaml", faults), ""]);
  });

  it("check: warnings alone do not fail, several stacks count together", async () => {
    const file = path("warned.yaml");
    writeFileSync(file, good.replace("2027-01-31", "2026-12-24").replace("::orders", "::gone"));
    const { code, stdout } = await at("exceptions check warned.yaml --stack-export stack.json --preview preview.json");
    assert.deepEqual(
      [code, stdout],
      [
        0,
        problems("warned.yaml", [
          "4: warning: exception EXC-1: urn:pulumi:dev::shop::*::gone matches no resource of the stacks given; correct it, or remove it.",
        ]),
      ],
    );
  });

  const compiled = {
    version: 2,
    policies: { all: "advisory" },
    environments: ["shop/prod"],
    exceptions: {
      "EXC-1": {
        reason: "no standby in development (owner team shop, until 2027-01-31)",
        match: [{ policies: ["rds-instance-multi-az"], targets: [orders] }],
      },
    },
  };

  for (const source of ["--stack-export stack.json", "--preview preview.json", "--preview events.json"]) {
    it(`compile: resolves globs by ${source}`, async () => {
      const { code, stdout, stderr } = await at(`exceptions compile good.yaml --config version-1.json ${source}`);
      assert.deepEqual([code, JSON.parse(stdout), stderr], [0, compiled, noPulumi]);
    });
  }

  it("compile: needs no stack for whole URNs, and no configuration", async () => {
    const { code, stdout } = await at("exceptions compile urn.yaml --pulumi-version v3.274.1");
    const { version, exceptions } = compiled;
    assert.deepEqual([code, JSON.parse(stdout)], [0, { version, policies: {}, exceptions }]);
  });

  it("compile: leaves out what has expired, and names it", async () => {
    const line = "exceptions compile expired.yaml --stack-export stack.json --pulumi-version 3.274.0";
    const { code, stdout, stderr } = await at(line);
    assert.deepEqual(
      [code, Object.keys(JSON.parse(stdout).exceptions), stderr],
      [0, ["EXC-1"], "note: exception EXC-2 expired on 2026-10-31 and is left out.\n"],
    );
  });

  it("compile: writes to --output, which config check finds right", async () => {
    const line = "exceptions compile good.yaml --config version-1.json --stack-export stack.json --output out.json";
    const { code, stdout } = await at(line);
    assert.deepEqual([code, stdout], [0, ""]);
    assert.deepEqual(JSON.parse(readFileSync(path("out.json"), "utf8")), compiled);
    assert.equal((await at("config check out.json")).code, 0);
  });

  it("compile: onto the configuration itself, takes out what was removed from the file, and names it", async () => {
    const line = "exceptions compile twice.yaml --config pack.json --pulumi-version 3.274.1 --output pack.json";
    const entry = good.replace('"urn:pulumi:dev::shop::*::orders"', orders);
    const second = entry.replace("exceptions:\n", "").replace("EXC-1", "EXC-2");
    writeFileSync(path("pack.json"), '{"all": "advisory"}');
    writeFileSync(path("twice.yaml"), entry + second);
    assert.deepEqual((await at(line)).stderr, "");
    writeFileSync(path("twice.yaml"), entry);
    assert.equal(
      (await at(line)).stderr,
      "note: exception EXC-2 of the configuration has no entry in the file of exceptions, so no owner and no expiry, and is left out.\n",
    );
    const { policies, exceptions } = JSON.parse(readFileSync(path("pack.json"), "utf8"));
    assert.deepEqual([policies, Object.keys(exceptions)], [{ all: "advisory" }, ["EXC-1"]]);
  });

  it("check and compile say that a control cannot be about a whole URN, without a stack", async () => {
    const table = good.replace("::*::orders", "::aws:dynamodb/table:Table::orders");
    writeFileSync(path("table.yaml"), table);
    const sentence =
      "exception EXC-1: rds-instance-multi-az is about none of the resources that it matches; correct one of them, or remove it.";
    const checked = await at("exceptions check table.yaml");
    assert.deepEqual([checked.code, checked.stdout], [0, problems("table.yaml", [`2: warning: ${sentence}`])]);
    const { code, stderr } = await at("exceptions compile table.yaml --pulumi-version 3.274.1");
    assert.deepEqual([code, stderr], [0, `note: ${sentence}\n`]);
  });

  it("compile: a full disk is one sentence", async () => {
    const { code, stderr } = await at("exceptions compile urn.yaml --pulumi-version 3.274.1 --output /dev/full");
    assert.deepEqual([code, stderr], [73, "error: /dev/full cannot be written: its disk is full\n"]);
  });

  const refused: readonly [line: string, code: number, stderr: () => string][] = [
    [
      "exceptions compile faulty.yaml --stack-export stack.json",
      1,
      () =>
        problems(
          "faulty.yaml",
          faults.filter((fault) => !/expired|warning/.test(fault)),
        ),
    ],
    [
      "exceptions compile good.yaml --stack-export stack.json --config wrong.json",
      1,
      () =>
        problems("wrong.json", [
          "1: error: policy is not a key of a version 2 file; its keys are version, policies, exceptions, environments.",
        ]),
    ],
    [
      "exceptions compile good.yaml --stack-export stack.json --pulumi-version 3.259.0",
      1,
      () => "error: Pulumi 3.259.0 cannot read exceptions from a configuration file; 3.274.0 or newer is needed.\n",
    ],
    [
      "exceptions compile good.yaml --pulumi-version latest",
      64,
      () => "error: option '--pulumi-version <version>' argument 'latest' is invalid. A version looks like 3.274.1.\n",
    ],
    [
      "exceptions compile good.yaml",
      64,
      () =>
        `error: ${path("good.yaml")}:2: exception EXC-1 has a glob; give --stack-export or --preview to resolve it\n`,
    ],
    [
      "exceptions cloud good.yaml --stack-export preview.json",
      64,
      () =>
        `error: cannot read ${path("preview.json")}: it has no deployment; give it the output of \`pulumi stack export\`\n`,
    ],
    [
      "exceptions check good.yaml --preview stack.json",
      64,
      () =>
        `error: cannot read ${path("stack.json")}: it has no steps; give it the output of \`pulumi preview --json\`\n`,
    ],
    [
      "exceptions check missing.yaml",
      64,
      () => `error: cannot read ${path("missing.yaml")}: there is no such file or folder\n`,
    ],
    [
      "exceptions compile urn.yaml --pulumi-version 3.274.1 --output nowhere/out.json",
      73,
      () => `error: ${path("nowhere/out.json")} cannot be written: its folder does not exist; make it first\n`,
    ],
    ...["--output good.yaml --stack-export stack.json", "--stack-export good.yaml --output good.yaml"].map(
      (options): [string, number, () => string] => [
        `exceptions compile good.yaml ${options}`,
        64,
        () =>
          `error: --output is ${path("good.yaml")}, the file that the argument FILE names too and that would be lost; it must be another file\n`,
      ],
    ),
    [
      "exceptions compile good.yaml --stack-export stack.json --output stack.json",
      64,
      () =>
        `error: --output is ${path("stack.json")}, the file that --stack-export names too and that would be lost; it must be another file\n`,
    ],
    [
      "exceptions aprove good.yaml",
      64,
      () => "error: unknown command 'aprove'\nThe commands are check, compile, cloud, schema.\n",
    ],
    [
      "exceptions check --stack good.yaml",
      64,
      () => "error: unknown option '--stack'\nThe options are --stack-export, --preview.\n",
    ],
  ];
  for (const [line, code, stderr] of refused) {
    it(`${line}: refused`, async () => {
      const result = await at(line);
      assert.deepEqual([result.code, result.stdout, result.stderr], [code, "", stderr()]);
    });
  }

  /** A folder for PATH with a pulumi that says a version. */
  const pathWith = (answer: string) => {
    const bin = path(`bin-${answer}`);
    mkdirSync(bin, { recursive: true });
    const file = join(bin, "pulumi");
    writeFileSync(file, `#!${process.execPath}\nif (process.argv[2] === "version") console.log("${answer}");\n`);
    chmodSync(file, 0o755);
    return `${bin}:${dirname(process.execPath)}`;
  };
  const versions: readonly [answer: string, code: number, stderr: string][] = [
    ["v3.274.1", 0, ""],
    [
      "v3.259.0",
      1,
      "error: Pulumi v3.259.0 cannot read exceptions from a configuration file; 3.274.0 or newer is needed.\n",
    ],
    ["dev", 0, 'note: the pulumi on PATH is of version "dev"; the file needs Pulumi 3.274.0 or newer.\n'],
  ];
  for (const [answer, code, expected] of versions) {
    it(`compile: with pulumi ${answer} on PATH ends with ${code}`, async () => {
      const result = await at("exceptions compile urn.yaml", { PATH: pathWith(answer) });
      assert.deepEqual([result.code, result.stderr, result.stdout === ""], [code, expected, code !== 0]);
    });
  }

  it("cloud: prints one body a line", async () => {
    const line = "exceptions cloud expired.yaml --stack-export stack.json --policy-pack databases";
    const { code, stdout, stderr } = await at(line);
    assert.equal(code, 0);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split("\n")
        .map((body) => JSON.parse(body)),
      [
        {
          policyPack: "databases",
          match: [{ policies: ["rds-instance-multi-az"], targets: [orders] }],
          reason: "EXC-1: no standby in development (owner team shop, until 2027-01-31)",
          expiresInSeconds: (68 * 24 + 11) * 3600,
        },
      ],
    );
    assert.equal(stderr, "note: exception EXC-2 expired on 2026-10-31 and is left out.\n");
  });

  it("cloud: prints nothing of a file with faults", async () => {
    const { code, stdout } = await at("exceptions cloud faulty.yaml --stack-export stack.json");
    assert.deepEqual([code, stdout], [1, ""]);
  });

  it("schema: prints a schema that names every control", async () => {
    const { code, stdout } = await at("exceptions schema");
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(stdout).properties.exceptions.items.properties.controls.items.enum,
      controls.map(({ id }) => id),
    );
  });

  for (const command of ["check", "compile", "cloud"]) {
    it(`${command} --help names its exit codes`, async () => {
      const { code, stdout } = await at(`exceptions ${command} --help`);
      assert.equal(code, 0);
      assert.match(stdout, /^Exit codes:\n {2}0 .*\n {2}1 .*\n {2}64 .*\n {2}70 /m);
    });
  }
});

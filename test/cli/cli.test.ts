import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { CannotAudit } from "../../audit/read/cannot-audit";
import type { Audit } from "../../cli/audit-command";
import { clean, troubled } from "../support/report";
import { run } from "./run";

const audit = async () => troubled;

describe("aws-secure-database", () => {
  it("--version is the package's", async () => {
    const { code, stdout } = await run("--version");
    assert.equal(code, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it("--help lists the commands", async () => {
    const { code, stdout } = await run("--help");
    assert.equal(code, 0);
    assert.match(stdout, /^ {2}audit \[options\]/m);
  });

  it("audit --help says of wrong usage what docs/audit.md says", async () => {
    const [, documented = ""] = /^\| 64 +\| (.*?) +\|$/m.exec(readFileSync("docs/audit.md", "utf8")) ?? [];
    assert.match(documented, /nothing to ask/);
    assert.ok((await run("audit --help")).stdout.includes(`  64  ${documented}\n`));
  });

  it("audit help is help audit", async () => {
    const [{ code, stdout }, other] = [await run("audit help"), await run("help audit")];
    assert.deepEqual([code, stdout], [0, other.stdout]);
    assert.match(stdout, /^Usage: aws-secure-database audit /);
    assert.match((await run("audit help permissions")).stdout, /^Usage: aws-secure-database audit permissions /);
  });

  const profiles = {
    AWS_CONFIG_FILE: "test/cli/profiles/config",
    AWS_SHARED_CREDENTIALS_FILE: "test/cli/profiles/credentials",
  };
  const options =
    "The options are --region, --account, --organization, --unit, --except, --role-name, --external-id, --profile, " +
    "--control, --severity, --resource, --tag, --config, --exceptions, --stack-export, --project, --root, --baseline, --fail-on, " +
    "--format, --output, --resume, --save, --from, --security-hub.\n";
  const wrong: readonly [string | readonly string[], NodeJS.ProcessEnv, string][] = [
    [
      "frobnicate",
      {},
      "error: unknown command 'frobnicate'\nThe commands are audit, controls, config, exceptions, report, connect, token, activity.\n",
    ],
    ["--nope", {}, "error: unknown option '--nope'\nThe options are --version.\n"],
    ["audit --regoin x", {}, `error: unknown option '--regoin'\n(Did you mean --region?)\n${options}`],
    ...["audit --security-hub", "audit --organization", "audit permissions --security-hub"].map(
      (line): [string, NodeJS.ProcessEnv, string] => {
        const flag = line.split(" ").at(-1);
        return [`${line}=yes`, {}, `error: ${flag} is given a value, and takes none; write ${flag} alone\n`];
      },
    ),
    ["audit", {}, "error: no region: give --region, as in --region us-east-1, or set AWS_REGION\n"],
    ["audit --region", {}, "error: option '--region <region>' argument missing\n"],
    [
      "audit --region mars",
      {},
      "error: option '--region <region>' argument 'mars' is invalid. A region looks like us-east-1.\n",
    ],
    ["audit", { AWS_REGION: "mars" }, "error: AWS_REGION is 'mars'; a region looks like us-east-1\n"],
    [
      "audit",
      { AWS_REGION: "", AWS_DEFAULT_REGION: "us_east_1" },
      "error: AWS_DEFAULT_REGION is 'us_east_1'; a region looks like us-east-1\n",
    ],
    [
      "audit --region us-east-1 --format xml",
      {},
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, csv, markdown, sarif, junit, asff, ocsf, html.\n",
    ],
    [
      "audit --region us-east-1 --fail-on Low",
      {},
      "error: option '--fail-on <severity>' argument 'Low' is invalid. " +
        "Allowed are low, medium, high, critical, and each after new:, as in new:high. Did you mean low?\n",
    ],
    ["audit --region all --region eu-west-1", {}, "error: --region is all and eu-west-1 too; give one or the other\n"],
    [
      "audit --region eu-west-1 --account 12",
      {},
      "error: option '--account <id>' argument '12' is invalid. An account's id is 12 digits.\n",
    ],
    [
      "audit --region eu-west-1 --unit ou-ab12-11111111",
      {},
      "error: --unit is given without --organization, of which it is a part; add --organization\n",
    ],
    [
      "audit --region eu-west-1 --organization --unit 12",
      {},
      "error: option '--unit <id>' argument '12' is invalid. " +
        "An organizational unit looks like ou-ab12-11111111, a root like r-ab12.\n",
    ],
    [
      "audit --region eu-west-1 --organization --except x",
      {},
      "error: option '--except <id>' argument 'x' is invalid. " +
        "It must be an account's id of 12 digits or an organizational unit such as ou-ab12-11111111.\n",
    ],
    [
      "audit --region eu-west-1 --role-name auditor",
      {},
      "error: --role-name is given, and no account in which a role is assumed; add --account or --organization\n",
    ],
    [
      "audit --region eu-west-1 --account 111122223333 --role-name arn:aws:iam::1:role/a",
      {},
      "error: option '--role-name <name>' argument 'arn:aws:iam::1:role/a' is invalid. " +
        "It must be the name of a role, with its path if it has one, and no ARN.\n",
    ],
    [
      "audit --region eu-west-1 --control rds-instance-multiaz",
      {},
      "error: option '--control <id>' argument 'rds-instance-multiaz' is invalid. " +
        "There is no such control. Did you mean rds-instance-multi-az?\n",
    ],
    [
      "audit --region eu-west-1 --severity mild",
      {},
      "error: option '--severity <severity>' argument 'mild' is invalid. " +
        "Allowed choices are low, medium, high, critical.\n",
    ],
    [
      "audit --region eu-west-1 --severity criticall",
      {},
      "error: option '--severity <severity>' argument 'criticall' is invalid. " +
        "Allowed choices are low, medium, high, critical. Did you mean critical?\n",
    ],
    [
      "audit --region eu-west-1 --fail-on new:hihg",
      {},
      "error: option '--fail-on <severity>' argument 'new:hihg' is invalid. " +
        "Allowed are low, medium, high, critical, and each after new:, as in new:high. Did you mean high?\n",
    ],
    [
      "audit --region eu-west-1 --output sarf=a",
      {},
      "error: option '--output <format=file>' argument 'sarf=a' is invalid. The formats are text, json, csv, markdown, " +
        "sarif, junit, asff, ocsf, html, as in html=audit.html. Did you mean sarif?\n",
    ],
    [
      "audit --region eu-west-1",
      { AWS_ENDPOINT_URL: "localhost:4566" },
      "error: AWS_ENDPOINT_URL is 'localhost:4566'; it must be a URL that begins with http:// or https://, as in http://localhost:4566\n",
    ],
    [
      "audit --region eu-west-1",
      { HTTPS_PROXY: "nonsense" },
      "error: HTTPS_PROXY is 'nonsense'; it must be a URL that begins with http:// or https://, as in http://proxy.example.com:3128\n",
    ],
    [
      "audit --region eu-west-1",
      { https_proxy: "me:secret@proxy:3128", HTTPS_PROXY: "http://proxy:3128" },
      "error: https_proxy is '...@proxy:3128'; it must be a URL that begins with http:// or https://, as in http://proxy.example.com:3128\n",
    ],
    [
      "audit --region eu-west-1",
      { AWS_ENDPOINT_URL_RDS: "ftp://me:secret@rds" },
      "error: AWS_ENDPOINT_URL_RDS is '...@rds'; it must be a URL that begins with http:// or https://, as in http://localhost:4566\n",
    ],
    [
      "audit --region eu-west-1 --profile prodution",
      profiles,
      "error: --profile is 'prodution', a profile that is neither in test/cli/profiles/config nor in " +
        "test/cli/profiles/credentials; they have billing, default, production. Did you mean production?\n",
    ],
    [
      "audit --region eu-west-1",
      { ...profiles, AWS_PROFILE: "nobody" },
      "error: AWS_PROFILE is 'nobody', a profile that is neither in test/cli/profiles/config nor in " +
        "test/cli/profiles/credentials; they have billing, default, production.\n",
    ],
    [
      "audit --region eu-west-1",
      { ...profiles, AWS_PROFILE: "nobody", AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "none" },
      "error: AWS_PROFILE is 'nobody', a profile that is neither in test/cli/profiles/config nor in " +
        "test/cli/profiles/credentials; they have billing, default, production.\n",
    ],
    [
      "audit --region eu-west-1 --profile p",
      { AWS_CONFIG_FILE: "none/config", AWS_SHARED_CREDENTIALS_FILE: "none/credentials" },
      "error: --profile is 'p', a profile that is neither in none/config nor in none/credentials; they have none.\n",
    ],
    [
      "audit --region eu-west-1 --profile prodution",
      { ...profiles, AWS_CONFIG_FILE: profiles.AWS_SHARED_CREDENTIALS_FILE },
      "error: --profile is 'prodution', a profile that is not in test/cli/profiles/credentials; it has billing.\n",
    ],
    [
      "audit --region eu-west-1 --tag production",
      {},
      "error: option '--tag <key=value>' argument 'production' is invalid. A tag looks like environment=production.\n",
    ],
    [
      "audit --region eu-west-1 --fail-on new:high",
      {},
      "error: --fail-on is of new findings, and no --baseline says which are known; add --baseline\n",
    ],
    ...[
      "region eu-west-1",
      "account 111122223333",
      "organization",
      "profile p",
      "save f",
      "resume f",
      "security-hub",
    ].map((option): [string, NodeJS.ProcessEnv, string] => [
      `audit --from none.json --${option}`,
      {},
      `error: --from and --${option.split(" ")[0]} are both given; what --from names was read already\n`,
    ]),
    ["audit --from none.json", {}, "error: cannot read none.json of --from: there is no such file or folder\n"],
    [
      "audit permissions --format organization --security-hub",
      {},
      "error: --security-hub adds nothing to --format organization; leave it out\n",
    ],
    ["audit permissions --role-name auditor", {}, "error: --role-name adds nothing to --format json; leave it out\n"],
    ...["--role-name Foo", "--security-hub", "--format json"].map((option): [string, NodeJS.ProcessEnv, string] => [
      `audit ${option} permissions --format caller`,
      {},
      `error: ${option.split(" ")[0]} is given before permissions, where it is of the audit itself; write it after permissions\n`,
    ]),
    ...["--region eu-west-1", "--fail-on low"].map((option): [string, NodeJS.ProcessEnv, string] => [
      `audit ${option} permissions`,
      {},
      `error: ${option.split(" ")[0]} is given with permissions, which does not take it; leave it out\n`,
    ]),
    [
      "audit permissions --format stackset --role-name ops/auditor",
      {},
      "error: --role-name has a path, which the template cannot give a role; leave the path out\n",
    ],
    [
      "audit permissions --format yaml",
      {},
      "error: option '--format <format>' argument 'yaml' is invalid. Allowed choices are json, caller, organization, stackset.\n",
    ],
    ...(
      [
        ["audit --profile a", "profile", "b"],
        ["audit --resume a", "resume", "b"],
        ["audit --format text", "format", "text"],
        ["audit --fail-on low", "fail-on", "high"],
        ["controls --format csv", "format", "json"],
        ["controls --framework CIS", "framework", "NIST"],
        ["controls --resource proxy", "resource", "table"],
        ["exceptions compile a.yaml --config a", "config", "b"],
        ["exceptions compile a.yaml --output a", "output", "b"],
        ["exceptions compile a.yaml --pulumi-version 3.274.1", "pulumi-version", "3.275.0"],
        ["exceptions cloud a.yaml --policy-pack a", "policy-pack", "b"],
        ["report --output json=- --events a", "events", "a"],
        ["report --output json=- --preview a", "preview", "b"],
        ["report --output json=- --stack-export a", "stack-export", "b"],
        ["report --output json=- --project a", "project", "b"],
        ["report --output json=- --root a", "root", "b"],
      ] as const
    ).map(([line, option, value]): [string, NodeJS.ProcessEnv, string] => [
      `${line} --${option} ${value}`,
      {},
      `error: --${option} is given twice, the second time as '${value}'; it takes one value, once\n`,
    ]),
    ...[
      "audit --region eu-west-1 --save",
      "audit --region eu-west-1 --resume",
      "audit --region eu-west-1 --profile",
      "audit --region eu-west-1 --config",
      "audit --region eu-west-1 --exceptions",
      "audit --region eu-west-1 --stack-export",
      "audit --region eu-west-1 --baseline",
      "audit --from",
      "connect --host db.abc.eu-west-1.rds.amazonaws.com --user app --ca",
      "exceptions compile a.yaml --output",
      "exceptions check a.yaml --preview",
      "report --output json=- --events",
      "report --output json=- --events a --root",
    ].map((line): [readonly string[], NodeJS.ProcessEnv, string] => {
      const words = [...line.split(" "), ""];
      return [words, {}, `error: ${words.at(-2)} is given without a value; give it one, or leave it out\n`];
    }),
    [
      "audit --region us-east-1 --security-hub --security-hub",
      {},
      "error: --security-hub is given twice; once is enough\n",
    ],
    [
      "audit --region us-gov-west-1 --region us-east-1",
      {},
      "error: --region is us-gov-west-1 of partition aws-us-gov and us-east-1 of partition aws; " +
        "credentials are of one partition: audit each by itself\n",
    ],
    [
      "audit --region eu-west-1 --organization --account 111122223333 --except 111122223333",
      {},
      "error: --account and --except both name 111122223333; leave out one of them\n",
    ],
    ...["x", "a b", "a".repeat(1225)].map((id): [readonly string[], NodeJS.ProcessEnv, string] => [
      [..."audit --region eu-west-1 --organization --external-id".split(" "), id],
      {},
      `error: option '--external-id <id>' argument '${id}' is invalid. ` +
        "It must be an external id, 2 to 1224 letters, digits and +=,.@:/-_.\n",
    ]),
    [
      "audit orders --region us-east-1",
      {},
      "error: unexpected argument 'orders'; audit takes options, or the command permissions.\n",
    ],
    [
      "audit permision",
      {},
      "error: unexpected argument 'permision'; audit takes options, or the command permissions. Did you mean permissions?\n",
    ],
  ];
  for (const [line, env, stderr] of wrong) {
    it(`${JSON.stringify(line).slice(0, 120)} ${JSON.stringify(env)}: wrong usage`, async () => {
      const result = await run(line, { env });
      assert.deepEqual([result.code, result.stdout, result.stderr, result.asked], [64, "", stderr, []]);
    });
  }

  it("assumes roles where every account can: in the region of the environment, of the profile or that is asked about", async () => {
    const none = { AWS_CONFIG_FILE: "/none", AWS_SHARED_CREDENTIALS_FILE: "/none" };
    const optIn = "audit --account 111122223333 --region eu-south-1";
    const rows: readonly [string, NodeJS.ProcessEnv, string][] = [
      [optIn, { ...profiles, AWS_REGION: "eu-central-1" }, "eu-central-1"],
      [optIn, { ...profiles, AWS_DEFAULT_REGION: "eu-central-1" }, "eu-central-1"],
      [`${optIn} --profile production`, profiles, "eu-west-1"],
      [optIn, { ...profiles, AWS_PROFILE: "production" }, "eu-west-1"],
      [optIn, profiles, "eu-west-1"],
      [optIn, none, "eu-south-1"],
      [`${optIn} --region us-west-2`, none, "us-west-2"],
      ["audit --region all", profiles, "eu-west-1"],
      ["audit --region all", { ...none, AWS_REGION: "x" }, "us-east-1"],
    ];
    for (const [line, env, expected] of rows) {
      const { asked } = await run(line, { env });
      assert.equal(asked[0]?.homeRegion, expected, `${line} ${JSON.stringify(env)}`);
    }
  });

  it("takes a profile that is there", async () => {
    for (const name of ["production", "billing"]) {
      const { code, asked } = await run(`audit --region eu-west-1 --profile ${name}`, { env: profiles });
      assert.deepEqual([code, asked[0]?.profile], [0, name]);
    }
  });

  it("takes options more than once that collect", async () => {
    const line = "exceptions check none.yaml --preview a --preview b --stack-export a --stack-export b";
    const { stderr } = await run(line);
    assert.equal(stderr, "error: cannot read none.yaml: there is no such file or folder\n");
  });

  it("says which severity fails an audit unless told otherwise", async () => {
    const { stdout } = await run("audit --help");
    assert.match(stdout.replace(/\s+/g, " "), /new:high counts new findings alone \(default: low\)/);
    assert.doesNotMatch(stdout, /\[object|default: \{/);
  });

  it("without a command shows the help as an error", async () => {
    const { code, stdout, stderr } = await run("");
    assert.deepEqual([code, stdout], [64, ""]);
    assert.match(stderr, /^Usage: aws-secure-database /);
  });
});

describe("aws-secure-database audit", () => {
  const regions: readonly [string, NodeJS.ProcessEnv, string][] = [
    ["audit --region eu-west-1", { AWS_REGION: "us-east-1" }, "eu-west-1"],
    ["audit", { AWS_REGION: "us-gov-west-1", AWS_DEFAULT_REGION: "us-east-1" }, "us-gov-west-1"],
    ["audit", { AWS_DEFAULT_REGION: "cn-northwest-1" }, "cn-northwest-1"],
    ["audit --region eusc-de-east-1", {}, "eusc-de-east-1"],
    ["audit --region us-isob-east-1", {}, "us-isob-east-1"],
  ];
  for (const [line, env, region] of regions) {
    it(`${line} ${JSON.stringify(env)} audits ${region}`, async () => {
      const { code, asked } = await run(line, { env });
      assert.equal(code, 0);
      assert.deepEqual(
        asked.map((options) => options.regions),
        [[region]],
      );
    });
  }

  it("writes JSON to stdout, and nothing else anywhere", async () => {
    const { code, stdout, stderr } = await run("audit --region eu-west-1 --format json", { audit });
    assert.deepEqual([code, JSON.parse(stdout), stderr], [2, JSON.parse(JSON.stringify(troubled)), ""]);
  });

  it("fails on low findings unless told otherwise", async () => {
    const low = async () => ({ ...clean, findings: troubled.findings.filter(({ severity }) => severity === "low") });
    assert.equal((await run("audit --region eu-west-1", { audit: low })).code, 1);
    assert.equal((await run("audit --region eu-west-1 --fail-on medium", { audit: low })).code, 0);
  });

  it("does not fail for what is undecided alone", async () => {
    const undecided = async () => ({ ...clean, undecided: troubled.undecided });
    const { code, stdout } = await run("audit --region eu-west-1", { audit: undecided });
    assert.equal(code, 0);
    assert.match(stdout, /^UNDECIDED \(1\)$/m);
  });

  it("says in one sentence why it cannot audit", async () => {
    const refused: Audit = async () => {
      throw new CannotAudit("AWS in eu-west-1 could not be reached.");
    };
    const { code, stdout, stderr } = await run("audit --region eu-west-1", { audit: refused });
    assert.deepEqual([code, stdout, stderr], [2, "", "error: AWS in eu-west-1 could not be reached.\n"]);
  });

  const broken: Audit = async () => {
    throw new TypeError("x is undefined");
  };

  it("shows no stack of a mistake of its own", async () => {
    const { code, stderr } = await run("audit --region eu-west-1", { audit: broken });
    assert.equal(code, 70);
    assert.equal(
      stderr,
      "error: aws-secure-database failed unexpectedly (x is undefined); set DEBUG=1 to see where.\n",
    );
  });

  it("shows the stack with DEBUG", async () => {
    const { code, stderr } = await run("audit --region eu-west-1", { audit: broken, env: { DEBUG: "1" } });
    assert.equal(code, 70);
    assert.match(stderr, /cli\.test\.ts:\d+/);
  });

  const sequence = "\u001b[";
  const busy: Audit = async ({ watch }) => {
    watch?.onCall?.("rds:DescribeDBInstances", { region: "eu-west-1" });
    return troubled;
  };

  it("shows its progress and colours on a terminal, and erases the progress", async () => {
    const { stdout, stderr } = await run("audit --region eu-west-1", { audit: busy, isTTY: true });
    const erase = `${sequence}1G${sequence}2K`;
    assert.equal(stderr, `${erase}Reading eu-west-1, 1 call${erase}`);
    assert.ok(stdout.startsWith(`${sequence}1m${sequence}31mCRITICAL (2)`));
  });

  it("uses no colours under NO_COLOR", async () => {
    const { stdout } = await run("audit --region eu-west-1", { audit: busy, isTTY: true, env: { NO_COLOR: "1" } });
    assert.ok(stdout.startsWith("CRITICAL (2)\n"));
  });

  it("uses neither where the output is no terminal", async () => {
    const { stdout, stderr } = await run("audit --region eu-west-1", { audit: busy });
    assert.equal(stderr, "");
    assert.ok(!stdout.includes(sequence));
  });
});

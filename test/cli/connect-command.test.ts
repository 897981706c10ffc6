import assert from "node:assert/strict";
import { refusalOf } from "../servers/support/token-verifier";
import { folderWith, run } from "./run";

const host = "orders.abc123.eu-west-1.rds.amazonaws.com";
const to = `--host ${host} --user app`;

describe("connect and token", () => {
  const files = folderWith({
    "no.pem": "no certificate",
    config: "[profile failing]\ncredential_process = /bin/false --password hunter2\n",
  });

  const misused: readonly (readonly [line: string, says: RegExp])[] = [
    ["connect --user app", /^error: required option '--host <name>' not specified\n$/],
    [`connect --host ${host}`, /^error: required option '--user <name>' not specified\n$/],
    [`connect ${to} --engine oracle`, /argument 'oracle' is invalid\. Allowed choices are postgres, mysql\.\n$/],
    [`connect ${to} --port 70000`, /argument '70000' is invalid\. It must be a port, from 1 to 65535\.\n$/],
    [`connect ${to} --ca nowhere.pem`, /^error: cannot read nowhere\.pem of --ca: there is no such file or folder\n$/],
    [`connect ${to} --password x`, /^error: unknown option '--password'\nThe options are --host, --user, --engine, /],
    [`connect ${to} --user boss`, /^error: --user is given twice, /],
    [`connect ${to} psql`, /^error: unexpected argument 'psql'; connect takes options only\n$/],
    [`token ${to} psql`, /^error: unexpected argument 'psql'; token takes options only\n$/],
    [
      `token ${to} postgres://app:hunter2@h/db`,
      /^error: unexpected argument '\.\.\.@h\/db'; token takes options only\n$/,
    ],
    [
      "connect --host postgres://app:hunter2@h/db --user app",
      /^error: --host is "\.\.\.@h\/db"; it must be a host name, /,
    ],
    [
      "token --host=postgres://app:hunter2@h/db --user app",
      /^error: --host is "\.\.\.@h\/db"; it must be a host name, /,
    ],
    [`token ${to} --port http://app:hunter2@h`, /^error: option '--port <port>' argument '\.\.\.@h' is invalid\. /],
    [`token ${to} --port=http://app:hunter2@h`, /^error: option '--port <port>' argument '\.\.\.@h' is invalid\. /],
    [`token ${to} --host http://app:hunter2@h`, /^error: --host is given twice, the second time as '\.\.\.@h'; /],
    [
      `connect ${to} --address http://app:hunter2@h`,
      /^error: --address is "\.\.\.@h"; it must be a host name or an IP /,
    ],
    ["connect --host 10.0.0.1 --user app", /^error: --host is "10\.0\.0\.1"; it must be the name /],
    [
      "token --host db.example.com --user app",
      /^error: --region is missing, and the host db\.example\.com names none; /,
    ],
    [
      `connect ${to} --region us-east-1`,
      /^error: --region is "us-east-1"; it must be "eu-west-1", the region in the name of /,
    ],
    [
      `token ${to} --region us-east-1`,
      /^error: --region is "us-east-1"; it must be "eu-west-1", the region in the name of /,
    ],
    [
      `token ${to} --region Frankfurt`,
      /^error: --region is "Frankfurt"; it must be a region, such as "eu-west-1"\.\n$/,
    ],
  ];
  for (const [line, says] of misused) {
    it(`${line}: wrong usage`, async () => {
      const { code, stdout, stderr } = await run(line);
      assert.equal(code, 64);
      assert.equal(stdout, "");
      assert.match(stderr, says);
    });
  }

  for (const command of ["connect", "token"]) {
    it(`${command} names a profile that is not there`, async () => {
      const env = { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
      const { code, stdout, stderr } = await run(`${command} ${to} --profile nowhere`, { env });
      assert.deepEqual([code, stdout], [64, ""]);
      assert.match(stderr, /^error: --profile is 'nowhere', a profile that is not in \/dev\/null; it has none/);
    });
  }

  it("a credential_process that fails is told without its command line", async () => {
    const saved = { ...process.env };
    const env = { AWS_CONFIG_FILE: files.path("config"), AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
    Object.assign(process.env, env);
    try {
      const queue = "https://sqs.eu-west-1.amazonaws.com/111122223333/q";
      for (const line of [`token ${to}`, `activity replay --queue ${queue} --stream s`]) {
        const { stdout, stderr } = await run(`${line} --profile failing`, { env });
        assert.equal(stdout, "");
        assert.match(stderr, /^error: .+ of profile "failing"[^(]* \(its credential_process failed\)/);
      }
    } finally {
      process.env = saved;
    }
  });

  it("a file of authorities that holds none is wrong usage", async () => {
    const file = files.path("no.pem");
    const { code, stderr } = await run(`connect ${to} --ca ${file}`);
    assert.deepEqual([code, stderr], [64, `error: cannot read ${file} of --ca: it is no PEM text of a certificate\n`]);
  });

  it("a region whose authorities do not come with the package: where they are", async () => {
    const { code, stdout, stderr } = await run(
      "connect --host orders.abc123.il-central-1.rds.amazonaws.com --user app",
    );
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^error: The RDS authorities of il-central-1 .+ Download https:\S+il-central-1-bundle\.pem /);
  });

  describe("with credentials in the environment", () => {
    const identity = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret/of+a+user" };
    const given = { AWS_ACCESS_KEY_ID: identity.accessKeyId, AWS_SECRET_ACCESS_KEY: identity.secretAccessKey };
    const removed = ["AWS_PROFILE", "AWS_SESSION_TOKEN"] as const;
    const saved = { ...process.env };
    before(() => {
      Object.assign(process.env, given);
      for (const name of removed) {
        delete process.env[name];
      }
    });
    after(() => {
      process.env = saved;
    });

    const tokens: readonly (readonly [options: string, port: number, region: string, host: string])[] = [
      [to, 5432, "eu-west-1", host],
      [`${to} --engine mysql`, 3306, "eu-west-1", host],
      [`${to} --engine postgres --port 6432`, 6432, "eu-west-1", host],
      ["--host db.example.com --user app --region us-east-1", 5432, "us-east-1", "db.example.com"],
      [
        "--host o.abc.eusc-de-east-1.rds.amazonaws.eu --user app --region eusc-de-east-1",
        5432,
        "eusc-de-east-1",
        "o.abc.eusc-de-east-1.rds.amazonaws.eu",
      ],
      // It needs no authorities.
      [
        "--host o.abc.il-central-1.rds.amazonaws.com --user app",
        5432,
        "il-central-1",
        "o.abc.il-central-1.rds.amazonaws.com",
      ],
    ];
    for (const [options, port, region, name] of tokens) {
      it(`token ${options}: the token alone, for ${name}:${port} in ${region}`, async () => {
        const { code, stdout, stderr } = await run(`token ${options}`);
        assert.deepEqual([code, stderr], [0, ""]);
        const expected = { host: name, port, region, identities: [identity] };
        assert.equal(refusalOf(stdout.replace(/\n$/, ""), "app", expected, new Date()), undefined);
      });
    }
  });
});

import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { Command } from "commander";
import type { Replayed } from "../../activity/replay";
import { addActivityCommand } from "../../cli/activity-command";
import { failure } from "../activity/fakes";
import { folderWith, run } from "./run";

const queue = "--queue https://sqs.eu-central-1.amazonaws.com/111122223333/orders-dead-letters";

describe("activity replay", () => {
  const wrong: readonly (readonly [line: string | readonly string[], message: RegExp])[] = [
    ["activity replay", /required option '--queue <url>' not specified/],
    ["activity replay --queue orders --stream s", /It is no URL of a queue/],
    [`activity replay ${queue}`, /neither --function nor --stream is given/],
    [`activity replay ${queue} --function f --stream s`, /cannot be used with option '--stream/],
    [`activity replay ${queue} --stream s --limit 0`, /It must be a whole number, at least 1/],
    [`activity replay ${queue} --stream s q2`, /unexpected argument 'q2'; replay takes options only/],
    [
      "activity replay --queue https://user:hunter2@sqs.eu-central-1.amazonaws.com/111122223333/q --stream s",
      /argument '\.\.\.@sqs\.eu-central-1\.amazonaws\.com\/111122223333\/q' is invalid\. It must not hold a user or a password/,
    ],
    [
      "activity replay --queue https://example.com/111122223333/q --stream s --region eu-central-1",
      /^error: --queue is at example\.com, which is no host of SQS; /,
    ],
    [
      "activity replay --queue https://sqs.eu-central-1.amazonaws.com.example.com/111122223333/q --stream s",
      /^error: --queue is at \S+, which is no host of SQS; /,
    ],
    [
      `activity replay ${queue} --stream s --region us-east-1`,
      /^error: --region is 'us-east-1'; it must be 'eu-central-1', the region in --queue\n$/,
    ],
    [
      "activity replay --queue https://eu-west-1.queue.amazonaws.com/111122223333/q --stream s --region us-east-1",
      /^error: --region is 'us-east-1'; it must be 'eu-west-1'/,
    ],
    [
      `activity replay ${queue} --function arn:aws:lambda:us-east-1:111122223333:function:f`,
      /^error: --function is in us-east-1, and the queue in eu-central-1; /,
    ],
    [
      "activity replay --queue https://sqs.eusc-de-east-1.amazonaws.eu/111122223333/q --stream s --region us-east-1",
      /^error: --region is 'us-east-1'; it must be 'eusc-de-east-1'/,
    ],
    ["activity replay --queue http://127.0.0.1:1/111122223333/q --stream s", /--queue names no region/],
    [[...`activity replay ${queue} --function`.split(" "), ""], /It must be the name of a function, or its ARN/],
    [[...`activity replay ${queue} --stream`.split(" "), ""], /It must be the name of a stream/],
    [[...`activity replay ${queue} --stream s --region`.split(" "), ""], /It must be a region, such as "eu-west-1"/],
    [[...`activity replay ${queue} --stream s --profile`.split(" "), ""], /It must be the name of a profile/],
  ];
  for (const [line, message] of wrong) {
    it(`is refused: ${[line].flat().join(" ")}`, async () => {
      const { code, stderr } = await run(line);
      assert.equal(code, 64, stderr);
      assert.match(stderr, message);
    });
  }

  const ends: readonly (readonly [what: string, ended: Partial<Replayed> | Error, code: number, stderr: RegExp])[] = [
    ["all went through", {}, 0, /^2 sent, 0 not, which stay in the queue\n$/],
    ["one did not", { failed: 1 }, 1, /^2 sent, 1 not, which stay in the queue\n$/],
    [
      "one was not deleted",
      { undeleted: 1 },
      1,
      /\nerror: 1 was sent but not deleted and comes again: .+ sqs:DeleteMessage /,
    ],
    ["some stay hidden", { hidden: 2 }, 0, /\nwarning: 2 of those that stay cannot be replayed for some minutes: /],
    [
      "the queue cannot be read",
      failure("AccessDenied"),
      2,
      /^error: the queue https:\S+orders-dead-letters cannot be read: AccessDenied: /,
    ],
    [
      "the session is over",
      failure("ExpiredToken"),
      2,
      /^error: there are no AWS credentials that AWS accepts \(.+: name a /,
    ],
  ];
  for (const [what, ended, code, stderr] of ends) {
    it(`ends with ${code} when ${what}`, async () => {
      const [out, err] = [new PassThrough({ encoding: "utf8" }), new PassThrough({ encoding: "utf8" })];
      const codes: number[] = [];
      const program = new Command().exitOverride();
      const answer = async () => {
        if (ended instanceof Error) {
          throw ended;
        }
        return { sent: 2, failed: 0, undeleted: 0, hidden: 0, ...ended };
      };
      addActivityCommand(program, { env: {}, stdout: out, stderr: err }, (given) => codes.push(given), answer);
      await program.parseAsync(`activity replay ${queue} --function f`.split(" "), { from: "user" });
      assert.deepEqual(codes, [code]);
      assert.match(err.read() ?? "", stderr);
    });
  }

  describe("of a queue at AWS_ENDPOINT_URL_SQS that is no SQS", () => {
    const server = createServer((_, response) => response.end("<p>hello"));
    const saved = { ...process.env };
    const warn = console.warn;
    before((done) => {
      server.listen(0, "127.0.0.1", done);
    });
    after((done) => {
      process.env = saved;
      console.warn = warn;
      server.close(done);
    });

    it("says in one sentence that it cannot be read, and the SDK says nothing", async () => {
      const { port } = server.address() as AddressInfo;
      const env = { AWS_ENDPOINT_URL_SQS: "http://localhost:1" };
      Object.assign(process.env, env, { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" });
      const warnings: unknown[] = [];
      console.warn = (...said: unknown[]) => warnings.push(said);
      const at = `http://127.0.0.1:${port}/111122223333/q`;
      const { code, stderr } = await run(`activity replay --queue ${at} --stream s --region eu-west-1`, { env });
      assert.deepEqual(
        [code, stderr, warnings],
        [2, `error: the queue ${at} cannot be read: the answer was HTTP 200\n`, []],
      );
    });
  });

  describe("without credentials", () => {
    const saved = { ...process.env };
    before(() => {
      for (const name of Object.keys(process.env).filter((one) => one.startsWith("AWS_"))) {
        delete process.env[name];
      }
      Object.assign(process.env, {
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_CONFIG_FILE: "/dev/null",
        AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      });
    });
    after(() => {
      process.env = saved;
    });

    const files = folderWith({ config: "[profile regional]\nregion = eu-west-1\n" });

    it("names a profile that is not there, and those that are", async () => {
      const env = { AWS_CONFIG_FILE: files.path("config"), AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
      const { code, stderr } = await run(`activity replay ${queue} --function f --profile regionl`, { env });
      assert.equal(code, 64);
      assert.match(stderr, /^error: --profile is 'regionl', a profile that is neither in .+; they have regional\. /);
    });

    for (const [options, whose] of [
      ["", ""],
      [" --profile regional", ' of profile "regional"'],
    ] as const) {
      it(`says how to give some${whose}`, async () => {
        process.env.AWS_CONFIG_FILE = files.path("config");
        const { code, stdout, stderr } = await run(`activity replay ${queue} --function f${options}`, {
          env: process.env,
        });
        assert.deepEqual([code, stdout], [2, ""]);
        const how =
          "name a profile by --profile, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run it where there is a role.\n";
        assert.ok(stderr.startsWith(`error: there are no AWS credentials${whose} that AWS accepts (`), stderr);
        assert.ok(stderr.endsWith(`): ${how}`), stderr);
      });
    }
  });
});

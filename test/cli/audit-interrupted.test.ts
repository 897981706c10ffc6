import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { main } from "../../cli/cli";

const variables = {
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "none",
  AWS_REGION: "eu-west-1",
  AWS_MAX_ATTEMPTS: "8",
  AWS_ENDPOINT_URL: "",
} as const;

const callerIdentity =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>" +
  "<Arn>arn:aws:iam::111122223333:user/a</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>";

describe("aws-secure-database audit, interrupted where nothing answers", () => {
  const original = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  let server: Server;
  let answersCaller = false;
  /** Requests that wait for an answer. */
  let waiting = 0;
  let onRequest = () => {};

  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);

  before(async () => {
    process.on("warning", onWarning);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (answersCaller && Buffer.concat(chunks).includes("GetCallerIdentity")) {
          response.end(callerIdentity);
          return;
        }
        waiting += 1;
        response.once("close", () => {
          waiting -= 1;
        });
        onRequest();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    Object.assign(process.env, variables, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
  });

  after(() => {
    process.off("warning", onWarning);
    for (const [name, value] of original) {
      delete process.env[name];
      if (value !== undefined) {
        process.env[name] = value;
      }
    }
    server.closeAllConnections();
    server.close();
  });

  for (const [phase, answers] of [
    ["before it knows the account", false],
    ["while it reads", true],
  ] as const) {
    it(`says so at once and ends in two seconds, ${phase}`, async () => {
      answersCaller = answers;
      const [stdout, stderr] = [new PassThrough({ encoding: "utf8" }), new PassThrough({ encoding: "utf8" })];
      const asked = new Promise<void>((resolve) => {
        onRequest = resolve;
      });
      const ended = main(["audit", "--format", "json"], { env: process.env, stdout, stderr });
      await asked;
      const started = performance.now();
      process.emit("SIGINT");
      assert.equal(
        stderr.read(),
        "Stopping: no call is waited for; what was found so far is written. Once more ends at once.\n",
      );
      // The second one is nobody's but Node's, which ends the process.
      assert.deepEqual([process.listenerCount("SIGINT"), process.listenerCount("SIGTERM")], [0, 0]);
      assert.equal(await ended, 2);
      assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
      const report = JSON.parse(stdout.read());
      assert.deepEqual([report.complete, report.partial, report.scopes.length], [false, "interrupted", 1]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(waiting, 0);
      assert.deepEqual(
        warnings.filter(({ name }) => name === "MaxListenersExceededWarning"),
        [],
      );
    });
  }
});

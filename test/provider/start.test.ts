import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";
import { checkout } from "../../sandbox/paths";

/** Milliseconds. */
const LIMIT = 1500;
/** A machine on which a provider with nothing of its own takes longer than the limit is too busy, or slow, to tell. */
const SHARE_OF_BARE = 1.25;
/** Of several starts the fastest counts: the others waited for the machine. */
const STARTS = 10;

describe("the provider, started as the engine starts it", () => {
  it(`answers for its schema within ${LIMIT} ms, or as soon as one with nothing of its own`, async () => {
    const expected: unknown = JSON.parse(readFileSync(join(checkout, "provider", "schema.json"), "utf8"));
    const [ours, bare]: [number[], number[]] = [[], []];
    const isQuick = () => Math.min(...ours) <= Math.max(LIMIT, SHARE_OF_BARE * Math.min(...bare));
    while (ours.length === 0 || (ours.length < STARTS && !isQuick())) {
      bare.push((await start(join(__dirname, "bare"))).time);
      const { time, schema } = await start(checkout);
      ours.push(time);
      assert.deepEqual(JSON.parse(schema), expected, "dist is older than provider/schema.json: npm run build");
    }
    assert.ok(isQuick(), `it took ${ours.join(", ")} ms, one with nothing of its own ${bare.join(", ")} ms`);
  }).timeout(180_000);
});

async function start(folder: string): Promise<{ readonly time: number; readonly schema: string }> {
  const started = Date.now();
  const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin");
  const provider = spawn(process.execPath, [runner, folder, "127.0.0.1:1"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false" },
  });
  try {
    const schema = await schemaOf(provider);
    return { time: Date.now() - started, schema };
  } finally {
    provider.kill();
  }
}

async function schemaOf({ stdout }: ChildProcess): Promise<string> {
  assert.ok(stdout);
  const [port] = await once(stdout, "data");
  const client = new ResourceProviderClient(`127.0.0.1:${String(port).trim()}`, credentials.createInsecure());
  try {
    return await new Promise((resolve, reject) => {
      client.getSchema(new GetSchemaRequest(), (error, answer) =>
        error === null ? resolve(answer.getSchema()) : reject(error),
      );
    });
  } finally {
    client.close();
  }
}

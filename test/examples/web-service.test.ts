import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mock } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import "../../components";
import { DatabaseConnectionError } from "aws-secure-database/client";
import { controls, judge } from "../../controls";
import { createService, type Database } from "../../examples/web-service/service";
import { poolOptions } from "../../examples/web-service/settings";
import { fromProgram } from "../../inventory/program";
import { asProgram, run } from "../support/mocks";

const folder = join(__dirname, "../../examples/web-service");
const stack = require.resolve("../../examples/web-service");
const environment = {
  DATABASE_HOST: "orders.abc123.eu-west-1.rds.amazonaws.com",
  DATABASE_PORT: "5432",
  DATABASE_NAME: "orders",
  DATABASE_USER: "web_service",
};

describe("examples/web-service", () => {
  describe("the stack", () => {
    it("holds every control, and lets the service's role log in as its one user", async () => {
      const deployed = await deploy();
      assert.equal(deployed.error, undefined);
      const { findings } = judge(controls, fromProgram(asProgram(deployed)));
      assert.deepEqual(findings, []);
      const { role, policy } = deployed.one("aws:iam/rolePolicy:RolePolicy", "orders-connect-web_service").inputs;
      assert.match(String(role), /^web-service/);
      const [statement, ...others] = JSON.parse(String(policy)).Statement;
      assert.deepEqual(others, []);
      assert.equal(statement.Action, "rds-db:connect");
      assert.match(String(statement.Resource), /:dbuser:[^/*]+\/web_service$/);
    });

    it("tells the service what it reads", async () => {
      const told = await deploy().then(({ outputs }) => outputs.environment);
      const { host, port, database, user } = poolOptions(told);
      assert.equal(host, told.DATABASE_HOST);
      assert.deepEqual([port, database, user], [5432, "orders", "web_service"]);
    });
  });

  describe("the service", () => {
    const unreachable = new DatabaseConnectionError("UNREACHABLE", "It cannot be reached.");
    const lost = Object.assign(new Error("terminating connection"), { code: "57P01" });
    const cases: readonly {
      readonly shows: string;
      readonly request: readonly [method: string, path: string];
      readonly rows?: readonly unknown[] | Error;
      readonly answer: readonly [status: number, body: unknown];
      readonly asked?: readonly unknown[];
    }[] = [
      {
        shows: "is well",
        request: ["GET", "/health"],
        answer: [200, { status: "ok" }],
        asked: ["SELECT 1", undefined],
      },
      {
        shows: "gives an order",
        request: ["GET", "/orders/7"],
        rows: [{ id: "7", item: "tea" }],
        answer: [200, { id: "7", item: "tea" }],
        asked: ["SELECT id, item FROM orders WHERE id = $1", ["7"]],
      },
      { shows: "has no such order", request: ["GET", "/orders/8"], answer: [404, { error: "No order 8." }] },
      { shows: "takes no other id", request: ["GET", "/orders/1;DROP"], answer: [404, { error: "Not found." }] },
      { shows: "takes no writes", request: ["POST", "/orders/7"], answer: [405, { error: "Only GET is answered." }] },
      {
        shows: "is not well without a connection",
        request: ["GET", "/health"],
        rows: unreachable,
        answer: [503, { error: "The database cannot be reached now." }],
      },
      {
        shows: "says so when its statement is lost",
        request: ["GET", "/orders/7"],
        rows: lost,
        answer: [503, { error: "The database cannot be reached now." }],
      },
      {
        shows: "tells nothing of any other error",
        request: ["GET", "/orders/7"],
        rows: new Error("permission denied for table orders"),
        answer: [500, { error: "Something went wrong." }],
      },
    ];
    for (const { shows, request, rows = [], answer, asked } of cases) {
      it(`${request.join(" ")}: ${shows}`, async () => {
        const statements: unknown[][] = [];
        const database: Database = {
          query: async (statement, values) => {
            statements.push([statement, values]);
            if (rows instanceof Error) {
              throw rows;
            }
            return { rows };
          },
        };
        const logged = mock.method(console, "error", () => {});
        try {
          assert.deepEqual(await ask(database, ...request), answer);
          assert.deepEqual(
            logged.mock.calls.map((call) => call.arguments[0]),
            rows instanceof Error ? [rows] : [],
          );
        } finally {
          logged.mock.restore();
        }
        if (asked !== undefined) {
          assert.deepEqual(statements, [asked]);
        }
      });
    }
  });

  describe("its settings", () => {
    for (const name of Object.keys(environment)) {
      it(`need ${name}`, () =>
        assert.throws(() => poolOptions({ ...environment, [name]: undefined }), {
          message: `The environment lacks ${name}.`,
        }));
    }
  });

  describe("built as one file", () => {
    let bin = "";
    before(() => {
      bin = mkdtempSync(join(tmpdir(), "aws-secure-database-service-"));
      execFileSync("npm", ["run", "--silent", "build", "--", `--outfile=${bin}/service.js`], {
        cwd: folder,
      });
    });
    after(() => rmSync(bin, { recursive: true }));

    it("starts, is not well without its database, and ends when it is told to", async () => {
      const port = await freePort();
      const service = start(environment, port);
      const ended = new Promise((resolve) => service.once("exit", (code, signal) => resolve([code, signal])));
      const health = await answered(`http://127.0.0.1:${port}/health`);
      assert.equal(health.status, 503);
      service.kill("SIGTERM");
      assert.deepEqual(await ended, [0, null]);
    });

    it("says what it lacks", async () => {
      const service = start({}, 0);
      let said = "";
      service.stderr?.on("data", (chunk) => {
        said += chunk;
      });
      const code = await new Promise((resolve) => service.once("close", resolve));
      assert.equal(code, 1);
      assert.match(said, /The environment lacks DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, DATABASE_USER\./);
    });

    function start(given: NodeJS.ProcessEnv, port: number): ChildProcess {
      return spawn(process.execPath, [join(bin, "service.js")], {
        env: { PATH: process.env.PATH, PORT: String(port), ...given },
        stdio: ["ignore", "ignore", "pipe"],
      });
    }
  });
});

type Asked = readonly [status: number, body: unknown];

async function ask(database: Database, method: string, path: string): Promise<Asked> {
  const server = createService(database).listen(0, "127.0.0.1");
  try {
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [response.status, await response.json()];
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The first answer of a server that may not listen yet. */
async function answered(url: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await fetch(url, { headers: { connection: "close" } });
    } catch (error) {
      if (tries === 100) {
        throw error;
      }
      await pause(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function deploy() {
  require.cache[require.resolve("aws-secure-database")] = require.cache[require.resolve("../../components")];
  let outputs: Readonly<Record<string, pulumi.Output<Record<string, string>>>> = {};
  const deployed = await run(() => {
    pulumi.runtime.setAllConfig({});
    // A program runs when it is loaded.
    delete require.cache[stack];
    outputs = require(stack);
  });
  const environment = await new Promise<Record<string, string>>((resolve) =>
    pulumi.output(outputs.environment ?? {}).apply(resolve),
  );
  return { ...deployed, outputs: { environment } };
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createPostgresPool } from "aws-secure-database/client";
import { createUserSql } from "../../components/access/create-user-sql";
import { createService } from "../../examples/web-service/service";
import { startPostgres } from "./support/postgres";
import { serving } from "./support/setting";

const schema = readFileSync(join(__dirname, "../../examples/web-service/schema.sql"), "utf8");

describe("examples/web-service on PostgreSQL", () => {
  const setting = serving(startPostgres, [
    "CREATE ROLE rds_iam",
    createUserSql("postgres", "web_service") ?? "",
    schema,
    "INSERT INTO orders VALUES (7, 'tea')",
  ]);

  it("answers from the database, which it logs in to by token", async () => {
    const pool = createPostgresPool({ ...setting().options, user: "web_service", database: "postgres" });
    const server = createService(pool).listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as AddressInfo;
      const ask = async (path: string) => {
        const response = await fetch(`http://127.0.0.1:${port}${path}`);
        return [response.status, await response.json()];
      };
      assert.deepEqual(await ask("/health"), [200, { status: "ok" }]);
      assert.deepEqual(await ask("/orders/7"), [200, { id: "7", item: "tea" }]);
      assert.deepEqual(await ask("/orders/8"), [404, { error: "No order 8." }]);
      await assert.rejects(pool.query("DELETE FROM orders"), /permission denied/);
    } finally {
      server.close();
      server.closeAllConnections();
      await pool.end();
    }
    assert.match(setting().gate.accepted.at(-1) ?? "", /DBUser=web_service&/);
  });
});

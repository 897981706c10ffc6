import { createServer, type Server } from "node:http";
import { DatabaseConnectionError, isFailover } from "aws-secure-database/client";

/** What the service uses of its pool. */
export interface Database {
  query(statement: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers GET /health and GET /orders/ID, as JSON. */
export function createService(database: Database): Server {
  return createServer(({ method, url = "" }, response) => {
    answer(database, method, url)
      .catch(failed)
      .then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      });
  });
}

async function answer(database: Database, method: string | undefined, path: string): Promise<Answer> {
  if (method !== "GET") {
    return { status: 405, body: { error: "Only GET is answered." } };
  }
  if (path === "/health") {
    await database.query("SELECT 1");
    return { status: 200, body: { status: "ok" } };
  }
  const [, id] = /^\/orders\/(\d{1,15})$/.exec(path) ?? [];
  if (id !== undefined) {
    const { rows } = await database.query("SELECT id, item FROM orders WHERE id = $1", [id]);
    return rows.length > 0 ? { status: 200, body: rows[0] } : { status: 404, body: { error: `No order ${id}.` } };
  }
  return { status: 404, body: { error: "Not found." } };
}

/** What went wrong is for the log, which gets no token: errors of the pool hold none. */
function failed(error: unknown): Answer {
  console.error(error);
  const mayPass = error instanceof DatabaseConnectionError || isFailover(error);
  return mayPass
    ? { status: 503, body: { error: "The database cannot be reached now." } }
    : { status: 500, body: { error: "Something went wrong." } };
}

import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { answersAsPostgres, type EngineName, startTls } from "../../client/check/start-tls";

/** A greeting of MySQL's protocol, with TLS among its capabilities or without. */
function greeting(tls: boolean, version = "8.4.0"): Buffer {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from(`${version}\0`),
    Buffer.alloc(4 + 8 + 1),
    Buffer.from(tls ? [0, 8] : [0, 0]),
    Buffer.alloc(20),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
}

const other = /^it speaks the protocol of mysql$/;
const wrong = /^it does not speak MySQL's protocol$/;

/** What a server sends, in pieces, and what comes of it. */
const cases: readonly (readonly [
  what: string,
  engine: EngineName,
  pieces: readonly (string | Buffer)[],
  comes: boolean | RegExp,
])[] = [
  ["a greeting with TLS", "mysql", [greeting(true)], true],
  ["a greeting without TLS", "mysql", [greeting(false)], false],
  [
    "a greeting in pieces",
    "mysql",
    [greeting(true).subarray(0, 2), greeting(true).subarray(2, 9), greeting(true).subarray(9)],
    true,
  ],
  ["an answer of HTTP", "mysql", ["HTTP/1.1 400 Bad Request\r\n\r\n"], wrong],
  ["a greeting that is cut", "mysql", [Buffer.from([3, 0, 0, 0, 10, 65, 0])], wrong],
  ["another version of the protocol", "mysql", [Buffer.from([4, 0, 0, 0, 9, 65, 0, 0])], wrong],
  ["an error", "mysql", [Buffer.from([7, 0, 0, 0, 255, 16, 4, 110, 111, 112, 101])], /^nope$/],
  ["a few bytes and its end", "mysql", [Buffer.from([3, 0])], /^the server closed the connection$/],
  ["that it has TLS", "postgres", ["S"], true],
  ["that it has none", "postgres", ["N"], false],
  ["a greeting of MySQL", "postgres", [greeting(true)], other],
  ["a greeting of MySQL of 83 bytes, an S", "postgres", [greeting(true, "8.4.0".padEnd(46, "x"))], other],
  ["a greeting of MySQL of 78 bytes, an N", "postgres", [greeting(true, "8.4.0".padEnd(41, "x"))], other],
  ["an error of MySQL", "postgres", [Buffer.from([7, 0, 0, 0, 255, 16, 4, 110, 111, 112, 101])], other],
  ["an answer of HTTP", "postgres", ["HTTP/1.1 400 Bad Request\r\n\r\n"], /^it does not speak PostgreSQL's protocol$/],
];

describe("the beginning of TLS", () => {
  let server: Server;
  let pieces: readonly (string | Buffer)[] = [];
  const open: Socket[] = [];

  before(async () => {
    server = createServer(async (socket) => {
      socket.on("error", () => {});
      for (const piece of pieces) {
        socket.write(piece);
        await pause(20);
      }
      socket.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => {
    for (const socket of open) {
      socket.destroy();
    }
    server.close();
  });

  for (const [what, engine, sent, comes] of cases) {
    it(`with ${engine} that sends ${what}: ${comes}`, async () => {
      pieces = sent;
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      open.push(socket);
      await once(socket, "connect");
      const started = startTls(engine, socket);
      await (comes instanceof RegExp
        ? assert.rejects(started, { message: comes })
        : started.then((found) => assert.equal(found, comes)));
    });
  }

  for (const [what, sent, isPostgres] of [
    ["that it has TLS", "S", true],
    ["that it has none", "N", true],
    ["a late greeting of MySQL of 83 bytes, an S", greeting(true, "8.4.0".padEnd(46, "x")), false],
    ["a late greeting of MySQL of 78 bytes, an N", greeting(true, "8.4.0".padEnd(41, "x")), false],
  ] as const) {
    it(`takes who sends ${what} for ${isPostgres ? "a" : "no"} server of PostgreSQL`, async () => {
      pieces = [sent];
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      open.push(socket);
      await once(socket, "connect");
      assert.equal(await answersAsPostgres(socket), isPostgres);
    });
  }

  it("leaves the bytes after a greeting in the socket", async () => {
    pieces = [Buffer.concat([greeting(true), Buffer.from("rest")])];
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    open.push(socket);
    await once(socket, "connect");
    assert.equal(await startTls("mysql", socket), true);
    const [rest] = (await once(socket.resume(), "data")) as [Buffer];
    assert.equal(rest.toString(), "rest");
  });
});

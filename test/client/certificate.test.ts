import assert from "node:assert/strict";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { certificateOf, dial } from "../../client/check/certificate";
import { connectionOf } from "../../client/check-options";

describe("what answers and is no database", () => {
  let server: Server;
  let answer: (socket: Socket) => void = () => {};
  const open: Socket[] = [];
  before((done) => {
    server = createServer((socket) => {
      open.push(socket.on("error", () => {}));
      answer(socket);
    });
    server.listen(0, "127.0.0.1", done);
  });
  after((done) => {
    for (const socket of open) {
      socket.destroy();
    }
    server.close(done);
  });

  const nothing = /^Something takes connections at 127\.0\.0\.1:\d+, but says nothing in \w+'s protocol \(/;
  const cases: readonly (readonly [what: string, answer: (socket: Socket) => void, code: string, found: RegExp])[] = [
    [
      "HTTP",
      (socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"),
      "ENGINE_OTHER",
      /^Something answers at 127\.0\.0\.1:\d+, but it does not speak \w+'s protocol\.$/,
    ],
    ["nothing", () => {}, "UNREACHABLE", nothing],
    ["its end", (socket) => socket.end(), "UNREACHABLE", nothing],
  ];
  for (const engine of ["postgres", "mysql"] as const) {
    for (const [what, says, code, found] of cases) {
      it(`says ${what} to ${engine}: ${code}, and no word of security groups`, async () => {
        answer = says;
        const connection = connectionOf(
          {
            host: "orders.abc123.eu-west-1.rds.amazonaws.com",
            user: "app",
            address: "127.0.0.1",
            addressPort: (server.address() as AddressInfo).port,
          },
          { port: 5432 },
        );
        const socket = await dial(connection, 300);
        const failing = certificateOf(engine, connection, socket).finally(() => socket.destroy());
        await assert.rejects(failing, (error: Error & { code: string; found: string }) => {
          assert.equal(error.code, code);
          assert.match(error.found, found);
          assert.doesNotMatch(error.message, /security group/);
          return true;
        });
      });
    }
  }
});

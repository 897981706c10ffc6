import type { Socket } from "node:net";

/** Which protocol a server speaks. */
export type EngineName = "postgres" | "mysql";

/** The names of the protocols. */
export const spoken = { postgres: "PostgreSQL", mysql: "MySQL" } as const;

/** The server speaks no protocol that is known. */
export class NoEngine extends Error {
  constructor(wanted: EngineName) {
    super(`it does not speak ${spoken[wanted]}'s protocol`);
  }
}

/** The server speaks another protocol than it was asked in. */
export class OtherEngine extends Error {
  constructor(readonly engine: EngineName) {
    super(`it speaks the protocol of ${engine}`);
  }
}

/** Whether a server that was dialled but says nothing of its own accord, as MySQL's would, is one of PostgreSQL. */
export async function answersAsPostgres(socket: Socket): Promise<boolean> {
  socket.write(sslRequest);
  return isAnswer(socket, await read(socket, 1));
}

/**
 * PostgreSQL says S or N, and no more before it is spoken to in TLS. MySQL's server speaks first, and of its greeting, or of
 * an error in its place, this was the first byte of the length, which may be one of these letters.
 */
function isAnswer(socket: Socket, first: Buffer): boolean {
  return ["S", "N"].includes(first.toString("latin1")) && socket.readableLength === 0;
}

/**
 * Asks a server, over a socket that is connected, to go on in TLS; false if it offers none. Nothing else is sent.
 * @throws OtherEngine, of a server that greets as MySQL does when PostgreSQL is wanted; NoEngine
 */
export async function startTls(engine: EngineName, socket: Socket): Promise<boolean> {
  return engine === "postgres" ? startPostgresTls(socket) : startMysqlTls(socket);
}

/** The length and the code of SSLRequest. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

async function startPostgresTls(socket: Socket): Promise<boolean> {
  socket.write(sslRequest);
  const first = await read(socket, 1);
  if (isAnswer(socket, first)) {
    return first.toString("latin1") === "S";
  }
  const [second = 0, third, number, kind = 0] = await read(socket, 4);
  if (third === 0 && number === 0 && second <= longest >> 8 && (kind === version || kind === failed)) {
    throw new OtherEngine("mysql");
  }
  throw new NoEngine("postgres");
}

/** Capabilities and the character set utf8mb4, as the drivers send them. */
const [protocol41, ssl, secureConnection, pluginAuth] = [0x200, 0x800, 0x8000, 0x80000];
const utf8mb4 = 45;

/** Of the handshake, and what stands there in an error; and the bytes of a greeting, or of an error in its place. */
const [version, failed, shortest, longest] = [10, 0xff, 3, 1024];

/**
 * Reads the server's greeting and answers with an SSLRequest.
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_v10.html
 */
async function startMysqlTls(socket: Socket): Promise<boolean> {
  const header = await read(socket, 4);
  const length = header.readUIntLE(0, 3);
  // The first packet of a connection has the number 0, and no greeting is as long as what other protocols begin with.
  if (header[3] !== 0 || length < shortest || length > longest) {
    throw new NoEngine("mysql");
  }
  const greeting = await read(socket, length);
  if (greeting[0] === failed) {
    // An error instead of a greeting: its number, and from there its text.
    throw Object.assign(new Error(greeting.subarray(3).toString("utf8")), { errno: greeting.readUInt16LE(1) });
  }
  // After the protocol's number, the version, the connection's id, eight bytes of scramble and a zero.
  const at = greeting.indexOf(0, 1) + 1 + 4 + 8 + 1;
  if (greeting[0] !== version || at + 2 > greeting.length) {
    throw new NoEngine("mysql");
  }
  const capabilities = greeting.readUInt16LE(at);
  if ((capabilities & ssl) === 0) {
    return false;
  }
  const request = Buffer.alloc(4 + 32);
  request.writeUIntLE(32, 0, 3);
  request.writeUInt8(1, 3);
  request.writeUInt32LE(protocol41 | ssl | secureConnection | pluginAuth, 4);
  request.writeUInt32LE(0xffffff, 8);
  request.writeUInt8(utf8mb4, 12);
  socket.write(request);
  return true;
}

/** So many bytes; what is after them stays in the socket. */
function read(socket: Socket, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const settle = (done: () => void): void => {
      socket.off("data", take).off("error", fail).off("end", end).off("close", end).pause();
      done();
    };
    const take = (data: Buffer): void => {
      received = Buffer.concat([received, data]);
      if (received.length >= length) {
        settle(() => {
          if (received.length > length) {
            socket.unshift(received.subarray(length));
          }
          resolve(received.subarray(0, length));
        });
      }
    };
    const fail = (error: Error): void => settle(() => reject(error));
    const end = (): void => fail(Object.assign(new Error("the server closed the connection"), { code: "ECONNRESET" }));
    socket.on("data", take).on("error", fail).on("end", end).on("close", end).resume();
  });
}

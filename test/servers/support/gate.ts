import { createServer, type Server, type Socket } from "node:net";
import { Constructed, Enumerated, fromBER, Integer, OctetString, Primitive, Sequence } from "asn1js";
import { type Expected, refusalOf } from "./token-verifier";

/** Decides about log-ins for the database servers, as the service behind RDS does, and remembers what it refused. */
export interface Gate {
  /** The port of its LDAP server, which PostgreSQL asks. */
  readonly ldapPort: number;
  /** The port of its server of lines, which MariaDB's PAM tool asks. */
  readonly linePort: number;
  /** What it lets in; the port is known once the database server runs. */
  expect(expected: Expected): void;
  /** How far its clock is before the machine's, in milliseconds. */
  setClock(aheadMs: number): void;
  /** Why it refused log-ins so far, in their order. */
  readonly refusals: readonly string[];
  /** The tokens that it let in. */
  readonly accepted: readonly string[];
  close(): Promise<void>;
}

export async function openGate(): Promise<Gate> {
  const refusals: string[] = [];
  const accepted: string[] = [];
  let expected: Expected | undefined;
  let aheadMs = 0;
  const admits = (user: string, token: string): boolean => {
    const refusal =
      expected === undefined
        ? "nothing is expected yet"
        : refusalOf(token, user, expected, new Date(Date.now() + aheadMs));
    (refusal === undefined ? accepted : refusals).push(refusal ?? token);
    return refusal === undefined;
  };
  const sockets = new Set<Socket>();
  const listening = async (answer: (message: Buffer) => Buffer | undefined): Promise<Server> => {
    const server = createServer((socket) => {
      sockets.add(socket);
      let received = Buffer.alloc(0);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
      socket.on("data", (data: Buffer) => {
        received = Buffer.concat([received, data]);
        const reply = answer(received);
        if (reply !== undefined) {
          received = Buffer.alloc(0);
          socket.write(reply);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
  };
  const [ldap, lines] = [
    await listening((message) => ldapAnswer(message, admits)),
    await listening((message) => lineAnswer(message, admits)),
  ];
  return {
    ldapPort: portOf(ldap),
    linePort: portOf(lines),
    expect: (known) => {
      expected = known;
    },
    setClock: (ms) => {
      aheadMs = ms;
    },
    refusals,
    accepted,
    close: async () => {
      for (const socket of sockets) {
        socket.destroy();
      }
      await Promise.all([ldap, lines].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

type Admits = (user: string, token: string) => boolean;

/** A line of JSON, [user, token], is answered by "yes" or "no". */
function lineAnswer(message: Buffer, admits: Admits): Buffer | undefined {
  if (!message.includes("\n")) {
    return undefined;
  }
  const [user, token] = JSON.parse(message.toString("utf8")) as readonly [string, string];
  return Buffer.from(admits(user, token) ? "yes\n" : "no\n");
}

/** Tags of LDAP's messages. https://www.rfc-editor.org/rfc/rfc4511 */
const [bindResponse, success, invalidCredentials] = [1, 0, 49];

/** Answers a simple bind as "cn=USER,dc=database" with the token as its password; asks for more until it is there. */
function ldapAnswer(message: Buffer, admits: Admits): Buffer | undefined {
  const { result } = fromBER(new Uint8Array(message));
  if (!(result instanceof Sequence)) {
    return undefined;
  }
  const [id, operation] = result.valueBlock.value;
  if (!(id instanceof Integer) || !(operation instanceof Constructed)) {
    // An unbind, after which the client closes the connection.
    return undefined;
  }
  const [, name, password] = operation.valueBlock.value;
  if (!(name instanceof OctetString) || !(password instanceof Primitive)) {
    return undefined;
  }
  const user = /^cn=(.*),dc=database$/.exec(bytes(name))?.[1] ?? "";
  const code = admits(user, bytes(password)) ? success : invalidCredentials;
  const empty = () => new OctetString({ valueHex: new ArrayBuffer(0) });
  const response = new Constructed({
    idBlock: { tagClass: 2, tagNumber: bindResponse },
    value: [new Enumerated({ value: code }), empty(), empty()],
  });
  return Buffer.from(new Sequence({ value: [id, response] }).toBER());
}

function bytes(node: OctetString | Primitive): string {
  return Buffer.from(node.valueBlock.valueHexView).toString("utf8");
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

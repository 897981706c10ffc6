import { connect as connectTcp, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { Connection } from "../check-options";
import { explain } from "../explain";
import { DatabaseConnectionError } from "../failure";
import { answersAsPostgres, type EngineName, NoEngine, OtherEngine, spoken, startTls } from "./start-tls";

/** A server's certificate, and what TLS came to. */
export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: Date;
  readonly protocol: string;
  readonly cipher: string;
  /** Why it is not to be trusted, if it is not. */
  readonly failure?: DatabaseConnectionError;
}

/** Connects to the address of a connection; rejects after the time given. */
export function dial({ address, addressPort }: Connection, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: address, port: addressPort });
    socket.setTimeout(timeoutMs, () =>
      socket.destroy(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })),
    );
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

/**
 * What certificate the server shows. It is looked at even if it is not to be trusted, to tell what is wrong with it, so
 * nothing is sent on this connection, which ends here; the log-in has one of its own.
 */
export async function certificateOf(
  engine: EngineName,
  connection: Connection,
  socket: Socket,
): Promise<ShownCertificate> {
  const offered = await startInEngine(engine, connection, socket);
  if (!offered) {
    throw new DatabaseConnectionError("TLS_MISSING", `${connection.address}:${connection.addressPort} offers no TLS.`);
  }
  const { host, ca } = connection;
  const secured = await new Promise<TLSSocket>((resolve, reject) => {
    const tls = connectTls(
      { socket, servername: host, ca: [...ca], rejectUnauthorized: false, minVersion: "TLSv1.2" },
      () => resolve(tls),
    );
    tls.once("error", reject);
  });
  const certificate = secured.getPeerX509Certificate();
  const reason = secured.authorizationError as unknown;
  const shown = {
    subject: oneLine(certificate?.subject),
    issuer: oneLine(certificate?.issuer),
    validTo: new Date(certificate?.validTo ?? Number.NaN),
    protocol: secured.getProtocol() ?? "",
    cipher: secured.getCipher().standardName,
  };
  secured.destroy();
  return secured.authorized ? shown : { ...shown, failure: explain(asError(reason), connection) };
}

/** Milliseconds in which a server of MySQL greets, and one of PostgreSQL answers. */
const silenceMs = 2_000;

async function startInEngine(engine: EngineName, connection: Connection, socket: Socket): Promise<boolean> {
  try {
    const started = startTls(engine, socket);
    const silent = await Promise.race([started.then(() => false), pause(silenceMs, true, { ref: false })]);
    // A server of PostgreSQL waits to be spoken to, and so does this side when it waits for a greeting.
    if (silent && engine === "mysql" && (await isPostgres(connection))) {
      throw new OtherEngine("postgres");
    }
    return await started;
  } catch (error) {
    throw notStarted(error, engine, `${connection.address}:${connection.addressPort}`);
  }
}

/** The connection was made: what fails now is not for a security group to let in. */
const answers = ["ECONNRESET", "EPIPE", "ETIMEDOUT"];

function notStarted(error: unknown, engine: EngineName, at: string): unknown {
  if (error instanceof OtherEngine) {
    const found = `${at} speaks ${spoken[error.engine]}'s protocol and not ${spoken[engine]}'s.`;
    return new DatabaseConnectionError("ENGINE_OTHER", found);
  }
  if (error instanceof NoEngine) {
    return new DatabaseConnectionError("ENGINE_OTHER", `Something answers at ${at}, but ${error.message}.`);
  }
  const { code = "", message } = error as NodeJS.ErrnoException;
  return answers.includes(code)
    ? new DatabaseConnectionError(
        "UNREACHABLE",
        `Something takes connections at ${at}, but says nothing in ${spoken[engine]}'s protocol (${message}).`,
        {
          mend: "See that host and port are the database's, and that a tunnel or proxy before it reaches it.",
          cause: error,
        },
      )
    : error;
}

/** Asked on a connection of its own, as a slow server of MySQL would take the question for a log-in. */
async function isPostgres(connection: Connection): Promise<boolean> {
  let socket: Socket | undefined;
  try {
    socket = await dial(connection, silenceMs);
    return await answersAsPostgres(socket);
  } catch {
    return false;
  } finally {
    socket?.destroy();
  }
}

/** Node tells why by an error or by its code alone. */
function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : Object.assign(new Error(String(reason)), { code: reason });
}

function oneLine(name = ""): string {
  return name.split("\n").join(", ");
}

import type { ServerCertificate } from "./authority";
import type { Gate } from "./gate";

/** A database server on the loopback address, which asks a gate about tokens. */
export interface Database {
  readonly port: number;
  /** Its version, as it says it. */
  readonly version: string;
  /** Has its administrator, who needs no token, do something; MariaDB starts anew for it. */
  administer(statements: string): Promise<void>;
  /** Has it show another certificate to connections from now on; undefined switches TLS off, `oldTls` leaves TLS 1.1. */
  present(certificate: ServerCertificate | undefined, how?: { readonly oldTls?: boolean }): Promise<void>;
  /** Starts it anew as a server that takes no writes, as a reader is, or as one that does. */
  setReadOnly(on: boolean): Promise<void>;
  /** Ends it as a crash would, or in order. */
  halt(how?: "crash" | "orderly"): Promise<void>;
  /** Starts it again, on the same port. */
  resume(): Promise<void>;
  /** Ends it, and removes its files. */
  remove(): Promise<void>;
}

export interface DatabaseSetting {
  readonly gate: Gate;
  readonly certificate: ServerCertificate;
}

/** The name that the servers of the tests have, one as RDS gives it. */
export const host = "orders.abc123.eu-west-1.rds.amazonaws.com";
export const region = "eu-west-1";

/** OpenSSL speaks TLS 1.1 at its lowest level of security alone. */
export const oldCiphers = "DEFAULT@SECLEVEL=0";

import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { authoritiesOf } from "./authorities";
import { type Check, isObject, whole } from "./checks";
import { endpointOf, regionShape } from "./endpoint";
import { DatabaseConnectionError } from "./failure";
import { masked } from "./masked";
import type { ConnectionOptions, PoolBehaviour } from "./options";

/** An engine's own values, where they differ. */
export interface EngineFacts {
  readonly port: number;
  /** Options of the driver that may be given, and what each takes. */
  readonly driver: Readonly<Record<string, Check>>;
}

/** Connection options with every default in place. */
export interface Connection {
  /** The name that the certificate and the token are for, in lower case, as RDS compares it. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string | undefined;
  readonly region: string;
  readonly credentials: ConnectionOptions["credentials"];
  /** What is dialled. */
  readonly address: string;
  readonly addressPort: number;
  /** The authorities to trust, as PEM. */
  readonly ca: readonly string[];
}

/** How a pool connects, with every default in place. */
export type Behaviour = Required<PoolBehaviour>;

type Given = Readonly<Record<string, unknown>>;

const text: Check = (value) =>
  typeof value === "string" && value.trim() !== "" ? undefined : "a text that is not empty";
const port = whole(1, 65_535, "a port, from 1 to 65535");
const milliseconds = whole(0, 3_600_000, "milliseconds, a whole number from 0 to 3600000");

/** A name of DNS, also of a private one. */
const name: Check = (value) =>
  typeof value === "string" && /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/i.test(value)
    ? undefined
    : "a host name, without a scheme, a port or a path";

const connectionChecks: Readonly<Record<keyof ConnectionOptions, Check>> = {
  host: (value) =>
    name(value) ??
    (isIP(value as string) === 0
      ? undefined
      : "the name that the server's certificate is for; an IP address is given as address"),
  port,
  user: text,
  database: text,
  region: (value) =>
    typeof value === "string" && regionShape.test(value) ? undefined : 'a region, such as "eu-west-1"',
  credentials: (value) =>
    typeof value === "function" || isIdentity(value)
      ? undefined
      : "credentials (accessKeyId and secretAccessKey, neither empty) or a function that gives them",
  address: (value) =>
    name(value) === undefined || isIP(String(value)) !== 0
      ? undefined
      : "a host name or an IP address, without a scheme or a port",
  addressPort: port,
  ca: (value) =>
    [value].flat().length > 0 && [value].flat().every(isAuthority) ? undefined : "PEM text of one or more certificates",
};

const behaviourChecks: Readonly<Record<keyof PoolBehaviour, Check>> = {
  poolSize: whole(1, 10_000),
  connectTimeoutMs: whole(1, 3_600_000, "milliseconds, a whole number from 1 to 3600000"),
  deadlineMs: milliseconds,
  access: (value) => (value === "read-write" || value === "any" ? undefined : '"read-write" or "any"'),
};

/** Why options that drivers know are refused here. */
const reasons: Readonly<Record<string, string>> = {
  password: "a token takes its place",
  passwordSha1: "a token takes its place",
  ssl: "TLS with the server verified is always on; an authority of your own is given as ca",
  rejectUnauthorized: "the server is always verified; an authority of your own is given as ca",
  checkServerIdentity: "the server's name is always verified; a name that is dialled instead is given as address",
  sslmode: "TLS with the server verified is always on",
  connectionString: "it could switch the verification off; give host, port, user and database",
  uri: "it could switch the verification off; give host, port, user and database",
  enableCleartextPlugin: "the token is only ever sent inside verified TLS",
  authPlugins: "the token is only ever sent inside verified TLS",
  max: "it is poolSize",
  connectionLimit: "it is poolSize",
  connectTimeout: "it is connectTimeoutMs",
};

/**
 * Checks the options of a connection and puts the defaults in place.
 * @throws DatabaseConnectionError OPTION_REFUSED, AUTHORITIES_UNKNOWN
 */
export function connectionOf(given: ConnectionOptions, engine: Pick<EngineFacts, "port">): Connection {
  const { port = engine.port, user, database, credentials } = given;
  const host = given.host.toLowerCase();
  const named = endpointOf(host)?.region;
  const region = given.region ?? named;
  if (region === undefined) {
    refuse(`region is missing, and the host ${host} names none; it must be the region of the database.`);
  }
  if (named !== undefined && region !== named) {
    refuse(
      `region is "${region}"; it must be "${named}", the region in the name of the host, as RDS takes no token of another.`,
    );
  }
  const ca = given.ca === undefined ? authoritiesOf(host, region) : [given.ca].flat();
  const [address, addressPort] = [given.address ?? host, given.addressPort ?? port];
  return { host, port, user, database, region, credentials, address, addressPort, ca };
}

/** How the pool of options that were checked connects. */
export function behaviourOf(given: PoolBehaviour & Pick<ConnectionOptions, "host">): Behaviour {
  const { poolSize = 10, connectTimeoutMs = 10_000, deadlineMs = 60_000 } = given;
  const access = given.access ?? (endpointOf(given.host)?.kind === "readers" ? "any" : "read-write");
  return { poolSize, connectTimeoutMs, deadlineMs, access };
}

/**
 * Refuses what is no option, or of another type than it should be. JavaScript has no types that would.
 * @throws DatabaseConnectionError OPTION_REFUSED
 */
export function checkPoolOptions(given: unknown, engine: EngineFacts): void {
  if (typeof given !== "object" || given === null) {
    refuse(`The options are ${shown(given)}; they must be an object with host and user.`);
  }
  const { driver, ...own } = given as Given;
  checkOwn(own, { ...connectionChecks, ...behaviourChecks }, ["driver"]);
  if (driver === undefined) {
    return;
  }
  if (!isObject(driver)) {
    refuse(`driver is ${shown(driver)}; it must be an object.`);
  }
  checkValues(driver, engine.driver, { prefix: "driver." });
}

/** As `checkPoolOptions`, of a connection alone. */
export function checkConnectionOptions(given: ConnectionOptions): void {
  checkOwn({ ...given }, connectionChecks);
}

function checkOwn(given: Given, checks: Readonly<Record<string, Check>>, further: readonly string[] = []): void {
  checkValues(given, checks, { further });
  for (const name of ["host", "user"]) {
    if (given[name] === undefined) {
      refuse(
        `${name} is missing; it must be ${name === "host" ? "the endpoint of the database" : "the database user"}.`,
      );
    }
  }
}

/** @param further names that are allowed too, for the message */
function checkValues(
  given: Given,
  checks: Readonly<Record<string, Check>>,
  { prefix = "", further = [] }: { readonly prefix?: string; readonly further?: readonly string[] },
): void {
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) {
      refuse(`${prefix}${name} is ${refusal(name)} Allowed are ${[...Object.keys(checks), ...further].join(", ")}.`);
    }
    const wanted = value === undefined ? undefined : check(value);
    if (wanted !== undefined) {
      refuse(`${prefix}${name} is ${name === "credentials" ? "of another form" : shown(value)}; it must be ${wanted}.`);
    }
  }
}

function refusal(name: string): string {
  const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined;
  return reason === undefined ? "no option." : `refused: ${reason}.`;
}

function refuse(found: string): never {
  throw new DatabaseConnectionError("OPTION_REFUSED", found, { mend: "Nothing was connected." });
}

/** Whether a value is AWS credentials, with neither part empty. */
export function isIdentity(value: unknown): boolean {
  const { accessKeyId, secretAccessKey } = (value ?? {}) as Given;
  return text(accessKeyId) === undefined && text(secretAccessKey) === undefined;
}

/** Whether a value is PEM text that begins with a certificate. */
export function isAuthority(pem: unknown): boolean {
  try {
    return typeof pem === "string" && new X509Certificate(pem).subject !== "";
  } catch {
    return false;
  }
}

/** A value in a message: short, and never what could be a secret. */
function shown(value: unknown): string {
  if (typeof value === "string") {
    return value.length <= 100 && !value.includes("\n") ? `"${masked(value)}"` : "a text";
  }
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "a list" : "an object";
  }
  return typeof value === "function" ? "a function" : String(value);
}

import type { ConnectionOptions } from "../../../client/options";
import { type Authority, createAuthority } from "./authority";
import { type Database, type DatabaseSetting, host, region } from "./database";
import { type Gate, openGate } from "./gate";
import type { KnownIdentity } from "./token-verifier";

/** Credentials of a user, which stay as they are, and of a role's session, whose tokens are long. */
export const user: KnownIdentity = { accessKeyId: "AKIAUSER", secretAccessKey: "secret/of+the+user" };
export const session: KnownIdentity = {
  accessKeyId: "ASIAROLE",
  secretAccessKey: "secret/of+the+session",
  sessionToken: `${"IQoJb3JpZ2luX2VjE+/".repeat(64)}==`,
};

/** A database server, and what it takes to log in to it. */
export interface Setting {
  readonly database: Database;
  readonly gate: Gate;
  readonly authority: Authority;
  /** What connects user "app" to database "shop". */
  readonly options: ConnectionOptions;
}

/** Starts a server before the tests of a describe block, and ends it after them. */
export function serving(
  startDatabase: (setting: DatabaseSetting) => Promise<Database>,
  prepare: readonly string[],
): () => Setting {
  let setting: Setting | undefined;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    const [gate, authority] = [await openGate(), await createAuthority()];
    endings.push(gate.close);
    const database = await startDatabase({ gate, certificate: await authority.issue(host) });
    endings.push(database.remove);
    const { port } = database;
    gate.expect({ host, port, region, identities: [user, session] });
    for (const statements of prepare) {
      await database.administer(statements);
    }
    const credentials = user;
    const options = { host, port, user: "app", database: "shop", credentials, ca: authority.pem, address: "127.0.0.1" };
    setting = { database, gate, authority, options };
  });
  after(async () => {
    for (const end of endings.reverse()) {
      await end();
    }
  });
  return () => {
    if (setting === undefined) {
      throw new Error("The server does not run yet.");
    }
    return setting;
  };
}

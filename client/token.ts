import type { Signer } from "@aws-sdk/rds-signer";
import { type Connection, isIdentity } from "./check-options";
import { withoutCommandLine } from "./command-line";
import { DatabaseConnectionError } from "./failure";

/** Makes a token; each call makes a new one. */
export type TokenSource = () => Promise<string>;

/** How long a server takes a token, in seconds; a connection that is open stays open. */
export const tokenSeconds = 900;

/**
 * Tokens for the host, port and user of a connection. The credentials are asked for anew for each, and live in this
 * closure alone: nothing that a pool holds shows them.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export function tokenSource(
  connection: Pick<Connection, "host" | "port" | "user" | "region" | "credentials">,
  profile?: string,
): TokenSource {
  const { host, port, user, region } = connection;
  let signer: Signer | undefined;
  let credentials = connection.credentials;
  return async () => {
    // The SDK takes a tenth of a second to load: not before a connection is wanted.
    const { Signer: RdsSigner } = await import("@aws-sdk/rds-signer");
    if (credentials === undefined) {
      const { fromIni, fromNodeProviderChain } = await import("@aws-sdk/credential-providers");
      const clientConfig = { region };
      // The chain goes on to the machine's role where there is no such profile.
      credentials =
        profile === undefined ? fromNodeProviderChain({ clientConfig }) : fromIni({ profile, clientConfig });
    }
    signer ??= new RdsSigner({
      hostname: host,
      port,
      username: user,
      region,
      credentials: unexpired(credentials, profile),
    });
    return signer.getAuthToken();
  };
}

type Credentials = NonNullable<Connection["credentials"]>;
type Identity = Exclude<Credentials, (...args: never[]) => unknown>;

/** The same credentials as a provider that fails where they have expired; a token of theirs would only be refused. */
function unexpired(
  credentials: Credentials,
  profile: string | undefined,
): (properties?: Record<string, unknown>) => Promise<Identity> {
  const whose = profile === undefined ? "" : ` of profile ${JSON.stringify(profile)}`;
  return async (properties) => {
    const identity = typeof credentials === "function" ? await ask(() => credentials(properties), whose) : credentials;
    const { expiration } = identity;
    if (expiration !== undefined && expiration.getTime() <= Date.now()) {
      throw new DatabaseConnectionError(
        "CREDENTIALS_EXPIRED",
        `The AWS credentials${whose} expired at ${expiration.toISOString()}.`,
      );
    }
    return identity;
  };
}

async function ask(provider: () => Promise<Identity>, whose: string): Promise<Identity> {
  let identity: Identity;
  try {
    identity = await provider();
  } catch (error) {
    throw credentialFailure(error, whose);
  }
  if (!isIdentity(identity)) {
    throw new DatabaseConnectionError("CREDENTIALS_MISSING", "The provider of AWS credentials gave none.");
  }
  return identity;
}

/** Names that STS, SSO and the SDK give to the end of a session. */
const expired = /Expired|UnauthorizedSSOToken/i;

/** The error's own text is kept, but not the error: what a provider hangs on it is not ours to show. */
function credentialFailure(error: unknown, whose: string): DatabaseConnectionError {
  const { name, message } = error instanceof Error ? error : new Error("its error has no text");
  const said = withoutCommandLine(message);
  const text = (said.trim().split("\n")[0] ?? "").replace(/\.$/, "");
  return expired.test(name) || /\bexpired\b/i.test(said)
    ? new DatabaseConnectionError(
        "CREDENTIALS_EXPIRED",
        `The session of the AWS credentials${whose} is over (${text}).`,
      )
    : new DatabaseConnectionError("CREDENTIALS_MISSING", `There are no AWS credentials${whose} (${text}).`);
}

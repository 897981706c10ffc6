import { fromIni, fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { doesIdentityRequireRefresh, isIdentityExpired, memoizeIdentityProvider } from "@smithy/core";
import { withoutCommandLine } from "../../client/command-line";
import { EnvironmentHttpHandler } from "./http";
import { retries } from "./retry";

/** Credentials that are looked up once for all the clients of an account, and again before they expire. */
export type Credentials = ReturnType<typeof fromNodeProviderChain>;

/** Those of `chosenCredentials`, whose errors name the profile. */
export function ownCredentials(region: string, profile?: string, signal?: AbortSignal): Credentials {
  return shared(naming(chosenCredentials(region, profile, signal), profile ?? (process.env.AWS_PROFILE || undefined)));
}

/**
 * Those of a profile, and of nobody else where it has none; without one the SDK's own chain: environment, SSO, files,
 * instance roles.
 */
export function chosenCredentials(region: string, profile?: string, signal?: AbortSignal): Credentials {
  const clientConfig = { region, requestHandler: new EnvironmentHttpHandler(1, { signal }) };
  return profile === undefined
    ? fromNodeProviderChain({ clientConfig, logger: silent })
    : fromIni({ profile, clientConfig, logger: silent });
}

/**
 * The SDK's warnings are for programmers: of a profile beside keys in the environment, of which its chain takes the profile,
 * or of a queue's URL that is not the region's own endpoint, which it uses.
 */
export const silent = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The SDK names the profile now and then. */
function naming(provider: Credentials, profile: string | undefined): Credentials {
  return async (properties) => {
    try {
      return await provider(properties);
    } catch (error) {
      if (profile === undefined || !(error instanceof Error) || error.name !== "CredentialsProviderError") {
        throw error;
      }
      // What a credential_process wrote, in the lines after the first, may hold a secret as well.
      const [said = ""] = withoutCommandLine(error.message).split("\n");
      throw Object.assign(new Error(`of profile ${JSON.stringify(profile)}: ${said}`), { name: error.name });
    }
  };
}

export interface Role {
  readonly arn: string;
  /** The id that the role's trust policy asks for. */
  readonly externalId?: string;
}

/** Those of a role that the given ones may assume. */
export function roleCredentials(
  own: Credentials,
  region: string,
  { arn, externalId }: Role,
  signal?: AbortSignal,
): Credentials {
  return shared(
    fromTemporaryCredentials({
      masterCredentials: own,
      params: {
        RoleArn: arn,
        RoleSessionName: "aws-secure-database-audit",
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      },
      // Assuming a role is throttled like any call, and without it a whole account is not read.
      clientConfig: { region, requestHandler: new EnvironmentHttpHandler(1, { signal }), ...retries() },
    }),
  );
}

function shared(provider: Credentials): Credentials {
  return memoizeIdentityProvider(provider, isIdentityExpired, doesIdentityRequireRefresh) as Credentials;
}

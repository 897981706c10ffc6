import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { doesIdentityRequireRefresh, isIdentityExpired, memoizeIdentityProvider } from "@smithy/core";
import { EnvironmentHttpHandler } from "./http";
import { retries } from "./retry";

/** Credentials that are looked up once for all the clients of an account, and again before they expire. */
export type Credentials = ReturnType<typeof fromNodeProviderChain>;

/** The SDK's own chain: environment, SSO, files, instance roles. */
export function ownCredentials(region: string, profile?: string, signal?: AbortSignal): Credentials {
  return shared(
    fromNodeProviderChain({
      ...(profile === undefined ? {} : { profile }),
      clientConfig: { region, requestHandler: new EnvironmentHttpHandler(1, { signal }) },
    }),
  );
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

import {
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import type { DescribedSecret } from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import { unlessGone } from "./gone";

/**
 * The secrets that proxies and databases name, each asked about once; their values are never asked for.
 * One that does not exist any more is left out.
 */
export async function readSecrets(
  client: SecretsManagerClient,
  calls: Calls,
  references: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, DescribedSecret>> {
  const distinct = new Set(references.flatMap((reference) => reference || []));
  const secrets = await Promise.all(
    [...distinct].map(async (reference) => {
      const secret = await readSecret(client, calls, reference);
      return secret === undefined ? [] : [[reference, secret] as const];
    }),
  );
  return new Map(secrets.flat());
}

async function readSecret(
  client: SecretsManagerClient,
  calls: Calls,
  SecretId: string,
): Promise<DescribedSecret | undefined> {
  const [secret, policy] = await Promise.all([
    calls.fact("secretsmanager:DescribeSecret", SecretId, () =>
      unlessGone(client.send(new DescribeSecretCommand({ SecretId }))),
    ),
    calls.fact("secretsmanager:GetResourcePolicy", SecretId, async () => {
      const answer = await unlessGone(client.send(new GetResourcePolicyCommand({ SecretId })));
      return answer?.ResourcePolicy;
    }),
  ]);
  if ("unread" in secret) {
    return { secret, policy };
  }
  return secret.value === undefined ? undefined : { secret: { value: secret.value }, policy };
}

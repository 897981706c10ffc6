import type { DescribeSecretResponse } from "@aws-sdk/client-secrets-manager";
import type { Secret, SecretPolicy, SecretRotation } from "../model";
import { unknown, type Value } from "../value";
import { type DescribedSecret, readValue } from "./description";
import { tagged } from "./tags";

interface SecretParts {
  readonly secret: Secret;
  readonly rotation: readonly SecretRotation[];
  readonly policy: readonly SecretPolicy[];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
export function secretParts(reference: string, described: DescribedSecret, region: string): SecretParts {
  const fact = described.secret;
  const found = readValue(fact);
  const id = found?.ARN ?? reference;
  const name = found?.Name ?? reference;
  const part = (what: string) => ({ id: `${id}/${what}`, name, identifiers: [], region, secret: id });
  const unread = "unread" in fact ? unknown(`the secret ${reference} (${fact.unread})`) : undefined;
  return {
    secret: {
      id,
      name,
      identifiers: [...new Set([id, name, reference])],
      region,
      ...(unread === undefined ? tagged(found?.Tags) : { tags: unread }),
      kmsKeyId: unread ?? found?.KmsKeyId,
      owningService: unread ?? found?.OwningService,
    },
    rotation: [
      {
        ...part("rotation"),
        enabled: unread ?? found?.RotationEnabled ?? false,
        days: unread ?? (found === undefined ? undefined : daysOf(name, found)),
      },
    ],
    policy: policyOf(described, part("policy")),
  };
}

/** AWS works the days out of a schedule with every rotation, so that they are missing until the first one. */
function daysOf(name: string, { RotationRules: rules }: DescribeSecretResponse): Value<number> {
  const { AutomaticallyAfterDays: days, ScheduleExpression: schedule } = rules ?? {};
  return days === undefined && schedule !== undefined ? unknown(`the first rotation of ${name}`) : days;
}

function policyOf({ policy }: DescribedSecret, part: Omit<SecretPolicy, "document">): readonly SecretPolicy[] {
  if ("unread" in policy) {
    return [{ ...part, document: unknown(`the policy of secret ${part.name} (${policy.unread})`) }];
  }
  return policy.value === undefined ? [] : [{ ...part, document: policy.value }];
}

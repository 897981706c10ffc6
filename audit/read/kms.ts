import { DescribeKeyCommand, type KeyMetadata, type KMSClient } from "@aws-sdk/client-kms";
import type { DBInstance } from "@aws-sdk/client-rds";
import { type DescribedTable, type Fact, readValue } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

/** The keys that databases name, each asked about once. */
export async function readKeys(
  client: KMSClient,
  calls: Calls,
  references: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Fact<KeyMetadata>>> {
  const keys = await Promise.all(
    [...references].map(async (reference) => [reference, await readKey(client, calls, reference)] as const),
  );
  return new Map(keys);
}

/** How databases name their keys: by ARN, as far as known. */
export function referencedKeys(instances: readonly DBInstance[], tables: readonly DescribedTable[]): Set<string> {
  return new Set(
    [
      ...instances.flatMap((instance) => [instance.KmsKeyId, instance.PerformanceInsightsKMSKeyId]),
      ...tables.map(({ table }) => readValue(table)?.SSEDescription?.KMSMasterKeyArn),
    ].flatMap((reference) => reference ?? []),
  );
}

function readKey(client: KMSClient, calls: Calls, KeyId: string): Promise<Fact<KeyMetadata>> {
  return calls.fact("kms:DescribeKey", KeyId, async () => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
    return KeyMetadata ?? { KeyId };
  });
}

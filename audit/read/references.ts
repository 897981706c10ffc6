import { type AccountDescription, readValue } from "../../inventory/from-account/description";
import { isReplicatedTo } from "../../inventory/from-account/replicated-backup";

type Named = Pick<
  AccountDescription,
  | "region"
  | "dbInstances"
  | "dbClusters"
  | "dbSnapshots"
  | "dbClusterSnapshots"
  | "automatedBackups"
  | "tables"
  | "secrets"
  | "kinesisStreams"
  | "backupVaults"
>;

/** The keys that databases, their backups and their secrets name: by ARN, as far as known. */
export function keysOf(named: Named): readonly (string | undefined)[] {
  return [
    ...[...named.dbInstances.items, ...named.dbClusters.items].flatMap((database) => [
      database.KmsKeyId,
      database.PerformanceInsightsKMSKeyId,
      database.MasterUserSecret?.KmsKeyId,
      database.ActivityStreamKmsKeyId,
    ]),
    ...[...named.dbSnapshots.items, ...named.dbClusterSnapshots.items].map(({ KmsKeyId }) => KmsKeyId),
    ...named.automatedBackups.items
      .filter((backup) => isReplicatedTo(named.region, backup))
      .map(({ KmsKeyId }) => KmsKeyId),
    ...named.tables.map(({ table }) => readValue(table)?.SSEDescription?.KMSMasterKeyArn),
    ...[...named.secrets.values()].map(({ secret }) => readValue(secret)?.KmsKeyId),
    ...[...named.kinesisStreams.values()].map((stream) => readValue(stream)?.KeyId),
    ...named.backupVaults.items.map(({ EncryptionKeyArn }) => EncryptionKeyArn),
  ];
}

/** The secrets with which proxies and databases log in. */
export function secretsOf({
  dbInstances,
  dbClusters,
  dbProxies,
}: Pick<AccountDescription, "dbInstances" | "dbClusters" | "dbProxies">): readonly (string | undefined)[] {
  return [
    ...[...dbInstances.items, ...dbClusters.items].map(({ MasterUserSecret }) => MasterUserSecret?.SecretArn),
    ...dbInstances.items.flatMap(({ DomainMemberships = [] }) =>
      DomainMemberships.map((domain) => domain.AuthSecretArn),
    ),
    ...dbProxies.items.flatMap(({ Auth = [] }) => Auth.map(({ SecretArn }) => SecretArn)),
  ];
}

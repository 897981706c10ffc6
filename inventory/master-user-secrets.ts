import type { DbCluster, DbInstance, Lists, Secret } from "./model";

const suffix = "#master-user-secret";

/**
 * The secrets in which RDS keeps the master passwords that it manages. No resource of a program declares them, so each
 * stands under its database, and what is found about it is reported there.
 */
export function masterUserSecrets({ dbInstances, dbClusters }: Pick<Lists, "dbInstances" | "dbClusters">): Secret[] {
  return [...dbInstances, ...dbClusters].filter(({ masterPassword }) => masterPassword === "managed").map(secretOf);
}

/** The database whose managed password a secret is; undefined for one that a program declares. */
export function databaseOfSecret({ id }: Secret): string | undefined {
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : undefined;
}

function secretOf(database: DbInstance | DbCluster): Secret {
  const { id, name, region, masterUserSecret, masterUserSecretKmsKeyId } = database;
  return {
    id: `${id}${suffix}`,
    name,
    identifiers: typeof masterUserSecret === "string" ? [masterUserSecret] : [],
    ...(region === undefined ? {} : { region }),
    kmsKeyId: masterUserSecretKmsKeyId,
    owningService: "rds",
  };
}

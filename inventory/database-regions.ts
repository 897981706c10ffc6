import type { DatabaseRegion, Lists, Resource } from "./model";

/**
 * The regions in which a program or an account has databases. Each stands under the database that comes first by its
 * id, as a region has no URN of its own to report.
 */
export function databaseRegions({
  dbInstances,
  dbClusters,
}: Pick<Lists, "dbInstances" | "dbClusters">): readonly DatabaseRegion[] {
  const databases = [
    ...dbInstances.map((database) => ({ database, type: "db-instance" })),
    ...dbClusters.map((database) => ({ database, type: "db-cluster" })),
  ];
  const regions = new Map<string | undefined, typeof databases>();
  for (const found of databases) {
    const { region } = found.database;
    const list = regions.get(region);
    if (list === undefined) {
      regions.set(region, [found]);
    } else {
      list.push(found);
    }
  }
  return [...regions.values()].map((found) =>
    regionOf(
      found.map(({ database }) => database),
      new Set(found.map(({ type }) => type)),
    ),
  );
}

function regionOf(databases: readonly Resource[], types: ReadonlySet<string>): DatabaseRegion {
  const first = databases.reduce((least, database) => (database.id < least.id ? database : least));
  return {
    id: `${first.id}#region`,
    name: first.name,
    identifiers: [],
    ...(first.region === undefined ? {} : { region: first.region }),
    databases: [...types],
  };
}

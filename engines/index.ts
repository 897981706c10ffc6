import { auroraMysql } from "./aurora-mysql";
import { auroraPostgresql } from "./aurora-postgresql";
import type { ClusterEngine } from "./cluster-engine";
import { db2 } from "./db2";
import type { Engine } from "./engine";
import { mariadb } from "./mariadb";
import { multiAzMysql, multiAzPostgres } from "./multi-az-cluster";
import { mysql } from "./mysql";
import { oracle } from "./oracle";
import { postgres } from "./postgres";
import { sqlserver, sqlserverExpress } from "./sqlserver";

export {
  type ClusterEdition,
  classHas,
  clusterEditionNamed,
  clusterEditions,
  clusterFamilyOf,
} from "./cluster-edition";
export type { ClusterEngine } from "./cluster-engine";
export { type Edition, editionNamed, editions, familyOf, isSupported, reservedUsernames } from "./edition";
export type { Engine, RequiredSetting, Requirement } from "./engine";

export const engines: readonly Engine[] = [postgres, mysql, mariadb, sqlserver, sqlserverExpress, oracle, db2];

/** The facts of an engine by its API name ("postgres", "oracle-se2" ...), or undefined for one that is not known. */
export function engineNamed(name: string): Engine | undefined {
  return engines.find(({ names }) => names.includes(name.toLowerCase()));
}

/** The engines of DB clusters: those of Aurora, and those of Multi-AZ DB clusters. */
export const clusterEngines: readonly ClusterEngine[] = [auroraPostgresql, auroraMysql, multiAzPostgres, multiAzMysql];

/** The facts of a cluster's engine by its API name, or undefined for one that is not known. */
export function clusterEngineNamed(name: string): ClusterEngine | undefined {
  return clusterEngines.find((engine) => engine.name === name.toLowerCase());
}

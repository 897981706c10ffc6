import { db2 } from "./db2";
import type { Engine } from "./engine";
import { mariadb } from "./mariadb";
import { mysql } from "./mysql";
import { oracle } from "./oracle";
import { postgres } from "./postgres";
import { sqlserver } from "./sqlserver";

export type { Engine, RequiredSetting, Requirement } from "./engine";

export const engines: readonly Engine[] = [postgres, mysql, mariadb, sqlserver, oracle, db2];

/** The facts of an engine by its API name ("postgres", "oracle-se2" ...), or undefined for one that is not known. */
export function engineNamed(name: string): Engine | undefined {
  return engines.find(({ names }) => names.includes(name.toLowerCase()));
}

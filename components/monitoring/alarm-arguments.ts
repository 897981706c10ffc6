import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, ArgumentNames } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";

/** When CloudWatch tells that a database is in trouble, by a message to its topic. */
export interface DatabaseAlarms {
  /** Percent of the storage of an instance, from 1 to 99, below which free storage is too little. Default: 10. */
  freeStoragePercent?: number;

  /** Percent of the processor, from 1 to 100, above which its use of 15 minutes is too much. Default: 90. */
  cpuPercent?: number;

  /** Connections, at least 1, above which they are too many. Default: none, as how many there may be is the class's. */
  connections?: number;

  /** Seconds, at least 1, by which a replica may be late. Default: 300. */
  replicaLagSeconds?: number;

  /**
   * Log-ins that failed within five minutes, at least 1, that are too many, for engines that log them. Default: 20.
   */
  failedLogins?: number;
}

export interface AlarmSettings {
  /** Percent. */
  readonly freeStorage: number;
  /** Percent. */
  readonly cpu: number;
  readonly connections: number | undefined;
  /** Seconds. */
  readonly replicaLag: number;
  /** In five minutes. */
  readonly failedLogins: number;
}

const names: ArgumentNames<DatabaseAlarms> = {
  freeStoragePercent: true,
  cpuPercent: true,
  connections: true,
  replicaLagSeconds: true,
  failedLogins: true,
};

/** Checks the argument `alarms` of a database, and completes it by its defaults. */
export function checkAlarms(checks: ArgumentChecks, alarms: DatabaseAlarms = {}): AlarmSettings {
  checks.known("alarms", alarms, names);
  const number = (name: keyof DatabaseAlarms, whenAbsent: number, to: number, unit: string): number =>
    checks.plain(`alarms.${name}`, alarms[name] ?? whenAbsent, wholeNumber(1, to, unit));
  return {
    freeStorage: number("freeStoragePercent", 10, 99, "percent"),
    cpu: number("cpuPercent", 90, 100, "percent"),
    connections: alarms.connections === undefined ? undefined : number("connections", 1, 100_000, "connections"),
    replicaLag: number("replicaLagSeconds", 300, 86_400, "seconds"),
    failedLogins: number("failedLogins", 20, 100_000, "log-ins"),
  };
}

/** A database that is watched. */
export interface Watched {
  /** Ends the names of its alarms where a component has several; "" for the first. */
  readonly suffix: string;
  /** Absent: the provider's. */
  readonly region?: string;
  /** As CloudWatch knows it: {DBInstanceIdentifier: ...}. */
  readonly dimensions: Record<string, pulumi.Input<string>>;
  /** GiB; absent where storage grows by itself without an end, as Aurora's. */
  readonly allocatedStorage?: pulumi.Input<number>;
  /** The metric of its lag behind its source, and what part of a second it counts in; absent: it is no replica. */
  readonly lag?: { readonly metric: string; readonly perSecond: number };
  /** Absent: its engine logs none. */
  readonly failedLogins?: { readonly logGroupName: pulumi.Input<string>; readonly pattern: string };
}

import type { RequiredSetting } from "./engine";

/** Facts about one engine of DB clusters, whose settings are all parameters of their cluster parameter group. */
export interface ClusterEngine {
  /** The engine's name, as the RDS API spells it. */
  readonly name: string;
  /** The default port. */
  readonly port: number;
  /** What forces every connection onto TLS. */
  readonly tls: readonly RequiredSetting[];
  /** What logs DDL statements, connections and disconnections; absent: no parameter does. */
  readonly statementLogging?: readonly RequiredSetting[];
  /** What writes an audit trail of its own; absent: no parameter does. */
  readonly audit?: readonly RequiredSetting[];
  /** Of the parameters above, those that the instance parameter group of a member sets over the cluster's. */
  readonly instanceParameters: readonly string[];
  /** CloudWatch log exports that carry the audit trail and the errors. */
  readonly logExports: readonly string[];
  /** The log, of those that are exported, that tells of log-ins that failed, and what its lines about them hold. */
  readonly failedLogins?: { readonly log: string; readonly pattern: string };
  /** It can be rewound in place. */
  readonly backtrack?: boolean;
  /** It can send its activity to a stream. */
  readonly activityStream?: boolean;
}

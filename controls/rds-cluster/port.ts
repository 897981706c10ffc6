import type { DbCluster, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { clusterEngineOf, sourceClusterOf } from "../cluster-engine";
import { type Answer, defineControl, offUnlessConfigured } from "../control";

export const port = defineControl<"dbClusters", { enabled: boolean }>({
  id: "rds-cluster-port",
  title: "RDS cluster listens on a port of its own",
  subject: "dbClusters",
  severity: "low",
  why: "Whoever scans for databases tries the default ports first.",
  remediation:
    "Set port to one other than the default of the engine (1150 to 65535) and tell the clients and security groups.",
  peerIds: {
    securityHub: ["RDS.23"],
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    prowler: ["rds_cluster_non_default_port"],
  },
  options: { ...offUnlessConfigured },
  looksAt: "both",
  evaluate: judge,
});

function judge(cluster: DbCluster, inventory: Inventory): Answer {
  const engine = clusterEngineOf(cluster);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  const isRestored = cluster.snapshot !== undefined || cluster.restoreSource !== undefined;
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
  const source = cluster.port === undefined && isRestored ? sourceClusterOf(cluster, inventory) : cluster;
  if (source === undefined) {
    return undecided("the port of what it is restored from");
  }
  if (isUnknown(source.port)) {
    return undecided(source.port.waitsFor);
  }
  const needed = `it must be none of the default ${engine.port}`;
  if (source.port === undefined) {
    return fails(`port is not set (${engine.port})`, needed);
  }
  return source.port === engine.port ? fails(`port is ${source.port}`, needed) : holds;
}

import type { DbCluster } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { clusterEngineOf, exceptServerless } from "../cluster-engine";
import { type Answer, defineControl } from "../control";

export const logsExported = defineControl<"dbClusters", object>({
  id: "rds-cluster-logs-exported",
  title: "RDS cluster exports its logs to CloudWatch Logs",
  subject: "dbClusters",
  severity: "medium",
  why: "Logs that stay on the instances are gone with them, and nobody is alerted by what they say.",
  remediation:
    "Set enabledCloudwatchLogsExports to the log types of the engine, such as postgresql on aurora-postgresql.",
  peerIds: {
    securityHub: ["RDS.34", "RDS.37"],
    nist: [
      "AC-2(4)",
      "AC-4(26)",
      "AC-6(9)",
      "AU-2",
      "AU-3",
      "AU-6(3)",
      "AU-6(4)",
      "AU-10",
      "AU-12",
      "CA-7",
      "SC-7(9)",
      "SI-3(8)",
      "SI-4(20)",
      "SI-7(8)",
    ],
    pci: ["10.2.1", "10.4.2"],
    checkov: ["CKV_AWS_324", "CKV_AWS_325"],
    prowler: ["rds_cluster_integration_cloudwatch_logs"],
  },
  options: {},
  looksAt: "resource",
  evaluate: judge,
});

function judge(cluster: DbCluster): Answer {
  return exceptServerless(cluster, "Aurora Serverless version 1 exports its logs by itself", judgeExports(cluster));
}

function judgeExports(cluster: DbCluster): Answer {
  const exports = cluster.logExports ?? [];
  const engine = clusterEngineOf(cluster);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  if (isUnknown(exports)) {
    return undecided(exports.waitsFor);
  }
  const missing = engine.logExports.filter((type) => !exports.includes(type));
  if (missing.length === 0) {
    return holds;
  }
  const pending = exports.filter(isUnknown);
  return pending[0] !== undefined && pending.length >= missing.length
    ? undecided(pending[0].waitsFor)
    : fails(
        exports.length === 0
          ? "enabledCloudwatchLogsExports is not set (no logs)"
          : `enabledCloudwatchLogsExports lacks ${missing.join(", ")}`,
        `it must hold ${engine.logExports.join(", ")}`,
      );
}

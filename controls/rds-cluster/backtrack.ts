import type { DbCluster } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { clusterEngineOf, exceptServerless } from "../cluster-engine";
import { type Answer, defineControl, offUnlessConfigured } from "../control";

export const backtrack = defineControl<"dbClusters", { enabled: boolean }>({
  id: "rds-cluster-backtrack",
  title: "RDS cluster can be rewound",
  subject: "dbClusters",
  severity: "low",
  why: "Backtracking undoes a mistaken statement in minutes, where a restore takes hours and a new cluster.",
  remediation:
    "Set backtrackWindow to the seconds to go back, at most 259200; an existing cluster takes it only when it is restored or cloned.",
  peerIds: {
    securityHub: ["RDS.14"],
    nist: ["CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "SI-13(5)"],
    checkov: ["CKV_AWS_326"],
    prowler: ["rds_cluster_backtrack_enabled"],
  },
  options: { ...offUnlessConfigured },
  looksAt: "resource",
  evaluate: judge,
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html */
function judge(cluster: DbCluster): Answer {
  const engine = clusterEngineOf(cluster);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  return engine.backtrack === true
    ? exceptServerless(cluster, "Aurora Serverless version 1 has no backtracking", judgeWindow(cluster))
    : notApplicable(`${engine.name} has no backtracking`);
}

function judgeWindow({ backtrackWindow }: DbCluster): Answer {
  if (isUnknown(backtrackWindow)) {
    return undecided(backtrackWindow.waitsFor);
  }
  return backtrackWindow !== undefined && backtrackWindow > 0
    ? holds
    : fails(
        backtrackWindow === undefined
          ? "backtrackWindow is not set (off by default)"
          : `backtrackWindow is ${backtrackWindow}`,
        "it must be more than 0 seconds",
      );
}

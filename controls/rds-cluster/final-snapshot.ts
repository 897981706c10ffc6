import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { defineControl } from "../control";

export const finalSnapshot = defineControl<"dbClusters", object>({
  id: "rds-cluster-final-snapshot",
  title: "RDS cluster leaves a last snapshot when it is deleted",
  subject: "dbClusters",
  severity: "low",
  why: "Automated backups go with the cluster, so that without a last snapshot a mistaken deletion is for good.",
  remediation: "Set skipFinalSnapshot to false and finalSnapshotIdentifier to the name of the snapshot.",
  peerIds: {},
  options: {},
  // An account does not show it: it is said when the cluster is deleted.
  gates: ["policy-pack"],
  looksAt: "resource",
  evaluate({ skipFinalSnapshot }) {
    if (isUnknown(skipFinalSnapshot)) {
      return undecided(skipFinalSnapshot.waitsFor);
    }
    return skipFinalSnapshot === true ? fails("skipFinalSnapshot is true", "it must be false") : holds;
  },
});

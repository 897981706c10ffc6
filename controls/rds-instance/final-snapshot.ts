import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { isCustom } from "../custom-engine";

export const finalSnapshot = defineControl<"dbInstances", object>({
  id: "rds-instance-final-snapshot",
  title: "RDS instance leaves a last snapshot when it is deleted",
  subject: "dbInstances",
  severity: "low",
  why: "Automated backups go with the instance, so that without a last snapshot a mistaken deletion is for good.",
  remediation: "Set skipFinalSnapshot to false and finalSnapshotIdentifier to the name of the snapshot.",
  peerIds: {},
  options: {},
  // An account does not show it: it is said when the instance is deleted.
  gates: ["policy-pack"],
  looksAt: "resource",
  evaluate(instance) {
    const { replicaSource, engine, skipFinalSnapshot } = instance;
    const byCluster = judgedWithCluster(instance, "snapshots");
    if (byCluster !== undefined) {
      return byCluster;
    }
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
    if (replicaSource !== undefined || isCustom(engine)) {
      return notApplicable("AWS takes no last snapshot of a read replica or an RDS Custom instance");
    }
    if (isUnknown(skipFinalSnapshot)) {
      return undecided(skipFinalSnapshot.waitsFor);
    }
    return skipFinalSnapshot === true ? fails("skipFinalSnapshot is true", "it must be false") : holds;
  },
});

import type { DbCluster, Inventory } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, notApplicable, undecided } from "../answers";
import { clusterEngineOf, exceptServerless } from "../cluster-engine";
import { type Answer, defineControl, offUnlessConfigured } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const activityStream = defineControl<"dbClusters", { readonly enabled: boolean } & TrustedKeys>({
  id: "rds-cluster-activity-stream",
  title: "RDS cluster sends its activity to a stream",
  subject: "dbClusters",
  severity: "medium",
  why: "An activity stream shows what is done in the database to people whom its administrators cannot silence.",
  remediation: "Add a ClusterActivityStream for the cluster with the ARN of a customer managed key as kmsKeyId.",
  peerIds: {},
  options: { ...offUnlessConfigured, ...trustedKeysOption },
  looksAt: "inventory",
  evaluate: judge,
});

function judge(cluster: DbCluster, inventory: Inventory, trusted: TrustedKeys): Answer {
  const engine = clusterEngineOf(cluster);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  return engine.activityStream === true
    ? exceptServerless(cluster, "Aurora Serverless has no activity streams", judgeStream(cluster, inventory, trusted))
    : notApplicable(`${engine.name} has no activity streams of clusters`);
}

function judgeStream(cluster: DbCluster, inventory: Inventory, trusted: TrustedKeys): Answer {
  const { found, unknowns } = referrers(inventory, "activityStreams", "cluster", "dbClusters", cluster);
  const [stream] = found;
  if (stream !== undefined) {
    return mustNameCustomerManagedKey(
      inventory,
      "kmsKeyId",
      stream.kmsKeyId,
      "required by AWS",
      cluster.region,
      trusted,
    );
  }
  if (hasServerlessMember(cluster, inventory)) {
    return notApplicable("Aurora Serverless has no activity streams");
  }
  const [open] = unknowns;
  return open === undefined
    ? fails("it has no activity stream", "it must have one with a customer managed key")
    : undecided(open.waitsFor);
}

/**
 * A cluster sends a stream of all its members or none, and Serverless v2 is a class of a member.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html
 */
function hasServerlessMember(cluster: DbCluster, inventory: Inventory): boolean {
  return referrers(inventory, "dbInstances", "cluster", "dbClusters", cluster).found.some(
    ({ instanceClass }) => instanceClass === "db.serverless",
  );
}

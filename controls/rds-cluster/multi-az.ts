import type { DbCluster, DbInstance, Inventory } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { isMultiAzCluster } from "../cluster-engine";
import { type Answer, defineControl } from "../control";

const needed = "it must have instances in at least two availability zones";

export const multiAz = defineControl<"dbClusters", object>({
  id: "rds-cluster-multi-az",
  title: "RDS cluster has instances in two availability zones",
  subject: "dbClusters",
  severity: "medium",
  why: "With its instances in one zone a cluster is gone for as long as the zone or the host is.",
  remediation:
    "Add a second ClusterInstance in another availability zone, or make it a Multi-AZ DB cluster by dbClusterInstanceClass.",
  peerIds: {
    securityHub: ["RDS.15"],
    cis: ["2.2.4"],
    nist: ["CP-6(2)", "CP-10", "SC-5(2)", "SC-36", "SI-13(5)"],
    prowler: ["rds_cluster_multi_az"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(cluster: DbCluster, inventory: Inventory): Answer {
  const isMultiAz = isMultiAzCluster(cluster);
  if (isMultiAz === true) {
    return holds;
  }
  if (cluster.engineMode === "serverless") {
    return notApplicable("Aurora Serverless version 1 moves to another zone by itself");
  }
  const { found, unknowns } = referrers(inventory, "dbInstances", "cluster", "dbClusters", cluster);
  const open = [isMultiAz, cluster.engineMode].find(isUnknown) ?? unknowns[0];
  // An account counts all members, a program shows those that it declares.
  const count = Math.max(found.length, cluster.memberCount ?? 0);
  if (count < 2) {
    return open === undefined
      ? fails(count === 0 ? "it has no instance" : "it has one instance", needed)
      : undecided(open.waitsFor);
  }
  return judgeZones(found, count, open?.waitsFor);
}

/** Aurora puts an instance that names no zone into another one than the others. */
function judgeZones(members: readonly DbInstance[], count: number, open: string | undefined): Answer {
  const zones = members.map(({ availabilityZone }) => availabilityZone);
  const known = new Set(zones.filter((zone) => typeof zone === "string"));
  if (known.size > 1 || zones.includes(undefined)) {
    return holds;
  }
  const waitsFor = zones.find(isUnknown)?.waitsFor ?? open;
  if (waitsFor !== undefined || members.length < count) {
    return undecided(waitsFor ?? "the zones of its instances");
  }
  return fails(`its ${count} instances are all in one availability zone`, needed);
}

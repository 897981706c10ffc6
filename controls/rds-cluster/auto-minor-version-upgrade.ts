import type { DbCluster, DbInstance, Inventory } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { all, fails, holds, undecided } from "../answers";
import { exceptServerless } from "../cluster-engine";
import { type Answer, defineControl } from "../control";

export const autoMinorVersionUpgrade = defineControl<"dbClusters", object>({
  id: "rds-cluster-auto-minor-version-upgrade",
  title: "RDS cluster and its instances take minor version upgrades by themselves",
  subject: "dbClusters",
  severity: "medium",
  why: "Minor versions mend security holes, and one instance that refuses them keeps its whole cluster from them.",
  remediation: "Set autoMinorVersionUpgrade to true, or leave it out, on the cluster and on every ClusterInstance.",
  peerIds: {
    securityHub: ["RDS.13", "RDS.35"],
    cis: ["2.2.2"],
    nist: ["SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    pci: ["6.3.3"],
    checkov: ["CKV_AWS_226"],
    prowler: ["rds_cluster_minor_version_upgrade_enabled", "rds_instance_minor_version_upgrade_enabled"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
  remedy: {
    types: ["aws:rds/cluster:Cluster", "aws-native:rds:DbCluster"],
    properties: () => ({ autoMinorVersionUpgrade: true }),
  },
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html */
function judge(cluster: DbCluster, inventory: Inventory): Answer {
  const { found, maybe, unknowns } = referrers(inventory, "dbInstances", "cluster", "dbClusters", cluster);
  const [open] = unknowns;
  const mayBeOff = mayOneBeOff(maybe);
  const unread = unknowns.length > maybe.length;
  return exceptServerless(
    cluster,
    "AWS upgrades Aurora Serverless version 1 by itself",
    all([
      mustNotBeOff(cluster.autoMinorVersionUpgrade, ""),
      ...found.map((member) => mustNotBeOff(member.autoMinorVersionUpgrade, ` on its instance ${member.name}`)),
      open !== undefined && (mayBeOff || unread) ? undecided(open.waitsFor) : holds,
    ]),
  );
}

function mustNotBeOff(value: DbCluster["autoMinorVersionUpgrade"], where: string): Answer {
  if (isUnknown(value)) {
    return undecided(value.waitsFor);
  }
  return value === false ? fails(`autoMinorVersionUpgrade is false${where}`, "it must be true") : holds;
}

/** Asked once of a list, which the clusters of an inventory share where no member tells its cluster. */
function mayOneBeOff(members: readonly DbInstance[]): boolean {
  const known = asked.get(members);
  if (known !== undefined) {
    return known;
  }
  const answer = members.some(({ autoMinorVersionUpgrade: value }) => value === false || isUnknown(value));
  asked.set(members, answer);
  return answer;
}

const asked = new WeakMap<readonly DbInstance[], boolean>();

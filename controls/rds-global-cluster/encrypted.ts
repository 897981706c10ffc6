import type { GlobalCluster, Inventory } from "../../inventory/model";
import { isObserved } from "../../inventory/observed";
import { resolve } from "../../inventory/resolve";
import { fails, mustBeOn, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { clusterMustBeEncrypted } from "../storage-encryption";

export const encrypted = defineControl<"globalClusters", object>({
  id: "rds-global-cluster-encrypted",
  title: "RDS global cluster encrypts its storage",
  subject: "globalClusters",
  severity: "high",
  why: "What a global cluster does not encrypt lies in clear text in every region that it spans.",
  remediation:
    "Set storageEncrypted to true, or make it from a sourceDbClusterIdentifier that is encrypted; either makes a new global cluster.",
  peerIds: { checkov: ["CKV_AWS_140"] },
  options: {},
  looksAt: "both",
  evaluate: judge,
});

/**
 * One that is made from a cluster is encrypted where that is, whatever it asks for itself.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html
 */
function judge(cluster: GlobalCluster, inventory: Inventory): Answer {
  const own = mustBeOn("storageEncrypted", cluster.storageEncrypted, "off by default");
  if (cluster.sourceCluster === undefined || isObserved(inventory, cluster)) {
    return own;
  }
  const source = resolve(inventory, "dbClusters", cluster.sourceCluster);
  switch (source.to) {
    case "resource": {
      const answer = clusterMustBeEncrypted(source.resource, inventory);
      return answer.answer === "fails"
        ? fails(`the cluster that it is made from fails: ${answer.found}`, answer.needed)
        : answer;
    }
    case "outside":
      return undecided(`the encryption of cluster ${shown(source.identifier, "arn")}, not in this ${inventory.scope}`);
    case "unknown":
      return undecided(source.unknown.waitsFor);
    case "nothing":
      return own;
  }
}

import { isVersionFrom } from "../../engines/version";
import type { DbCluster, GlobalCluster, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { clusterVersionOf } from "../cluster-engine";
import { type Answer, defineControl } from "../control";

/** https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-51 */
const supportedFrom = "8.0.mysql_aurora.3.08.0";
const longTermSupport = [0, 1, 2, 3].map((patch) => `8.0.mysql_aurora.3.04.${patch}`);
const needed = `it must be ${supportedFrom} or later, or one of ${longTermSupport.join(", ")}`;

export const engineVersionSupported = defineControl<"globalClusters", object>({
  id: "rds-global-cluster-engine-version-supported",
  title: "RDS global cluster runs a supported version of Aurora MySQL",
  subject: "globalClusters",
  severity: "high",
  why: "A version past its support gets no mended security holes, and costs extra.",
  remediation: "Set engineVersion to 8.0.mysql_aurora.3.08.0 or later.",
  peerIds: { securityHub: ["RDS.51"] },
  options: {},
  looksAt: "both",
  evaluate: judge,
});

function judge(cluster: GlobalCluster, inventory: Inventory): Answer {
  // Engine and version of a source cluster count, whatever the global cluster asks for itself.
  const source = sourceOf(cluster, inventory);
  if (isUnknown(source)) {
    return undecided(source.waitsFor);
  }
  const { engine } = source ?? cluster;
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  if (engine !== undefined && !["aurora", "aurora-mysql"].includes(engine.toLowerCase())) {
    return notApplicable("it does not run Aurora MySQL");
  }
  return judgeVersion(source === undefined ? cluster.engineVersion : clusterVersionOf(source, inventory));
}

function judgeVersion(version: Value<string>): Answer {
  if (version === undefined) {
    return undecided("the engine version, which AWS chooses where engineVersion is not set");
  }
  if (isUnknown(version)) {
    return undecided(version.waitsFor);
  }
  const found = version.toLowerCase();
  if (longTermSupport.includes(found) || isVersionFrom(found, supportedFrom)) {
    return holds;
  }
  // Part of a version stands for one that AWS chooses.
  return /^8\.0(\.mysql_aurora(\.3)?)?$/.test(found)
    ? undecided(`the engine version, which AWS chooses for ${found}`)
    : fails(`engineVersion is ${shown(version, "version")}`, needed);
}

function sourceOf({ sourceCluster }: GlobalCluster, inventory: Inventory): DbCluster | Unknown | undefined {
  const source = resolve(inventory, "dbClusters", sourceCluster);
  switch (source.to) {
    case "resource":
      return source.resource;
    case "nothing":
      return undefined;
    case "unknown":
      return source.unknown;
    case "outside":
      return unknown(`the engine of cluster ${shown(source.identifier, "arn")}, not in this ${inventory.scope}`);
  }
}

import type { ClusterEngine, RequiredSetting } from "../../engines";
import { versionOfFamily } from "../../engines/version";
import type { DbCluster, DbInstance, Inventory } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown, type Unknown } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { clusterVersionOf } from "../cluster-engine";
import type { Answer } from "../control";
import { judgeSettings } from "../engine-requirement";
import { type ParameterGroup, parameterGroupOf } from "../parameter-group";

/**
 * Judges what the cluster parameter group sets, and what the instance parameter groups of the members set over it.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html
 */
export function mustSetParameters(
  cluster: DbCluster,
  inventory: Inventory,
  engine: ClusterEngine,
  settings: readonly RequiredSetting[],
): Answer {
  return all([
    judgeClusterGroup(cluster, inventory, engine, settings),
    judgeInstanceGroups(
      cluster,
      inventory,
      settings.filter(({ name }) => engine.instanceParameters.includes(name)),
    ),
  ]);
}

function judgeClusterGroup(
  cluster: DbCluster,
  inventory: Inventory,
  engine: ClusterEngine,
  settings: readonly RequiredSetting[],
): Answer {
  const group = parameterGroupOf(inventory, "dbClusterParameterGroups", cluster.parameterGroup, cluster);
  if (isUnknown(group)) {
    return undecided(group.waitsFor);
  }
  const family = typeof group?.family === "string" ? group.family.toLowerCase() : undefined;
  if (family !== undefined && !isFamilyOf(family, engine.name)) {
    return fails(
      `cluster parameter group ${group?.name} is of family ${shown(family, "name")}`,
      `it must be of a family of ${engine.name}`,
    );
  }
  const parameters = group?.parameters ?? [];
  return isUnknown(parameters)
    ? undecided(parameters.waitsFor)
    : judgeSettings(
        settings,
        parameters,
        (family === undefined ? undefined : versionOfFamily(family)) ?? clusterVersionOf(cluster, inventory),
        group === undefined ? "its default cluster parameter group" : `cluster parameter group ${group.name}`,
      );
}

function judgeInstanceGroups(cluster: DbCluster, inventory: Inventory, settings: readonly RequiredSetting[]): Answer {
  if (settings.length === 0) {
    return holds;
  }
  const { found, maybe, unknowns } = referrers(inventory, "dbInstances", "cluster", "dbClusters", cluster);
  const judge = ({ parameterGroup }: Pick<DbInstance, "parameterGroup">): Answer =>
    judgeInstanceGroup(parameterGroupOf(inventory, "dbParameterGroups", parameterGroup, cluster), settings);
  const perhaps = all([holds, ...maybe.map(judge)]);
  return all([
    holds,
    judge({ parameterGroup: cluster.instanceParameterGroup }),
    ...found.map(judge),
    perhaps.answer === "fails" ? undecided(unknowns[0]?.waitsFor ?? "the members of the cluster") : perhaps,
  ]);
}

/** A parameter that the group does not set is left to the cluster. */
function judgeInstanceGroup(group: ParameterGroup | Unknown | undefined, settings: readonly RequiredSetting[]): Answer {
  if (isUnknown(group)) {
    return undecided(group.waitsFor);
  }
  const parameters = group?.parameters ?? [];
  if (isUnknown(parameters)) {
    return undecided(parameters.waitsFor);
  }
  const over = settings.filter(({ name }) =>
    parameters.some((parameter) => isUnknown(parameter.name) || parameter.name?.toLowerCase() === name),
  );
  return all([holds, judgeSettings(over, parameters, undefined, `parameter group ${group?.name} of a member`)]);
}

/** "aurora-mysql8.0" is one of aurora-mysql. */
function isFamilyOf(family: string, engine: string): boolean {
  return family.startsWith(engine) && /^\d+(\.\d+)?(-limitless)?$/.test(family.slice(engine.length));
}

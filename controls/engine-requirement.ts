import { engineNamed, type RequiredSetting, type Requirement } from "../engines";
import { type Engine, on } from "../engines/engine";
import { satisfies } from "../engines/setting";
import { versionOfFamily } from "../engines/version";
import type { DbInstance, Inventory, Parameter } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../inventory/value";
import { all, fails, holds, shown, undecided } from "./answers";
import { judgedWithCluster } from "./cluster-member";
import type { Answer } from "./control";
import { leftToCustomer } from "./custom-engine";
import { engineOf, longestChain, runsFrom } from "./instance-engine";
import { parameterGroupOf } from "./parameter-group";
import { isCrossRegionReplica } from "./replica";

/** Judges what an instance's parameter group or option group must set, by the facts of its engine. */
export function mustMeetRequirement(
  instance: DbInstance,
  inventory: Inventory,
  requirementOf: (engine: Engine) => Requirement,
): Answer {
  const elsewhere =
    judgedWithCluster(instance, "parameters") ?? leftToCustomer(instance, inventory, "parameter and option groups");
  if (elsewhere !== undefined) {
    return elsewhere;
  }
  const engine = engineOf(instance, inventory);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  const requirement = requirementOf(engine.facts);
  return requirement.in === "parameters"
    ? judgeParameters(instance, inventory, engine.facts, engine.version, requirement.settings)
    : judgeOption(instance, inventory, engine.facts, requirement);
}

/**
 * Where an instance has its groups from: a read replica takes those of its source in the same region.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
 */
function groupOwner(
  instance: DbInstance,
  inventory: Inventory,
  group: "parameterGroup" | "optionGroup",
  depth = 0,
): DbInstance | Unknown {
  if (instance[group] !== undefined || instance.replicaSource === undefined || isCrossRegionReplica(instance)) {
    return instance;
  }
  const source = resolve(inventory, "dbInstances", instance.replicaSource, instance);
  return source.to === "resource" && depth < longestChain
    ? groupOwner(source.resource, inventory, group, depth + 1)
    : unknown("the parameter group and option group of the instance that it replicates");
}

function judgeParameters(
  instance: DbInstance,
  inventory: Inventory,
  engine: Engine,
  version: Value<string>,
  settings: readonly RequiredSetting[],
): Answer {
  const owner = groupOwner(instance, inventory, "parameterGroup");
  const group = isUnknown(owner)
    ? owner
    : parameterGroupOf(inventory, "dbParameterGroups", owner.parameterGroup, owner);
  if (isUnknown(group)) {
    return undecided(group.waitsFor);
  }
  const family = group?.family;
  if (typeof family === "string" && engineOfFamily(family) !== engine) {
    return fails(
      `parameter group ${group?.name} is of family ${shown(family, "name")}`,
      `it must be of a family of ${engine.names.join(", ")}`,
    );
  }
  const parameters = group?.parameters ?? [];
  if (isUnknown(parameters)) {
    return undecided(parameters.waitsFor);
  }
  const familyVersion = typeof family === "string" ? versionOfFamily(family) : undefined;
  return judgeSettings(
    settings,
    parameters,
    familyVersion ?? version,
    group === undefined ? "its default parameter group" : `parameter group ${group.name}`,
  );
}

function judgeOption(
  instance: DbInstance,
  inventory: Inventory,
  engine: Engine,
  requirement: Extract<Requirement, { in: "option" }>,
): Answer {
  const needed = `it must have option ${requirement.option} with ${describe(requirement.settings)}`;
  const owner = groupOwner(instance, inventory, "optionGroup");
  if (isUnknown(owner)) {
    return undecided(owner.waitsFor);
  }
  const group = resolve(inventory, "dbOptionGroups", owner.optionGroup, owner);
  if (group.to === "unknown") {
    return undecided(group.unknown.waitsFor);
  }
  if (group.to === "nothing" || (group.to === "outside" && group.identifier.startsWith("default:"))) {
    return fails("its option group is the default one, which has no options", needed);
  }
  if (group.to === "outside") {
    return undecided(
      `the options of group ${shown(group.identifier, "name")}, which is not in this ${inventory.scope}`,
    );
  }
  const { name, engine: ofEngine } = group.resource;
  if (typeof ofEngine === "string" && engineNamed(ofEngine) !== engine) {
    return fails(
      `option group ${name} is of engine ${shown(ofEngine, "name")}`,
      `it must be of ${engine.names.join(", ")}`,
    );
  }
  const options = group.resource.options ?? [];
  if (isUnknown(options)) {
    return undecided(options.waitsFor);
  }
  const option = options.findLast(({ name }) => typeof name === "string" && name.toUpperCase() === requirement.option);
  if (option === undefined) {
    const unknownName = options.map(({ name }) => name).find(isUnknown);
    return unknownName === undefined
      ? fails(`option group ${name} lacks option ${requirement.option}`, needed)
      : undecided(unknownName.waitsFor);
  }
  const settings = option.settings ?? [];
  return isUnknown(settings)
    ? undecided(settings.waitsFor)
    : judgeSettings(requirement.settings, settings, undefined, `option ${requirement.option}`);
}

/** Judges what a list of parameters or option settings sets, or the engine by default. */
export function judgeSettings(
  required: readonly RequiredSetting[],
  found: readonly Parameter[],
  version: Value<string>,
  where: string,
): Answer {
  return all(required.map((setting) => judgeSetting(setting, found, version, where)));
}

function judgeSetting(
  setting: RequiredSetting,
  found: readonly Parameter[],
  version: Value<string>,
  where: string,
): Answer {
  const unknownName = found.map(({ name }) => name).find(isUnknown);
  const value = found.findLast(({ name }) => typeof name === "string" && name.toLowerCase() === setting.name)?.value;
  const needed = `it must be ${accepted(setting)}`;
  if (isUnknown(value)) {
    return undecided(value.waitsFor);
  }
  if (value !== undefined) {
    return satisfies(setting, value)
      ? holds
      : fails(`${setting.name} is ${value === "" ? "empty" : shown(value, "words")} in ${where}`, needed);
  }
  if (unknownName !== undefined) {
    return undecided(unknownName.waitsFor);
  }
  return judgeDefault(setting, version, where, needed);
}

/** Without a value the engine's default counts. */
function judgeDefault(setting: RequiredSetting, version: Value<string>, where: string, needed: string): Answer {
  const { holdsByDefaultFrom, defaultVersionMayBeOlder } = setting;
  const notSet = `${setting.name} is not set in ${where}`;
  if (holdsByDefaultFrom === undefined) {
    return fails(`${notSet} (off by default)`, needed);
  }
  if (version === undefined && defaultVersionMayBeOlder === true) {
    return undecided("the engine version, which RDS chooses");
  }
  const holding = runsFrom(version, holdsByDefaultFrom);
  if (isUnknown(holding)) {
    return undecided(holding.waitsFor);
  }
  return holding ? holds : fails(`${notSet} (off by default before version ${holdsByDefaultFrom})`, needed);
}

/** The values that hold, in words. */
function accepted({ holdsWith, recommended }: RequiredSetting): string {
  if (holdsWith === "any" || holdsWith === on || recommended === "1") {
    return recommended;
  }
  return holdsWith.map((words) => words.join(",") || "empty").join(" or ");
}

function engineOfFamily(family: string): Engine | undefined {
  const version = versionOfFamily(family) ?? "";
  const name = family.slice(0, family.length - version.length);
  return engineNamed(name.endsWith("-") ? name.slice(0, -1) : name);
}

function describe(settings: readonly RequiredSetting[]): string {
  return settings.map(({ name, recommended }) => `${name.toUpperCase()} ${recommended || "empty"}`).join(" and ");
}

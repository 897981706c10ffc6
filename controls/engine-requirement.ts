import { engineNamed, type RequiredSetting, type Requirement } from "../engines";
import type { Engine } from "../engines/engine";
import { satisfies } from "../engines/setting";
import { isVersionFrom, versionOfFamily } from "../engines/version";
import type { DbInstance, DbParameterGroup, Inventory, Parameter } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, type Value } from "../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "./answers";
import type { Answer } from "./control";

/** Judges what an instance's parameter group or option group must set, by the facts of its engine. */
export function mustMeetRequirement(
  instance: DbInstance,
  inventory: Inventory,
  requirementOf: (engine: Engine) => Requirement,
): Answer {
  if (instance.cluster !== undefined) {
    return notApplicable("the parameters of a cluster member are judged with its cluster");
  }
  const origin = originOf(instance, inventory);
  if (isUnknown(origin)) {
    return undecided(origin.waitsFor);
  }
  const engine = engineNamed(origin.engine);
  if (engine === undefined) {
    return undecided(`the facts of engine ${origin.engine}, which this version does not know`);
  }
  const requirement = requirementOf(engine);
  return requirement.in === "parameters"
    ? judgeParameters(instance, inventory, engine, origin.version, requirement.settings)
    : judgeOption(instance, inventory, requirement);
}

interface Origin {
  readonly engine: string;
  readonly version: Value<string>;
}

/** Engine and version, which a replica or a restore takes from its source when it does not name them. */
function originOf(instance: DbInstance, inventory: Inventory): Origin | Unknown {
  const { engine } = instance;
  if (typeof engine === "string") {
    return { engine, version: instance.engineVersion };
  }
  const source = resolve(inventory, "dbInstances", instance.replicaSource ?? instance.restoreSource);
  if (source.to === "resource" && source.resource.id !== instance.id) {
    return originOf(source.resource, inventory);
  }
  return isUnknown(engine)
    ? engine
    : { unknown: true, waitsFor: "the engine, which the instance's source decides", sources: [] };
}

function judgeParameters(
  instance: DbInstance,
  inventory: Inventory,
  engine: Engine,
  version: Value<string>,
  settings: readonly RequiredSetting[],
): Answer {
  const group = parameterGroupOf(instance, inventory);
  if (isUnknown(group)) {
    return undecided(group.waitsFor);
  }
  const family = group?.family;
  if (typeof family === "string" && engineOfFamily(family) !== engine) {
    return fails(
      `parameter group ${group?.name} is of family ${family}`,
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

/** The instance's own parameter group; a default group of AWS has a family and sets nothing. */
function parameterGroupOf(
  instance: DbInstance,
  inventory: Inventory,
): Pick<DbParameterGroup, "name" | "family" | "parameters"> | Unknown | undefined {
  const group = resolve(inventory, "dbParameterGroups", instance.parameterGroup);
  switch (group.to) {
    case "resource":
      return group.resource;
    case "nothing":
      return undefined;
    case "unknown":
      return group.unknown;
    case "outside": {
      const name = group.identifier.toLowerCase();
      return name.startsWith("default.")
        ? { name, family: name.slice("default.".length), parameters: [] }
        : {
            unknown: true,
            waitsFor: `the parameters of group ${group.identifier}, which is not in this ${inventory.scope}`,
            sources: [],
          };
    }
  }
}

function judgeOption(
  instance: DbInstance,
  inventory: Inventory,
  requirement: Extract<Requirement, { in: "option" }>,
): Answer {
  const needed = `it must have option ${requirement.option} with ${describe(requirement.settings)}`;
  const group = resolve(inventory, "dbOptionGroups", instance.optionGroup);
  if (group.to === "unknown") {
    return undecided(group.unknown.waitsFor);
  }
  if (group.to === "nothing" || (group.to === "outside" && group.identifier.startsWith("default:"))) {
    return fails("its option group is the default one, which has no options", needed);
  }
  if (group.to === "outside") {
    return undecided(`the options of group ${group.identifier}, which is not in this ${inventory.scope}`);
  }
  const options = group.resource.options ?? [];
  if (isUnknown(options)) {
    return undecided(options.waitsFor);
  }
  const option = options.find(({ name }) => typeof name === "string" && name.toUpperCase() === requirement.option);
  if (option === undefined) {
    const unknownName = options.map(({ name }) => name).find(isUnknown);
    return unknownName === undefined
      ? fails(`option group ${group.resource.name} lacks option ${requirement.option}`, needed)
      : undecided(unknownName.waitsFor);
  }
  const settings = option.settings ?? [];
  return isUnknown(settings)
    ? undecided(settings.waitsFor)
    : judgeSettings(requirement.settings, settings, undefined, `option ${requirement.option}`);
}

function judgeSettings(
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
    return satisfies(setting, value) ? holds : fails(`${setting.name} is ${value || "empty"} in ${where}`, needed);
  }
  if (unknownName !== undefined) {
    return undecided(unknownName.waitsFor);
  }
  return judgeDefault(setting, version, where, needed);
}

/** Without a value the engine's default counts; a version that nobody set is the newest. */
function judgeDefault(setting: RequiredSetting, version: Value<string>, where: string, needed: string): Answer {
  const { holdsByDefaultFrom } = setting;
  const notSet = `${setting.name} is not set in ${where}`;
  if (holdsByDefaultFrom === undefined) {
    return fails(`${notSet} (off by default)`, needed);
  }
  if (isUnknown(version) && holdsByDefaultFrom !== "0") {
    return undecided(version.waitsFor);
  }
  return isUnknown(version) || version === undefined || isVersionFrom(version, holdsByDefaultFrom)
    ? holds
    : fails(`${notSet} (off by default before version ${holdsByDefaultFrom})`, needed);
}

/** The values that hold, in words. */
function accepted({ holdsWith, recommended }: RequiredSetting): string {
  if (holdsWith === "any" || recommended === "1") {
    return recommended;
  }
  return holdsWith.map((words) => words.join(",") || "empty").join(" or ");
}

function engineOfFamily(family: string): Engine | undefined {
  return engineNamed(family.toLowerCase().replace(/-?\d+(\.\d+)?$/, ""));
}

function describe(settings: readonly RequiredSetting[]): string {
  return settings.map(({ name, recommended }) => `${name.toUpperCase()} ${recommended || "empty"}`).join(" and ");
}

import type { DbOption, Parameter } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Unknown, type Value } from "../value";
import { subnetTypes } from "./subnet";

/** aws.rds.SubnetGroup */
export function dbSubnetGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbSubnetGroups: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        subnets: properties.references("subnetIds", subnetTypes),
        tags: properties.tags(),
      },
    ],
  };
}

/** aws.rds.ParameterGroup */
export function dbParameterGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbParameterGroups: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        family: properties.string("family"),
        parameters: parametersOf(properties, "parameters"),
      },
    ],
  };
}

/** aws.rds.ClusterParameterGroup */
export function dbClusterParameterGroup(resource: ProgramResource): Part {
  return { dbClusterParameterGroups: dbParameterGroup(resource).dbParameterGroups ?? [] };
}

/** aws.rds.OptionGroup */
export function dbOptionGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbOptionGroups: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        engine: properties.string("engineName"),
        options: mapObjects(properties.objects("options"), optionOf, (option) => ({
          name: option,
          port: option,
          settings: option,
        })),
      },
    ],
  };
}

function optionOf(option: Properties): DbOption {
  return {
    name: option.string("optionName"),
    port: option.number("port"),
    settings: parametersOf(option, "optionSettings"),
  };
}

function parametersOf(properties: Properties, name: string): Value<readonly Parameter[]> {
  return mapObjects(
    properties.objects(name),
    (parameter) => ({ name: parameter.string("name"), value: parameter.string("value") }),
    (parameter) => ({ name: parameter, value: parameter }),
  );
}

/** What the objects of a list stand for, known or not; undefined ones are left out. */
export function mapObjects<T>(
  objects: Value<readonly Value<Properties>[]>,
  known: (object: Properties) => T,
  notKnown: (object: Unknown) => T,
): Value<readonly T[]> {
  return objects === undefined || isUnknown(objects)
    ? objects
    : objects.flatMap((object) => (object === undefined ? [] : [isUnknown(object) ? notKnown(object) : known(object)]));
}

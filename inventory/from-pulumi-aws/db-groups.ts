import type { DbOption, Parameter } from "../model";
import { isUnknown, type Unknown, type Value } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";
import { subnetTypes } from "./subnet";

/** aws.rds.SubnetGroup */
export function dbSubnetGroup(resource: ProgramResource): Part {
  const subnets = Properties.of(resource).references("subnetIds", subnetTypes);
  return { dbSubnetGroups: [{ ...resourceOf(resource, ["arn", "name"]), subnets }] };
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

/** aws.rds.OptionGroup */
export function dbOptionGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbOptionGroups: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        engine: properties.string("engineName"),
        options: mapObjects(properties.objects("options"), optionOf, (option) => ({ name: option, settings: option })),
      },
    ],
  };
}

function optionOf(option: Properties): DbOption {
  return { name: option.string("optionName"), settings: parametersOf(option, "optionSettings") };
}

function parametersOf(properties: Properties, name: string): Value<readonly Parameter[]> {
  return mapObjects(
    properties.objects(name),
    (parameter) => ({ name: parameter.string("name"), value: parameter.string("value") }),
    (parameter) => ({ name: parameter, value: parameter }),
  );
}

function mapObjects<T>(
  objects: Value<readonly Value<Properties>[]>,
  known: (object: Properties) => T,
  notKnown: (object: Unknown) => T,
): Value<readonly T[]> {
  return objects === undefined || isUnknown(objects)
    ? objects
    : objects.flatMap((object) => (object === undefined ? [] : [isUnknown(object) ? notKnown(object) : known(object)]));
}

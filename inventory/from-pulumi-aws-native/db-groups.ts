import { mapObjects } from "../from-pulumi-aws/db-groups";
import { subnetTypes } from "../from-pulumi-aws/subnet";
import type { DbParameterGroup, Parameter } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";
import { nativeResource, nativeTags } from "./native-resource";

/** AWS::RDS::DBSubnetGroup */
export function dbSubnetGroup(resource: ProgramResource): Part {
  return {
    dbSubnetGroups: [
      {
        ...nativeResource(resource, ["dbSubnetGroupName"], "dbSubnetGroupArn"),
        subnets: Properties.of(resource).references("subnetIds", subnetTypes),
        tags: nativeTags(resource),
      },
    ],
  };
}

/** AWS::RDS::DBParameterGroup */
export function dbParameterGroup(resource: ProgramResource): Part {
  return { dbParameterGroups: [parameterGroup(resource, "dbParameterGroup")] };
}

/** AWS::RDS::DBClusterParameterGroup */
export function dbClusterParameterGroup(resource: ProgramResource): Part {
  return { dbClusterParameterGroups: [parameterGroup(resource, "dbClusterParameterGroup")] };
}

function parameterGroup(resource: ProgramResource, prefix: string): DbParameterGroup {
  const properties = Properties.of(resource);
  return {
    ...nativeResource(resource, [`${prefix}Name`], `${prefix}Arn`),
    family: properties.string("family"),
    parameters: parametersIn(properties.document("parameters")),
  };
}

/** Parameters are a map of values by their names, which JSON lets be numbers and booleans too. */
function parametersIn(map: Value<string | object>): Value<readonly Parameter[]> {
  if (map === undefined || isUnknown(map)) {
    return map;
  }
  return typeof map === "string" || Array.isArray(map)
    ? unknown("parameters, which is not a map")
    : Object.entries(map).map(([name, value]) => ({ name, value: parameterValue(value) }));
}

function parameterValue(value: unknown): Value<string> {
  if (value === undefined || value === null || typeof value === "string" || isUnknown(value)) {
    return value ?? undefined;
  }
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : unknown("a value of parameters, which is not a string");
}

/** AWS::RDS::OptionGroup */
export function dbOptionGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbOptionGroups: [
      {
        ...nativeResource(resource, ["optionGroupName"]),
        engine: properties.string("engineName"),
        options: mapObjects(
          properties.objects("optionConfigurations"),
          (option) => ({
            name: option.string("optionName"),
            port: option.number("port"),
            settings: settingsOf(option),
          }),
          (option) => ({ name: option, port: option, settings: option }),
        ),
      },
    ],
  };
}

function settingsOf(option: Properties): Value<readonly Parameter[]> {
  return mapObjects(
    option.objects("optionSettings"),
    (setting) => ({ name: setting.string("name"), value: setting.string("value") }),
    (setting) => ({ name: setting, value: setting }),
  );
}

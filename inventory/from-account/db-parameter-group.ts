import type { DBClusterParameterGroup, DBParameterGroup, Parameter } from "@aws-sdk/client-rds";
import type { DbParameterGroup } from "../model";
import { unknown } from "../value";
import type { Listing } from "./description";

const defaultPrefix = "default.";

/** Whether a group is the one that AWS makes for a family: its parameters cannot be modified. */
export function isDefaultParameterGroup(name: string): boolean {
  return name.startsWith(defaultPrefix);
}

/**
 * Maps a parameter group that a cluster uses.
 * @param groups what rds:DescribeDBClusterParameterGroups returned, for the group's family and ARN
 * @param parameters what rds:DescribeDBClusterParameters returned for the source `user`
 */
export function dbClusterParameterGroup(
  name: string,
  groups: Listing<DBClusterParameterGroup>,
  parameters: Listing<Parameter> | undefined,
  region: string,
): DbParameterGroup {
  const described = groups.items.map(({ DBClusterParameterGroupName, DBClusterParameterGroupArn, ...group }) => ({
    ...group,
    DBParameterGroupName: DBClusterParameterGroupName,
    DBParameterGroupArn: DBClusterParameterGroupArn,
  }));
  return dbParameterGroup(name, { ...groups, items: described }, parameters, region);
}

/**
 * Maps a parameter group that an instance uses.
 * @param groups what rds:DescribeDBParameterGroups returned, for the group's family and ARN
 * @param parameters what rds:DescribeDBParameters returned for the source `user`; not needed for a default group
 */
export function dbParameterGroup(
  name: string,
  groups: Listing<DBParameterGroup>,
  parameters: Listing<Parameter> | undefined,
  region: string,
): DbParameterGroup {
  const group = groups.items.find((candidate) => candidate.DBParameterGroupName === name);
  const id = group?.DBParameterGroupArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    family: group?.DBParameterGroupFamily ?? familyByName(name, groups.unread),
    parameters: isDefaultParameterGroup(name) ? [] : modified(name, parameters),
  };
}

/** AWS names the default group of a family `default.<family>`. */
function familyByName(name: string, unread: string | undefined): DbParameterGroup["family"] {
  return isDefaultParameterGroup(name)
    ? name.slice(defaultPrefix.length)
    : unknown(`the family of ${name} (${unread ?? "AWS did not return it"})`);
}

function modified(name: string, parameters: Listing<Parameter> | undefined): DbParameterGroup["parameters"] {
  if (parameters === undefined || parameters.unread !== undefined) {
    return unknown(`the parameters of ${name} (${parameters?.unread ?? "not asked for"})`);
  }
  return parameters.items.map((parameter) => ({ name: parameter.ParameterName, value: parameter.ParameterValue }));
}

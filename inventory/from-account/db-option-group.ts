import type { OptionGroup } from "@aws-sdk/client-rds";
import type { DbOptionGroup } from "../model";
import type { Value } from "../value";

const defaultPrefix = "default:";

/** Whether a group is the one that AWS makes for an engine version: it has no options and takes none. */
export function isDefaultOptionGroup(name: string): boolean {
  return name.startsWith(defaultPrefix);
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OptionGroup.html */
export function dbOptionGroup(group: OptionGroup, region: string): DbOptionGroup {
  const name = group.OptionGroupName ?? "";
  const id = group.OptionGroupArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    engine: group.EngineName,
    options: (group.Options ?? []).map((option) => ({
      name: option.OptionName,
      port: option.Port,
      settings: (option.OptionSettings ?? []).map((setting) => ({ name: setting.Name, value: setting.Value })),
    })),
  };
}

/**
 * The default option group of an instance, which nobody needs to ask AWS about.
 * @param engine the engine of an instance that uses it
 */
export function defaultOptionGroup(name: string, engine: Value<string>, region: string): DbOptionGroup {
  return { id: name, name, identifiers: [name], region, engine, options: [] };
}

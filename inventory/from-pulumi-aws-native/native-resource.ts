import type { Resource, Tags } from "../model";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Value } from "../value";

/**
 * What every resource of the aws-native provider carries.
 * @param identifiers the properties by which others know it
 * @param arn the property that holds its ARN, which tells its region
 */
export function nativeResource(resource: ProgramResource, identifiers: readonly string[], arn = "arn"): Resource {
  const { region: _, ...props } = resource.props;
  return resourceOf({ ...resource, props: { ...props, arn: props[arn] } }, [
    ...new Set(["arn", ...identifiers.filter((name) => name !== arn)]),
  ]);
}

/** The tags of a list of keys and values, with those that the provider adds. */
export function nativeTags(resource: ProgramResource): Tags {
  const { providerTags = {} } = resource;
  const tags = listOfTags(Properties.of(resource).objects("tags"));
  return isUnknown(tags) ? tags : { ...providerTags, ...tags };
}

/** Unknown as a whole where a key is not known yet. */
export function listOfTags(list: Value<readonly Value<Properties>[]>): NonNullable<Tags> {
  if (list === undefined || isUnknown(list)) {
    return list ?? {};
  }
  const tags: Record<string, Value<string>> = {};
  for (const tag of list) {
    const key = tag === undefined || isUnknown(tag) ? tag : tag.string("key");
    if (isUnknown(key)) {
      return key;
    }
    if (key !== undefined && tag !== undefined && !isUnknown(tag)) {
      tags[key] = tag.string("value");
    }
  }
  return tags;
}

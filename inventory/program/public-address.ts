import type { Reference } from "../model";
import { isUnknown, unknown, type Value } from "../value";
import type { Properties } from "./properties";

/**
 * Whether a database gets a public address. Where nobody says so, RDS gives one to what names no subnet group or the
 * one called "default"; an instance of Aurora without a subnet group of its own gets none.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export function publicAddress(properties: Properties, ofAurora: boolean): Value<boolean> {
  const set = properties.boolean("publiclyAccessible");
  const group = properties.reference("dbSubnetGroupName");
  if (set !== undefined) {
    return set;
  }
  if (group === undefined) {
    return !ofAurora;
  }
  if (isUnknown(group)) {
    // A group that is still to be made is not the default one.
    return group.sources.length > 0 ? false : unknown(chosenBy("its subnet group"));
  }
  return group.toLowerCase() === "default";
}

/** Whether a read replica gets one: the API does not say what happens where neither it nor its subnet group is set. */
export function publicAddressOfReplica(properties: Properties, source: Reference): Value<boolean> {
  return properties.has("publiclyAccessible") || properties.has("dbSubnetGroupName")
    ? publicAddress(properties, false)
    : unknown(chosenBy("what it replicates"), isUnknown(source) ? source.sources : []);
}

function chosenBy(what: string): string {
  return `publiclyAccessible, which is not set and which RDS chooses by ${what}`;
}

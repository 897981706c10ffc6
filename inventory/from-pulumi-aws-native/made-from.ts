import type { DbInstance, Reference } from "../model";
import type { Properties } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

type Origin = Pick<DbInstance, "replicaSource" | "snapshot" | "restoreSource">;

/**
 * What an instance is made from. With a time to restore to, what is else the source of a read replica is that of a
 * restore.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 */
export function originOf(properties: Properties): Origin {
  const source: Reference = properties.reference("sourceDbInstanceIdentifier");
  const toTime = properties.boolean("useLatestRestorableTime");
  const isRestore = properties.has("restoreTime") || toTime === true || isUnknown(toTime);
  return {
    replicaSource: (isRestore ? undefined : source) ?? properties.reference("sourceDbClusterIdentifier"),
    snapshot: properties.reference("dbSnapshotIdentifier") ?? properties.reference("dbClusterSnapshotIdentifier"),
    restoreSource:
      (isRestore ? source : undefined) ??
      properties.reference("sourceDbiResourceId") ??
      properties.reference("sourceDbInstanceAutomatedBackupsArn"),
  };
}

/** A value that a restore takes from what it is made from, unless it says otherwise itself. */
export function inheritedByRestore<T>(
  { snapshot, restoreSource }: Pick<Origin, "snapshot" | "restoreSource">,
  property: string,
  value: Value<T>,
): Value<T> {
  const source = snapshot ?? restoreSource;
  return value !== undefined || source === undefined
    ? value
    : unknown(`${property}, which what it is restored from decides`, isUnknown(source) ? source.sources : []);
}

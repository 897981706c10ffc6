import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.rds.ClusterActivityStream */
export function activityStream(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    activityStreams: [
      {
        ...resourceOf(resource, []),
        cluster: properties.reference("resourceArn"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
  };
}

/** aws.rds.EventSubscription */
export function eventSubscription(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    eventSubscriptions: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        enabled: properties.boolean("enabled"),
        sourceType: properties.reference("sourceType"),
        sourceIds: properties.strings("sourceIds"),
        categories: properties.strings("eventCategories"),
      },
    ],
  };
}

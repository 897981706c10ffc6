import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::RDS::EventSubscription */
export function eventSubscription(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    eventSubscriptions: [
      {
        ...nativeResource(resource, ["subscriptionName"]),
        enabled: properties.boolean("enabled"),
        sourceType: properties.reference("sourceType"),
        sourceIds: properties.strings("sourceIds"),
        categories: properties.strings("eventCategories"),
      },
    ],
  };
}

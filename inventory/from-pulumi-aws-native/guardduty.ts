import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, type Value } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::GuardDuty::Detector with the features that it lists. */
export function guarddutyDetector(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    guarddutyDetectors: [
      {
        ...nativeResource(resource, ["awsId"]),
        enabled: properties.boolean("enable"),
        rdsLoginEvents: rdsLoginEvents(properties.objects("features")),
      },
    ],
  };
}

/** Absent where no feature says anything about the logins to databases. */
function rdsLoginEvents(features: Value<readonly Value<Properties>[]>): Value<boolean> {
  if (features === undefined || isUnknown(features)) {
    return features;
  }
  const unknownFeature = features.find(isUnknown);
  const named = features.flatMap((feature) =>
    feature === undefined || isUnknown(feature) ? [] : [{ name: feature.string("name"), feature }],
  );
  const found = named.find(({ name }) => name === "RDS_LOGIN_EVENTS");
  if (found === undefined) {
    return unknownFeature ?? named.map(({ name }) => name).find(isUnknown);
  }
  const status = found.feature.string("status");
  return isUnknown(status) ? status : status === "ENABLED";
}

import type { GuarddutyDetector } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Value } from "../value";

const featureType = "aws:guardduty/detectorFeature:DetectorFeature";

/** aws.guardduty.Detector: GuardDuty enables what no feature of it says anything about. */
export function guarddutyDetector(resource: ProgramResource): Part {
  return {
    guarddutyDetectors: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        enabled: Properties.of(resource).boolean("enable") ?? true,
        rdsLoginEvents: undefined,
      },
    ],
  };
}

/** Adds to each detector what an aws.guardduty.DetectorFeature of it says about the logins to databases. */
export function withFeatures(
  detectors: readonly GuarddutyDetector[],
  resources: readonly ProgramResource[],
): readonly GuarddutyDetector[] {
  const features = resources
    .filter(({ type }) => type === featureType)
    .map((resource) => Properties.of(resource))
    .filter((feature) => feature.string("name") === "RDS_LOGIN_EVENTS");
  return features.length === 0
    ? detectors
    : detectors.map((detector) => {
        const feature = features.find((candidate) => belongsTo(candidate, detector));
        return feature === undefined ? detector : { ...detector, rdsLoginEvents: statusOf(feature) };
      });
}

function belongsTo(feature: Properties, detector: GuarddutyDetector): boolean {
  const reference = feature.reference("detectorId");
  return isUnknown(reference)
    ? reference.sources.includes(detector.id)
    : reference !== undefined && detector.identifiers.includes(reference);
}

function statusOf(feature: Properties): Value<boolean> {
  const status = feature.string("status");
  return isUnknown(status) ? status : status === "ENABLED";
}

import { daysOf } from "../from-pulumi-aws/secret";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::SecretsManager::Secret, whose id is its ARN. */
export function secret(resource: ProgramResource): Part {
  const kmsKeyId = Properties.of(resource).reference("kmsKeyId");
  return { secrets: [{ ...nativeResource(resource, ["name"], "awsId"), kmsKeyId, owningService: undefined }] };
}

/** AWS::SecretsManager::ResourcePolicy */
export function secretPolicy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    secretPolicies: [
      {
        ...nativeResource(resource, []),
        secret: properties.reference("secretId"),
        document: properties.document("resourcePolicy"),
      },
    ],
  };
}

/** AWS::SecretsManager::RotationSchedule */
export function secretRotation(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const rules = properties.object("rotationRules");
  return {
    secretRotations: [
      {
        ...nativeResource(resource, []),
        secret: properties.reference("secretId"),
        enabled: true,
        days: isUnknown(rules) ? rules : rules && daysOf(rules),
      },
    ],
  };
}

import { isUnknown } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** aws.dynamodb.Table */
export function dynamodbTable(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const encryption = properties.object("serverSideEncryption");
  const recovery = properties.object("pointInTimeRecovery");
  return {
    dynamodbTables: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        kmsEncryption: isUnknown(encryption) ? encryption : encryption?.boolean("enabled"),
        kmsKeyArn: isUnknown(encryption) ? encryption : encryption?.reference("kmsKeyArn"),
        pointInTimeRecovery: isUnknown(recovery) ? recovery : recovery?.boolean("enabled"),
        recoveryPeriod: isUnknown(recovery) ? recovery : recovery?.number("recoveryPeriodInDays"),
        deletionProtection: properties.boolean("deletionProtectionEnabled"),
      },
    ],
  };
}

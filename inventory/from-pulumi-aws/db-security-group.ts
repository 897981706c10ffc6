import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { resourceOf } from "../program/properties";

/** aws.rds.SecurityGroup, which the provider has no more from version 6: state files and old programs do. */
export function dbSecurityGroup(resource: ProgramResource): Part {
  return { dbSecurityGroups: [resourceOf(resource, ["arn", "name"])] };
}

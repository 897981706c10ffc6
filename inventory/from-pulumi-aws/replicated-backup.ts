import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.rds.InstanceAutomatedBackupsReplication, which lies in the region that it copies to. */
export function replicatedBackup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    replicatedBackups: [
      {
        ...resourceOf(resource, []),
        source: properties.reference("sourceDbInstanceArn"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
  };
}

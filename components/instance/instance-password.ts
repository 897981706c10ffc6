import type { Edition } from "../../engines";
import { givenPassword, type MasterPassword, managedPassword } from "../rds/master-password";
import type { ArgumentChecks } from "../shared/arguments";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

/**
 * RDS manages the password, except where AWS has no replicas or blue/green deployments of an instance whose password it
 * manages: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
export function checkPassword(checks: ArgumentChecks, args: SecureInstanceArgs, edition: Edition): MasterPassword {
  const cause = unmanagedBy(args, edition);
  if (cause === undefined) {
    const unless = "unless there are replicas of another engine than SQL Server, or blueGreenUpdate";
    return managedPassword(checks, args, unless);
  }
  const because = "AWS has none of an instance whose password RDS manages";
  return givenPassword(checks, args, edition.longestPassword, cause, because);
}

function unmanagedBy({ replicas = [], blueGreenUpdate }: SecureInstanceArgs, edition: Edition): string | undefined {
  if (replicas.length > 0 && edition.replicatesManagedPassword !== true) {
    return "replicas";
  }
  return blueGreenUpdate === true ? "blueGreenUpdate" : undefined;
}

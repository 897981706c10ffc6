import * as pulumi from "@pulumi/pulumi";
import type { Edition } from "../../engines";
import { type ArgumentChecks, whenKnown } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

/** Who keeps the master password: RDS in Secrets Manager, or the user. */
export type PasswordSettings =
  | { readonly by: "rds"; readonly rotationDays: pulumi.Input<number> | undefined }
  | { readonly by: "user"; readonly password: pulumi.Output<string>; readonly version: pulumi.Input<number> };

/**
 * RDS manages the password, except where AWS has no replicas or blue/green deployments of an instance whose password it
 * manages: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
export function checkPassword(checks: ArgumentChecks, args: SecureInstanceArgs, edition: Edition): PasswordSettings {
  const { masterPassword, masterPasswordVersion, masterPasswordRotationDays } = args;
  const cause = unmanagedBy(args, edition);
  if (cause === undefined) {
    for (const [argument, value] of Object.entries({ masterPassword, masterPasswordVersion })) {
      if (value !== undefined) {
        checks.refuse(
          `${argument} is given, but RDS makes, keeps and rotates the password; leave it out unless there are ` +
            "replicas of another engine than SQL Server, or blueGreenUpdate.",
        );
      }
    }
    const days = masterPasswordRotationDays;
    return {
      by: "rds",
      rotationDays:
        days === undefined ? undefined : checks.input("masterPasswordRotationDays", days, 7, everyDays, oftenEnough),
    };
  }
  if (masterPassword === undefined) {
    checks.refuse(
      `masterPassword is missing, but must be given beside ${cause}: AWS has none of an instance whose password ` +
        "RDS manages.",
    );
  }
  if (masterPasswordRotationDays !== undefined) {
    checks.refuse(`masterPasswordRotationDays is given beside ${cause}, but RDS does not manage the password then.`);
  }
  return {
    by: "user",
    password: pulumi.secret(
      whenKnown(masterPassword, (known) => {
        // Never with the value that was found.
        if (typeof known !== "string" || known.length < 16 || known.length > edition.longestPassword) {
          checks.refuse(`masterPassword must be a string of 16 to ${edition.longestPassword} characters.`);
        }
        if (!/^[!-~]+$/.test(known) || /["'/@\\]/.test(known)) {
          checks.refuse("masterPassword must hold printable ASCII characters without space, quotes, slashes and @.");
        }
        return known;
      }),
    ),
    version: checks.input("masterPasswordVersion", masterPasswordVersion, 1, wholeNumber(1, 1_000_000, "a version")),
  };
}

function unmanagedBy({ replicas = [], blueGreenUpdate }: SecureInstanceArgs, edition: Edition): string | undefined {
  if (replicas.length > 0 && edition.replicatesManagedPassword !== true) {
    return "replicas";
  }
  return blueGreenUpdate === true ? "blueGreenUpdate" : undefined;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
const everyDays = wholeNumber(1, 1000, "days");
const oftenEnough = {
  control: "database-secret-rotation",
  needed: "90 or less",
  holds: (days: number) => days <= 90,
} as const;

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, whenKnown } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";

/** Who keeps a master password: RDS in Secrets Manager, or the user. */
export type MasterPassword =
  | { readonly by: "rds"; readonly rotationDays: pulumi.Input<number> | undefined }
  | { readonly by: "user"; readonly password: pulumi.Output<string>; readonly version: pulumi.Input<number> };

interface PasswordArgs {
  readonly masterPassword?: pulumi.Input<string>;
  readonly masterPasswordVersion?: pulumi.Input<number>;
  readonly masterPasswordRotationDays?: pulumi.Input<number>;
}

/** A password that RDS makes, keeps and rotates; `unless` says beside what it has to be given. */
export function managedPassword(checks: ArgumentChecks, args: PasswordArgs, unless: string): MasterPassword {
  for (const argument of ["masterPassword", "masterPasswordVersion"] as const) {
    if (args[argument] !== undefined) {
      checks.refuse(`${argument} is given, but RDS makes, keeps and rotates the password; leave it out ${unless}.`);
    }
  }
  const days = args.masterPasswordRotationDays;
  return {
    by: "rds",
    rotationDays:
      days === undefined ? undefined : checks.input("masterPasswordRotationDays", days, 7, everyDays, oftenEnough),
  };
}

/** A password of up to `longest` characters that has to be given; `cause` is the argument that makes it so, and `because` why. */
export function givenPassword(
  checks: ArgumentChecks,
  args: PasswordArgs,
  longest: number,
  cause: string,
  because: string,
): MasterPassword {
  if (args.masterPassword === undefined) {
    checks.refuse(`masterPassword is missing, but must be given beside ${cause}: ${because}.`);
  }
  if (args.masterPasswordRotationDays !== undefined) {
    checks.refuse(`masterPasswordRotationDays is given beside ${cause}, but RDS does not manage the password then.`);
  }
  return {
    by: "user",
    password: pulumi.secret(whenKnown(args.masterPassword, (known) => checkedPassword(checks, known, longest))),
    version: checks.input(
      "masterPasswordVersion",
      args.masterPasswordVersion,
      1,
      wholeNumber(1, 1_000_000, "a version"),
    ),
  };
}

/** Never with the value that was found. */
function checkedPassword(checks: ArgumentChecks, known: string, longest: number): string {
  if (typeof known !== "string" || known.length < 16 || known.length > longest) {
    checks.refuse(`masterPassword must be a string of 16 to ${longest} characters.`);
  }
  if (!/^[!-~]+$/.test(known) || /["'/@\\]/.test(known)) {
    checks.refuse("masterPassword must hold printable ASCII characters without space, quotes, slashes and @.");
  }
  return known;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
const everyDays = wholeNumber(1, 1000, "days");
const oftenEnough = {
  control: "database-secret-rotation",
  needed: "90 or less",
  holds: (days: number) => days <= 90,
} as const;

/** RDS rotates the password that it manages every seven days, unless another schedule is asked for. */
export function rotatePassword(
  name: string,
  secrets: pulumi.Output<readonly { readonly secretArn: string }[]>,
  password: MasterPassword | undefined,
  parent: pulumi.Resource,
): void {
  if (password?.by === "rds" && password.rotationDays !== undefined) {
    new aws.secretsmanager.SecretRotation(
      name,
      {
        secretId: secrets.apply((known) => known[0]?.secretArn ?? ""),
        rotateImmediately: false,
        rotationRules: { automaticallyAfterDays: password.rotationDays },
      },
      // The secret goes with its database, and while that is there its rotation cannot be called off.
      { parent, retainOnDelete: true },
    );
  }
}

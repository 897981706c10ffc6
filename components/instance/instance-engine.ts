import type * as pulumi from "@pulumi/pulumi";
import { type Edition, type Engine, editionNamed, editions, engineNamed } from "../../engines";
import { databaseName, instanceClass, majorVersion, masterUsername, supported } from "../rds/rules";
import { type ArgumentChecks, type Rule, show } from "../shared/arguments";
import { databasePort, oneOf, text } from "../shared/rules";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

/** What an instance runs, and what is chosen for good when it is made. */
export interface EngineSettings {
  readonly engine: Engine & { readonly name: string };
  readonly edition: Edition;
  readonly engineVersion: pulumi.Input<string>;
  readonly licenseModel: string | undefined;
  readonly instanceClass: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  readonly databaseName: pulumi.Input<string> | undefined;
  /** Absent: that of what it is restored from. */
  readonly masterUsername: pulumi.Input<string> | undefined;
  readonly characterSet: pulumi.Input<string> | undefined;
  readonly nationalCharacterSet: pulumi.Input<string> | undefined;
  readonly timezone: pulumi.Input<string> | undefined;
}

export function checkEngine(checks: ArgumentChecks, args: SecureInstanceArgs, restored: boolean): EngineSettings {
  const name = checks.plain("engine", args.engine ?? "postgres", oneOf(...editions.map((edition) => edition.name)));
  const engine = engineNamed(name);
  const edition = editionNamed(name);
  if (engine === undefined || edition === undefined) {
    return checks.refuse(`engine is ${show(name)}, whose facts are missing.`);
  }
  return {
    engine: { ...engine, name },
    edition,
    engineVersion: checks.input(
      "engineVersion",
      args.engineVersion,
      edition.defaultMajor,
      majorVersion(edition.majors),
      supported(edition),
    ),
    licenseModel: license(checks, args.licenseModel, edition),
    instanceClass: checks.input("instanceClass", args.instanceClass, edition.instanceClass, instanceClass(edition)),
    port: checks.input("port", args.port, engine.port, portOf(edition)),
    databaseName: databaseNameOf(checks, args.databaseName, edition),
    masterUsername: restored
      ? undefined
      : checks.input("masterUsername", args.masterUsername, "dbadmin", masterUsername(edition.masterUsername)),
    ...choices(checks, args, edition),
  };
}

function portOf({ reservedPorts }: Edition): Rule<number> {
  return reservedPorts === undefined
    ? databasePort
    : {
        allowed: `${databasePort.allowed}, and none of ${reservedPorts.join(", ")}`,
        accepts: (port) => databasePort.accepts(port) && !reservedPorts.includes(port),
      };
}

function license(checks: ArgumentChecks, given: string | undefined, { name, licenses }: Edition): string | undefined {
  if (licenses === undefined) {
    return given === undefined
      ? undefined
      : checks.refuse(`licenseModel is ${show(given)}, but ${name} has one that needs no naming; leave it out.`);
  }
  return checks.plain("licenseModel", given ?? licenses[0] ?? "", oneOf(...licenses));
}

function databaseNameOf(
  checks: ArgumentChecks,
  given: pulumi.Input<string> | undefined,
  { name, databaseName: facts }: Edition,
): pulumi.Input<string> | undefined {
  if (given !== undefined && facts === undefined) {
    checks.refuse(`databaseName is ${show(given)}, but RDS makes no database with an instance of ${name}.`);
  }
  return facts === undefined ? undefined : checks.optionalInput("databaseName", given, databaseName(facts));
}

function choices(
  checks: ArgumentChecks,
  args: SecureInstanceArgs,
  { name, choices: offered }: Edition,
): Pick<EngineSettings, "characterSet" | "nationalCharacterSet" | "timezone"> {
  for (const choice of ["characterSet", "nationalCharacterSet", "timezone"] as const) {
    if (args[choice] !== undefined && !offered.includes(choice)) {
      checks.refuse(`${choice} is ${show(args[choice])}, but ${name} leaves no choice of it; leave it out.`);
    }
  }
  return {
    characterSet: checks.optionalInput("characterSet", args.characterSet, characterSet),
    nationalCharacterSet: checks.optionalInput(
      "nationalCharacterSet",
      args.nationalCharacterSet,
      oneOf("AL16UTF16", "UTF8"),
    ),
    timezone: checks.optionalInput("timezone", args.timezone, timezone),
  };
}

const characterSet = text(
  'the name of a character set or collation, such as "AL32UTF8"',
  /^[A-Za-z][A-Za-z0-9_]{1,127}$/,
);
const timezone = text(
  'the name of a time zone of the engine, such as "UTC" or "Central European Standard Time"',
  /^[A-Za-z][A-Za-z0-9 ./_+-]{1,63}$/,
);

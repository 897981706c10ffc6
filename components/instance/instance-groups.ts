import type * as pulumi from "@pulumi/pulumi";
import type { Engine, Requirement } from "../../engines";
import type { InstanceOption } from "../rds/options";
import { type MandatoryOption, mergeOptions } from "../rds/options";
import { type GroupParameter, type Mandatory, mergeParameters } from "../rds/parameters";
import { type ArgumentChecks, show, whenKnown } from "../shared/arguments";
import { roleArn, text } from "../shared/rules";
import type { EngineSettings } from "./instance-engine";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

/** What an instance's parameter group and option group hold. */
export interface GroupSettings {
  readonly parameters: readonly GroupParameter[];
  /** Where clients connect, which is not everywhere the port. */
  readonly clientPort: pulumi.Input<number>;
  /** Where the audit trail goes; undefined for an engine whose trail goes to its logs. */
  readonly trail: TrailSettings | undefined;
  /** The options, once it is known where the audit trail goes. */
  options(trail: Trail | undefined): InstanceOption[];
}

/** Both absent: ones of its own. */
export interface TrailSettings {
  readonly bucketArn: pulumi.Input<string> | undefined;
  readonly roleArn: pulumi.Input<string> | undefined;
}

export interface Trail {
  readonly bucketArn: pulumi.Input<string>;
  readonly roleArn: pulumi.Input<string>;
}

export function checkGroups(
  checks: ArgumentChecks,
  args: SecureInstanceArgs,
  { engine, edition, licenseModel, port }: EngineSettings,
): GroupSettings {
  const own = args.parameters ?? {};
  const names = Object.keys(own).map((name) => name.toLowerCase());
  for (const name of edition.licenseParameters?.license === licenseModel
    ? (edition.licenseParameters?.names ?? [])
    : []) {
    if (!names.includes(name)) {
      checks.refuse(`parameters lacks ${show(name)}, which the license model ${show(licenseModel)} needs.`);
    }
  }
  const { tlsPort, logParameters = {} } = engine;
  const defaults = Object.entries({
    ...logParameters,
    ...(tlsPort === undefined ? {} : { [tlsPort.parameter]: String(tlsPort.port) }),
  }).filter(([name]) => !names.includes(name));
  const parameters = mergeParameters(checks, mandatoryOf(engine), { ...Object.fromEntries(defaults), ...own });
  const trail = checkTrail(checks, args, engine);
  const options = (known: Trail | undefined): InstanceOption[] =>
    mergeOptions(checks, mandatoryOptions(engine, known), args.options);
  // Once with any trail, so that wrong options are refused before anything is made.
  options(trail === undefined ? undefined : { bucketArn: "", roleArn: "" });
  return {
    parameters,
    clientPort: tlsPort === undefined ? port : tlsPortOf(parameters, tlsPort.parameter),
    trail,
    options,
  };
}

function tlsPortOf(parameters: readonly GroupParameter[], name: string): pulumi.Input<number> {
  const value = parameters.find((parameter) => parameter.name === name)?.value;
  return whenKnown(value ?? "", Number);
}

function requirements({ tls, audit }: Engine) {
  return [
    { control: "rds-instance-tls-enforced", requirement: tls },
    { control: "rds-instance-statement-logging", requirement: audit },
  ] as const;
}

function mandatoryOf(engine: Engine): Mandatory[] {
  return requirements(engine).flatMap(({ control, requirement }) =>
    requirement.in === "parameters" ? requirement.settings.map((setting) => ({ control, setting })) : [],
  );
}

function mandatoryOptions(engine: Engine, trail: Trail | undefined): MandatoryOption[] {
  return requirements(engine).flatMap(({ control, requirement }): MandatoryOption[] => {
    if (requirement.in !== "option") {
      return [];
    }
    return trail !== undefined && writesTrail(requirement)
      ? [{ control, requirement, fixed: { iam_role_arn: trail.roleArn, s3_bucket_arn: trail.bucketArn } }]
      : [{ control, requirement }];
  });
}

function writesTrail(requirement: Requirement): boolean {
  return requirement.settings.some(({ name }) => name === "s3_bucket_arn");
}

function checkTrail(
  checks: ArgumentChecks,
  { auditBucketArn, auditRoleArn }: SecureInstanceArgs,
  engine: EngineSettings["engine"],
): TrailSettings | undefined {
  if (!writesTrail(engine.audit)) {
    for (const [argument, value] of Object.entries({ auditBucketArn, auditRoleArn })) {
      if (value !== undefined) {
        checks.refuse(`${argument} is given, but the audit trail of ${engine.name} goes to its logs; leave it out.`);
      }
    }
    return undefined;
  }
  if (auditRoleArn !== undefined && auditBucketArn === undefined) {
    checks.refuse("auditRoleArn is given without auditBucketArn, but must come with it.");
  }
  return {
    bucketArn: checks.optionalInput("auditBucketArn", auditBucketArn, bucketArn),
    roleArn: checks.optionalInput("auditRoleArn", auditRoleArn, roleArn),
  };
}

const bucketArn = text(
  "the ARN of a bucket, arn:aws:s3:::<bucket>, or of a prefix in it, arn:aws:s3:::<bucket>/<prefix>",
  /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w!.*'()/-]+)?$/,
);

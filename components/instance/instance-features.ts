import * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import type { Engine } from "../../engines";
import { hasPerformanceInsights } from "../../engines/performance-insights";
import { isVersionFrom } from "../../engines/version";
import { mustBeFalse } from "../rds/rules";
import { type ArgumentChecks, isLater, whenKnown } from "../shared/arguments";
import { mustBeTrue, trueOrFalse } from "../shared/rules";
import type { EngineSettings } from "./instance-engine";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

type NamedEngine = Engine & { readonly name: string };

/** What not every engine, edition and class has. */
export interface FeatureSettings {
  readonly multiAz: pulumi.Input<boolean>;
  readonly iamAuthentication: pulumi.Input<boolean>;
  readonly performanceInsights: pulumi.Input<boolean>;
  /** Absent: the engine has no Extended Support. */
  readonly extendedSupport: pulumi.Input<boolean> | undefined;
  readonly blueGreenUpdate: boolean;
  /** Reasons by the id of the control that does not apply. */
  readonly notApplicable: pulumi.Output<Record<string, string>>;
}

export function checkFeatures(
  checks: ArgumentChecks,
  args: SecureInstanceArgs,
  { engine, edition, engineVersion, instanceClass }: EngineSettings,
): FeatureSettings {
  const feature = (
    argument: "multiAz" | "iamAuthentication",
    control: ControlId,
    lacks: (engine: NamedEngine, version: string) => Lack | undefined,
  ): pulumi.Input<boolean> => {
    if (isLater(engineVersion)) {
      checks.accepts(control);
    }
    return whenKnown(engineVersion, (version) => {
      const lack = lacks(engine, version);
      if (lack === undefined) {
        return checks.input(argument, args[argument], true, trueOrFalse, mustBeTrue(control));
      }
      return whenKnown(args[argument], (asked) => {
        checks.plain(argument, asked ?? false, trueOrFalse);
        if (asked === true && !lack.perhaps) {
          checks.refuse(`${argument} is true, but must be false or absent: ${lack.reason}.`);
        }
        return asked ?? false;
      });
    });
  };
  if (args.extendedSupport !== undefined && engine.extendedSupport !== true) {
    checks.refuse(`extendedSupport is given, but ${engine.name} has no Extended Support; leave it out.`);
  }
  const blueGreenUpdate = checks.plain("blueGreenUpdate", args.blueGreenUpdate ?? false, trueOrFalse);
  if (blueGreenUpdate && edition.blueGreen !== true) {
    checks.refuse(`blueGreenUpdate is true, but ${engine.name} has no blue/green deployments; leave it out.`);
  }
  const multiAz = feature("multiAz", "rds-instance-multi-az", standbyLack);
  return {
    multiAz,
    iamAuthentication: feature("iamAuthentication", "rds-instance-iam-authentication", iamLack),
    performanceInsights: whenKnown(instanceClass, (known) => hasPerformanceInsights(engine.name, known)),
    extendedSupport:
      engine.extendedSupport === true
        ? checks.input(
            "extendedSupport",
            args.extendedSupport,
            false,
            trueOrFalse,
            mustBeFalse("rds-instance-extended-support-off"),
          )
        : undefined,
    blueGreenUpdate,
    notApplicable: pulumi.all([engineVersion, instanceClass, multiAz]).apply(([version, known, standby]) => ({
      ...notApplicable(engine, version, known, standby),
      ...ofRestore(args),
    })),
  };
}

interface Lack {
  readonly reason: string;
  /** A newer minor version may have it. */
  readonly perhaps?: boolean;
}

function standbyLack({ name, singleAzOnly = [] }: NamedEngine, version: string): Lack | undefined {
  const edition = singleAzOnly.find((single) => single.name === name);
  if (edition === undefined || (edition.until !== undefined && isVersionFrom(version, edition.until))) {
    return undefined;
  }
  return edition.until === undefined
    ? { reason: `${name} cannot be multi-AZ` }
    : { reason: `${name} cannot be multi-AZ before version ${edition.until}`, perhaps: true };
}

function iamLack({ name, iamAuthenticationFrom: from }: NamedEngine, version: string): Lack | undefined {
  if (from === undefined) {
    return { reason: `${name} has no IAM authentication` };
  }
  return isVersionFrom(version, from) ? undefined : { reason: `${name} has IAM authentication from version ${from}` };
}

function notApplicable(
  engine: NamedEngine,
  version: string,
  instanceClass: string,
  standby: boolean,
): Record<string, string> {
  const reasons: Partial<Record<ControlId, string>> = {};
  const lack = iamLack(engine, version);
  if (lack !== undefined) {
    reasons["rds-instance-iam-authentication"] = lack.reason;
  }
  const single = standbyLack(engine, version);
  if (single !== undefined && !standby) {
    reasons["rds-instance-multi-az"] = single.reason;
  }
  if (!hasPerformanceInsights(engine.name, instanceClass)) {
    const reason = hasPerformanceInsights(engine.name, "")
      ? `${engine.name} has no Performance Insights on ${instanceClass}`
      : `${engine.name} has no Performance Insights`;
    reasons["rds-instance-performance-insights"] = reason;
    reasons["rds-instance-performance-insights-customer-managed-key"] = reason;
  }
  if (engine.extendedSupport !== true) {
    reasons["rds-instance-extended-support-off"] = `${engine.name} has no Extended Support`;
  }
  return { ...reasons };
}

function ofRestore({ snapshotIdentifier, restoreToPointInTime }: SecureInstanceArgs): Record<string, string> {
  return snapshotIdentifier === undefined && restoreToPointInTime === undefined
    ? {}
    : { "rds-instance-master-username": "the master user is that of its source" };
}

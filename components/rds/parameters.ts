import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import type { RequiredSetting } from "../../engines";
import { satisfies } from "../../engines/setting";
import { type ArgumentChecks, isLater, show, whenKnown } from "../shared/arguments";
import { text } from "../shared/rules";

/** One parameter, as aws.rds.ParameterGroup and aws.rds.ClusterParameterGroup take it. */
export interface GroupParameter {
  readonly name: string;
  readonly value: pulumi.Input<string>;
  readonly applyMethod: "immediate" | "pending-reboot";
}

/** A setting that a control asks of a parameter group or of an option. */
export interface Mandatory {
  readonly control: ControlId;
  readonly setting: RequiredSetting;
}

/**
 * A user's parameters with those that controls ask for; one of a user's that fails a control is refused unless its risk
 * is accepted. `argument` is what errors call the user's. Sorted by name, so that a second preview sees no change.
 */
export function mergeParameters(
  checks: ArgumentChecks,
  mandatory: readonly Mandatory[],
  own: Readonly<Record<string, pulumi.Input<string>>> = {},
  argument = "parameters",
): GroupParameter[] {
  refuseUnclear(checks, own, argument);
  const merged = new Map<string, GroupParameter>();
  for (const { control, setting } of mandatory) {
    const value = mandatoryValue(checks, { control, setting }, own, argument);
    // A group takes no empty value; a setting that asks for one holds when it is left out.
    if (value !== "") {
      // At once is what enforces a dynamic parameter on a database that runs already; static ones take a reboot only.
      const applyMethod = setting.static === true ? "pending-reboot" : "immediate";
      merged.set(setting.name, { name: setting.name, value, applyMethod });
    }
  }
  for (const [given, value] of Object.entries(own)) {
    const name = given.toLowerCase();
    if (!merged.has(name)) {
      // Static parameters take no other method, and whether one is static depends on engine and version.
      merged.set(name, { name, value, applyMethod: "pending-reboot" });
    }
  }
  return [...merged.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The recommended value, or the user's own where that holds or its risk is accepted. */
export function mandatoryValue(
  checks: ArgumentChecks,
  { control, setting }: Mandatory,
  own: Readonly<Record<string, pulumi.Input<string>>>,
  argument: string,
): pulumi.Input<string> {
  const given = Object.keys(own).find((name) => name.toLowerCase() === setting.name);
  const value = given === undefined ? undefined : own[given];
  if (given === undefined || value === undefined) {
    return setting.recommended;
  }
  if (isLater(value)) {
    checks.accepts(control);
  }
  const needed = `absent or such as ${show(setting.recommended)}`;
  return whenKnown(value, (known) => {
    checks.safe(`${argument}[${show(given)}]`, known, { control, needed, holds: (v) => satisfies(setting, v) });
    return known;
  });
}

/** Refuses values that are no strings, and a name that is given twice in different cases. */
export function refuseUnclear(
  checks: ArgumentChecks,
  own: Readonly<Record<string, pulumi.Input<string>>>,
  argument: string,
): void {
  checks.plainObject(argument, own, "name to value");
  const seen = new Set<string>();
  for (const [given, value] of Object.entries(own)) {
    whenKnown(value, (known) => checks.plain(`${argument}[${show(given)}]`, known, text("a string", /^/)));
    const name = given.toLowerCase();
    if (seen.has(name)) {
      checks.refuse(`${argument} names ${show(name)} twice, but must name a parameter once.`);
    }
    seen.add(name);
  }
}

import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import type { Engine, RequiredSetting } from "../../engines";
import { satisfies } from "../../engines/setting";
import { type ArgumentChecks, show, whenKnown } from "../shared/arguments";
import { text } from "../shared/rules";

/** One parameter, as aws.rds.ParameterGroup takes it. */
export interface GroupParameter {
  readonly name: string;
  readonly value: pulumi.Input<string>;
  readonly applyMethod: "immediate" | "pending-reboot";
}

/**
 * A user's parameters with those that force TLS and write the audit trail; one of a user's that switches these off is
 * refused unless its risk is accepted. Sorted by name, so that a second preview sees no change.
 */
export function mergeParameters(
  checks: ArgumentChecks,
  engine: Engine,
  own: Readonly<Record<string, pulumi.Input<string>>> = {},
): GroupParameter[] {
  refuseUnclear(checks, own);
  const merged = new Map<string, GroupParameter>();
  for (const { control, setting } of mandatoryOf(engine)) {
    // Those of PostgreSQL are dynamic: at once is what forces TLS on an instance that runs already.
    merged.set(setting.name, { name: setting.name, value: setting.recommended, applyMethod: "immediate" });
    const argument = Object.keys(own).find((name) => name.toLowerCase() === setting.name);
    const value = argument === undefined ? undefined : own[argument];
    if (argument !== undefined && value !== undefined) {
      const needed = `absent or such as ${show(setting.recommended)}`;
      const check = (known: string): string => {
        checks.safe(`parameters[${show(argument)}]`, known, { control, needed, holds: (v) => satisfies(setting, v) });
        return known;
      };
      merged.set(setting.name, { name: setting.name, value: whenKnown(value, check), applyMethod: "immediate" });
    }
  }
  for (const [argument, value] of Object.entries(own)) {
    const name = argument.toLowerCase();
    if (!merged.has(name)) {
      // Static parameters take no other method, and whether one is static depends on engine and version.
      merged.set(name, { name, value, applyMethod: "pending-reboot" });
    }
  }
  return [...merged.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function refuseUnclear(checks: ArgumentChecks, own: Readonly<Record<string, pulumi.Input<string>>>): void {
  const seen = new Set<string>();
  for (const [argument, value] of Object.entries(own)) {
    whenKnown(value, (known) => checks.plain(`parameters[${show(argument)}]`, known, text("a string", /^/)));
    const name = argument.toLowerCase();
    if (seen.has(name)) {
      checks.refuse(`parameters names ${show(name)} twice, but must name a parameter once.`);
    }
    seen.add(name);
  }
}

interface Mandatory {
  readonly control: ControlId;
  readonly setting: RequiredSetting;
}

function mandatoryOf({ tls, audit }: Engine): Mandatory[] {
  const mandatory: Mandatory[] = [];
  if (tls.in === "parameters") {
    mandatory.push(...tls.settings.map((setting) => ({ control: "rds-instance-tls-enforced", setting }) as const));
  }
  if (audit.in === "parameters") {
    mandatory.push(
      ...audit.settings.map((setting) => ({ control: "rds-instance-statement-logging", setting }) as const),
    );
  }
  return mandatory;
}

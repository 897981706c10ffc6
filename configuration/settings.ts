import type { AnyControl } from "../controls";
import type { ControlId } from "../controls/ids";
import type { ConfigurationFile, PolicyConfiguration } from "./file";
import type { EnforcementLevel } from "./levels";

/** What a configuration means to who asks the controls without Pulumi. */
export interface Settings {
  /** Those that are not disabled. */
  readonly controls: readonly AnyControl[];
  /** By control, where any are given. */
  readonly options: { readonly [control: string]: Readonly<Record<string, unknown>> };
  /** The controls that advise. */
  readonly advisory: ReadonlySet<ControlId>;
}

/** Applies a checked configuration: a control's own level goes before that of "all", which is mandatory by default. */
export function settingsOf({ policies = {} }: ConfigurationFile, controls: readonly AnyControl[]): Settings {
  const all = levelOf(policies.all) ?? "mandatory";
  const level = ({ id }: AnyControl) => levelOf(policies[id]) ?? all;
  const on = controls.filter((control) => level(control) !== "disabled");
  return {
    controls: on,
    options: Object.fromEntries(on.flatMap(({ id }) => optionsIn(id, policies[id]))),
    advisory: new Set(on.filter((control) => level(control) === "advisory").map(({ id }) => id)),
  };
}

function levelOf(said: PolicyConfiguration | undefined): EnforcementLevel | undefined {
  return typeof said === "string" ? said : said?.enforcementLevel;
}

function optionsIn(id: ControlId, said: PolicyConfiguration | undefined): [ControlId, Record<string, unknown>][] {
  if (said === undefined || typeof said === "string") {
    return [];
  }
  const { enforcementLevel: _, ...options } = said;
  return [[id, options]];
}

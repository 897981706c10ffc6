import type { AnyControl } from "../controls";
import { howToSwitchOn, isOff, switchOf } from "../controls/off-by-default";
import type { ConfigurationFile } from "./file";
import type { Problem } from "./problem";
import type { Source } from "./source";
import { pathWords } from "./words";

/** The controls that a file configures and leaves off, so that what it says about them does nothing. */
export function withoutEffect(
  { policies = {} }: ConfigurationFile,
  version: 1 | 2,
  source: Source,
  controls: readonly AnyControl[],
): Problem[] {
  return controls.flatMap((control) => {
    const said = policies[control.id];
    if (said === undefined) {
      return [];
    }
    const { enforcementLevel, ...options } = typeof said === "string" ? { enforcementLevel: said } : said;
    const name = switchOf(control);
    // Who writes the switch without a level, or the level "disabled", means the control to be off.
    const asks = enforcementLevel !== undefined || (Object.keys(options).length > 0 && !(name && name in options));
    if (!asks || enforcementLevel === "disabled" || !isOff(control, options)) {
      return [];
    }
    const path = version === 1 ? [control.id] : ["policies", control.id];
    return [
      {
        line: source.lineOf(path),
        severity: "warning" as const,
        message: `${pathWords(path)} does nothing: the control is off by default; ${howToSwitchOn(control)}, or its level to disabled.`,
      },
    ];
  });
}

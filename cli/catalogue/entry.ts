import type { AnyControl, Severity } from "../../controls";
import { gates as allGates } from "../../controls/control";
import type { ControlId } from "../../controls/ids";
import { optionSchemas } from "../../controls/option-schemas";
import { type Kind, kindNames } from "../../inventory/model";
import { type Framework, frameworks } from "./frameworks";

/** A control as it is listed. */
export interface Entry {
  readonly id: ControlId;
  readonly title: string;
  readonly severity: Severity;
  /** In words. */
  readonly subject: string;
  readonly kind: Kind;
  /** Where it can be decided. */
  readonly gates: readonly string[];
  /** The ids of other catalogues; an empty list where they have none. */
  readonly frameworks: { readonly [F in Framework]: readonly string[] };
  /** JSON schemas with defaults, by name. */
  readonly options: {
    readonly [name: string]: AnyControl["options"][string]["schema"] & { readonly default: unknown };
  };
}

export interface Filter {
  readonly framework?: Framework;
  readonly kinds?: readonly Kind[];
}

export function entriesOf(controls: readonly AnyControl[], { framework, kinds }: Filter): readonly Entry[] {
  return controls
    .filter(({ subject }) => kinds === undefined || kinds.includes(subject))
    .map(entryOf)
    .filter((entry) => framework === undefined || entry.frameworks[framework].length > 0);
}

function entryOf({ id, title, severity, subject, gates = allGates, peerIds, options }: AnyControl): Entry {
  return {
    id,
    title,
    severity,
    subject: kindNames[subject],
    kind: subject,
    gates,
    frameworks: Object.fromEntries(
      frameworks.map((key) => [key, peerIds[key] ?? []]),
    ) as unknown as Entry["frameworks"],
    options: optionSchemas({ options }),
  };
}

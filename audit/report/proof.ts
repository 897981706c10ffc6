import type { Place, Report } from "./report";
import { placeKey } from "./words";

/** What a finding is about. */
export interface About {
  readonly place: Place;
  readonly control: string;
  /** ARN or id. */
  readonly resource: string;
}

/**
 * Tells of a finding that an audit does not have whether that proves that it is gone: where its control was not asked or not
 * decided, or its place or its control's resources were not read, it may be there still.
 */
export function provenGone({
  controls,
  scopes,
  incomplete,
  undecided,
}: Pick<Report, "controls" | "scopes" | "incomplete" | "undecided">): (about: About) => boolean {
  const asked = controls === undefined ? undefined : new Set<string>(controls);
  const read = new Set(scopes.filter(({ error }) => error === undefined).map(placeKey));
  const lacking = new Set(incomplete.map((entry) => `${placeKey(entry)} ${entry.control}`));
  const open = new Set(undecided.map(({ control, resource }) => `${control} ${resource}`));
  return ({ place, control, resource }) =>
    (asked?.has(control) ?? true) &&
    read.has(placeKey(place)) &&
    !lacking.has(`${placeKey(place)} ${control}`) &&
    !open.has(`${control} ${resource}`);
}

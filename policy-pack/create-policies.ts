import { type ControlId, controlIds } from "../controls/ids";
import { policies } from "./policies";
import type { ControlPolicy } from "./policy";

export type { ControlId, ControlPolicy };
export { controlIds };

export interface CreatePoliciesOptions {
  /** The controls to make policies of. Default: the whole catalogue. */
  readonly controls?: readonly ControlId[];
}

/**
 * Makes the policies of this package for a policy pack of one's own, one a control, in the order of the catalogue:
 * `new PolicyPack("ours", { policies: [...createPolicies(), ...others] })`.
 *
 * What one call returns belongs together: the policies tell each other what they were shown. Call it once a pack.
 * @throws when an option or a control is not known, or when no control is named
 */
export function createPolicies(options: CreatePoliciesOptions = {}): ControlPolicy[] {
  const { controls: chosen = controlIds, ...strangers } = options;
  const [stranger] = Object.keys(strangers);
  if (stranger !== undefined) {
    throw new Error(`createPolicies has no option ${stranger}; its only one is controls.`);
  }
  if (!Array.isArray(chosen)) {
    throw new Error(`createPolicies takes controls as a list of ids, not ${JSON.stringify(chosen)}. ${listing}`);
  }
  const [unknown] = chosen.filter((id) => !controlIds.includes(id));
  if (unknown !== undefined) {
    throw new Error(`createPolicies knows no control ${unknown}; the nearest is ${nearest(unknown)}. ${listing}`);
  }
  if (chosen.length === 0) {
    throw new Error(`createPolicies was given no control, so it would guard nothing; name at least one. ${listing}`);
  }
  return policies().filter(({ name }) => (chosen as readonly string[]).includes(name));
}

const listing = "All are listed by: npx aws-secure-database controls";

/** The id with the fewest words that are not in both. */
function nearest(name: string): ControlId {
  const words = name.split("-");
  const distance = (id: ControlId): number => {
    const others = id.split("-");
    return outside(words, others) + outside(others, words);
  };
  return controlIds.reduce((best, id) => (distance(id) < distance(best) ? id : best));
}

function outside(words: readonly string[], others: readonly string[]): number {
  return words.filter((word) => !others.includes(word)).length;
}

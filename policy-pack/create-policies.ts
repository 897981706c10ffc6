import { inspect } from "node:util";
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
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new Error(`createPolicies takes an object such as { controls: [...] }, not ${inspect(options)}. ${listing}`);
  }
  const { controls: chosen = controlIds, ...strangers } = options;
  const [stranger] = Object.keys(strangers);
  if (stranger !== undefined) {
    throw new Error(`createPolicies has no option ${stranger}; its only one is controls.`);
  }
  if (!Array.isArray(chosen)) {
    throw new Error(`createPolicies takes controls as a list of ids, not ${inspect(chosen)}. ${listing}`);
  }
  const unknown = chosen.findIndex((id) => !controlIds.includes(id));
  if (unknown !== -1) {
    throw new Error(
      `createPolicies was given controls[${unknown}] as ${inspect(chosen[unknown])}, which is no control. ${listing}`,
    );
  }
  if (chosen.length === 0) {
    throw new Error(`createPolicies was given no control, so it would guard nothing; name at least one. ${listing}`);
  }
  return policies().filter(({ name }) => (chosen as readonly string[]).includes(name));
}

const listing = "All are listed by: npx aws-secure-database controls";

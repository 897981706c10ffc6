import type { ControlId } from "../controls/ids";

/** One entry of the file that people write: these controls may fail for these resources until then. */
export interface Exception {
  /** Also the id of Pulumi's own exception. */
  readonly id: string;
  readonly controls: readonly ControlId[];
  /** URNs, ARNs and AWS ids, or globs over them. */
  readonly resources: readonly string[];
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, in UTC: "2027-01-31". */
  readonly expires: string;
  /** Where it was agreed. */
  readonly ticket?: string;
  /** Where it stands in its file, for what is said about it later. */
  readonly lines: Lines;
}

export interface Lines {
  readonly entry: number;
  readonly expires: number;
  /** One a resource. */
  readonly resources: readonly number[];
}

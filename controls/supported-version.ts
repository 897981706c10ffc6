import { endOfSupport, hasLogFdwFault } from "../engines/end-of-support";
import { isUnknown, type Value } from "../inventory/value";
import { fails, holds, shown, undecided } from "./answers";
import type { Answer, OptionsOf } from "./control";

export interface SupportOptions {
  readonly daysAhead: number;
}

/** The option of a control that asks for a supported version. */
export const supportOptions: OptionsOf<SupportOptions> = {
  daysAhead: {
    schema: {
      type: "integer",
      minimum: 0,
      maximum: 3650,
      description: "Days before the end of its support from which a version no longer counts as supported.",
    },
    default: 0,
  },
};

/** The other catalogues' ids for it, which do not tell clusters from instances. */
export const supportPeerIds = {
  checkov: ["CKV_AWS_250", "CKV_AWS_388"],
  prowler: ["rds_instance_deprecated_engine_version"],
};

/** Judges the version of an engine as on a day; one that nobody set is the newest. */
export function judgeVersionOf(
  name: string,
  version: Value<string>,
  { daysAhead }: SupportOptions,
  today: Date,
): Answer {
  if (isUnknown(version)) {
    return undecided(version.waitsFor);
  }
  if (version === undefined) {
    return holds;
  }
  const running = `${shown(name, "name")} ${shown(version, "version")}`;
  if (hasLogFdwFault(name, version)) {
    return fails(
      `engineVersion is ${running}, whose log_fdw lets users read files of the host`,
      "it must be a version with the fix",
    );
  }
  const end = endOfSupport(name, version);
  const day = new Date(today.getTime() + daysAhead * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return end !== undefined && end < day
    ? fails(
        `engineVersion is ${running}, whose standard support ${end < today.toISOString().slice(0, 10) ? "ended" : "ends"} on ${end}`,
        "it must be a version under standard support",
      )
    : holds;
}

import { endOfSupport, hasLogFdwFault } from "../../engines/end-of-support";
import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { namedEngineOf } from "./engine";

interface Options {
  readonly daysAhead: number;
}

/** Members of clusters are judged too, as no control of clusters speaks about their version. */
export const engineVersionSupported = defineControl<"dbInstances", Options>({
  id: "rds-instance-engine-version-supported",
  title: "RDS instance runs a version of its engine that is still supported",
  subject: "dbInstances",
  severity: "high",
  why: "A version past its support gets no more fixes for the holes that are found in it.",
  remediation:
    "Set engineVersion to a supported version, with allowMajorVersionUpgrade true where that is another major.",
  peerIds: { checkov: ["CKV_AWS_250", "CKV_AWS_388"], prowler: ["rds_instance_deprecated_engine_version"] },
  options: {
    daysAhead: {
      schema: {
        type: "integer",
        minimum: 0,
        maximum: 3650,
        description: "Days before the end of its support from which a version no longer counts as supported.",
      },
      default: 0,
    },
  },
  looksAt: "both",
  // A version that is good today is not for ever: the answer follows the calendar, so this control alone has a clock.
  evaluate: (instance, inventory, options) => judgeVersion(instance, inventory, options, new Date()),
});

/** Judges the version of an instance as on a day; one that nobody set is the newest. */
export function judgeVersion(instance: DbInstance, inventory: Inventory, options: Options, today: Date): Answer {
  const engine = namedEngineOf(instance, inventory);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  const { name, version } = engine;
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
  const day = new Date(today.getTime() + options.daysAhead * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return end !== undefined && end < day
    ? fails(
        `engineVersion is ${running}, whose standard support ${end < today.toISOString().slice(0, 10) ? "ended" : "ends"} on ${end}`,
        "it must be a version under standard support",
      )
    : holds;
}

import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { namedEngineOf } from "../instance-engine";
import { judgeVersionOf, type SupportOptions, supportOptions, supportPeerIds } from "../supported-version";

/** Members of clusters are judged too; the control of clusters speaks about the version of one without members. */
export const engineVersionSupported = defineControl<"dbInstances", SupportOptions>({
  id: "rds-instance-engine-version-supported",
  title: "RDS instance runs a version of its engine that is still supported",
  subject: "dbInstances",
  severity: "high",
  why: "A version past its support gets no more fixes for the holes that are found in it.",
  remediation:
    "Set engineVersion to a supported version, with allowMajorVersionUpgrade true where that is another major.",
  peerIds: supportPeerIds,
  options: supportOptions,
  looksAt: "both",
  // A version that is good today is not for ever: the answer follows the calendar.
  evaluate: (instance, inventory, options) => judgeVersion(instance, inventory, options, new Date()),
});

/** Judges the version of an instance as on a day. */
export function judgeVersion(instance: DbInstance, inventory: Inventory, options: SupportOptions, today: Date): Answer {
  const engine = namedEngineOf(instance, inventory);
  return isUnknown(engine) ? undecided(engine.waitsFor) : judgeVersionOf(engine.name, engine.version, options, today);
}

import type { DbInstance } from "../inventory/model";
import { isUnknown } from "../inventory/value";
import { fails, holds, undecided } from "./answers";
import type { Answer } from "./control";

/** Seconds; https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const intervals = [1, 5, 10, 15, 30, 60];
const needed = `monitoringInterval must be one of ${intervals.join(", ")} seconds with a monitoringRoleArn`;

/** Judges the enhanced monitoring of an instance or a cluster. */
export function mustReportOperatingSystem({
  monitoringInterval,
  monitoringRole,
}: Pick<DbInstance, "monitoringInterval" | "monitoringRole">): Answer {
  if (isUnknown(monitoringInterval)) {
    return undecided(monitoringInterval.waitsFor);
  }
  if (monitoringInterval === undefined || !intervals.includes(monitoringInterval)) {
    return fails(
      monitoringInterval === undefined
        ? "monitoringInterval is not set (off by default)"
        : `monitoringInterval is ${monitoringInterval}`,
      needed,
    );
  }
  // A role that is still to be made is a role all the same.
  return monitoringRole === undefined ? fails("monitoringRoleArn is not set", needed) : holds;
}

import type { Exception } from "../../exceptions/exception";

export const ids = ["rds-instance-multi-az", "rds-instance-not-public", "rds-instance-backup-retention"] as const;

/** The moment at which the tests look: one second after noon, in UTC. */
export const now = new Date("2026-11-24T12:00:01Z");

export const orders = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";
export const legacy = "urn:pulumi:dev::shop::my:index:Database$aws:rds/instance:Instance::legacy";
export const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
export const urns = [stack, orders, legacy];

export function exception(changes: Partial<Exception> = {}): Exception {
  const resources = changes.resources ?? [orders];
  return {
    id: "EXC-1",
    controls: ["rds-instance-multi-az"],
    reason: "no standby in development",
    owner: "team shop",
    expires: "2027-01-31",
    ...changes,
    resources,
    lines: { entry: 2, expires: 7, resources: resources.map((_, index) => 4 + index) },
  };
}

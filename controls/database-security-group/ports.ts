import type { SecurityGroupRule } from "../../inventory/model";
import { isUnknown, type Unknown } from "../../inventory/value";

/** Whether a rule admits TCP to a port of a list: to all ports there are, to one of them, to none, or not known yet. */
export type Admits = "every-port" | "a-port" | false | Unknown;

export function admits(rule: SecurityGroupRule, ports: readonly number[]): Admits {
  const { protocol, fromPort, toPort } = rule;
  if (isUnknown(protocol)) {
    return protocol;
  }
  const name = protocol?.toLowerCase() ?? "-1";
  if (name === "-1" || name === "all") {
    return "every-port";
  }
  if (name !== "tcp" && name !== "6") {
    return false;
  }
  if (isUnknown(fromPort)) {
    return fromPort;
  }
  if (isUnknown(toPort)) {
    return toPort;
  }
  if (fromPort === undefined || fromPort < 0) {
    return "every-port";
  }
  const last = toPort ?? fromPort;
  if (fromPort <= 1 && last >= 65535) {
    return "every-port";
  }
  return ports.some((port) => fromPort <= port && port <= last) ? "a-port" : false;
}

export function describePorts({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if (typeof protocol !== "string" || protocol === "-1" || protocol.toLowerCase() === "all") {
    return "every port";
  }
  if (typeof fromPort !== "number" || fromPort < 0) {
    return "every TCP port";
  }
  return toPort === undefined || toPort === fromPort ? `port ${fromPort}` : `ports ${fromPort} to ${toPort}`;
}

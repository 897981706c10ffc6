import type { ActivityMonitorArgs } from "./activity/activity-monitor-arguments";
import { checkActivityMonitor } from "./activity/activity-monitor-settings";
import type { OrganizationAuditArgs } from "./audit/organization-audit-arguments";
import { checkOrganizationAudit } from "./audit/organization-audit-settings";
import type { ScheduledAuditArgs } from "./audit/scheduled-audit-arguments";
import { checkScheduledAudit } from "./audit/scheduled-audit-settings";
import type { SecureClusterArgs } from "./cluster/secure-cluster-arguments";
import { checkSecureCluster } from "./cluster/secure-cluster-settings";
import type { SecureInstanceArgs } from "./instance/secure-instance-arguments";
import { checkSecureInstance } from "./instance/secure-instance-settings";
import type { IsolatedNetworkArgs } from "./network/isolated-network-arguments";
import { checkIsolatedNetwork } from "./network/isolated-network-settings";
import { ArgumentChecks } from "./shared/arguments";
import { oneOf } from "./shared/rules";
import type { SecureTableArgs } from "./table/secure-table-arguments";
import { checkSecureTable } from "./table/secure-table-settings";

/** The components whose arguments `checkArguments` takes. */
export interface CheckedArguments {
  IsolatedNetwork: IsolatedNetworkArgs;
  SecureInstance: SecureInstanceArgs;
  SecureCluster: SecureClusterArgs;
  SecureTable: SecureTableArgs;
  ActivityMonitor: ActivityMonitorArgs;
  ScheduledAudit: ScheduledAuditArgs;
  OrganizationAudit: OrganizationAuditArgs;
}

const checks: { readonly [Component in keyof CheckedArguments]: Check<CheckedArguments[Component]> } = {
  IsolatedNetwork: checkIsolatedNetwork,
  SecureInstance: checkSecureInstance,
  SecureCluster: checkSecureCluster,
  SecureTable: checkSecureTable,
  ActivityMonitor: checkActivityMonitor,
  ScheduledAudit: checkScheduledAudit,
  OrganizationAudit: checkOrganizationAudit,
};

type Check<Args> = (name: string, args: Args) => unknown;

/**
 * Checks arguments as the constructor of a component does, and registers nothing: for a program that takes them from
 * elsewhere, such as its configuration, and refuses them before it makes anything. An output is not waited for.
 * @throws an ArgumentError
 */
export function checkArguments<Component extends keyof CheckedArguments>(
  component: Component,
  name: string,
  args: CheckedArguments[Component],
): void {
  new ArgumentChecks("checkArguments", {}, {}).plain<string>("component", component, oneOf(...Object.keys(checks)));
  const check: Check<CheckedArguments[Component]> = checks[component];
  check(name, args);
}

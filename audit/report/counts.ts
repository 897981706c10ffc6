import type { Severity } from "../../controls/control";
import { type Inventory, type Kind, kindNames } from "../../inventory/model";
import type { Counts } from "./report";

/** The counts of nothing. */
export const noCounts: Counts = {
  resources: {},
  held: 0,
  notApplicable: 0,
  findings: { critical: 0, high: 0, medium: 0, low: 0 },
  undecided: 0,
  unread: 0,
};

export function summed(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, counts) => ({
      resources: added(sum.resources, counts.resources),
      held: sum.held + counts.held,
      notApplicable: sum.notApplicable + counts.notApplicable,
      findings: { ...sum.findings, ...added(sum.findings, counts.findings) },
      undecided: sum.undecided + counts.undecided,
      unread: sum.unread + counts.unread,
    }),
    noCounts,
  );
}

export function severityCounts(findings: readonly { readonly severity: Severity }[]): Counts["findings"] {
  const counts = { ...noCounts.findings };
  for (const { severity } of findings) {
    counts[severity] += 1;
  }
  return counts;
}

export function resourceCounts(inventory: Inventory): Counts["resources"] {
  const kinds = Object.keys(kindNames) as Kind[];
  return Object.fromEntries(kinds.map((kind) => [kind, inventory[kind].length]).filter(([, count]) => count !== 0));
}

function added<K extends string>(
  a: { readonly [Name in K]?: number },
  b: { readonly [Name in K]?: number },
): { readonly [Name in K]?: number } {
  const sum: { [Name in K]?: number } = { ...a };
  for (const [name, count] of Object.entries(b) as [K, number][]) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

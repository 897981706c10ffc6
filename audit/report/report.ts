import type { AnyControl, Finding, Severity, Undecided } from "../../controls/control";
import { severities } from "../../controls/control";
import type { ControlId } from "../../controls/ids";
import { type Judgement, optionsOf } from "../../controls/judge";
import { type Inventory, type Kind, kindNames } from "../../inventory/model";
import type { UnreadCall } from "../read/calls";

/** A control whose subjects could not all be listed. */
export interface IncompleteControl {
  readonly control: ControlId;
  readonly severity: Severity;
  /** "rds:DescribeDBInstances was denied". */
  readonly because: string;
}

export interface Counts {
  /** Resources read, by their kind in the inventory; kinds of which there are none are left out. */
  readonly resources: { readonly [K in Kind]?: number };
  /** How many times a control was asked about a resource and held. */
  readonly held: number;
  /** How many times a control was asked about a resource and did not apply. */
  readonly notApplicable: number;
  readonly findings: { readonly [S in Severity]: number };
  readonly undecided: number;
  readonly unread: number;
}

/** The outcome of an audit, which is also its JSON: fields are added, never renamed, within a version. */
export interface Report {
  readonly version: 1;
  readonly region: string;
  /** Absent where AWS did not tell. */
  readonly account?: string;
  /** Everything could be read. */
  readonly complete: boolean;
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** The calls that returned nothing. */
  readonly unread: readonly UnreadCall[];
  readonly incomplete: readonly IncompleteControl[];
  readonly counts: Counts;
  readonly seconds: number;
}

export interface Outcome {
  readonly region: string;
  readonly account?: string;
  readonly controls: readonly AnyControl[];
  readonly inventory: Inventory;
  readonly judgement: Judgement;
  readonly unread: readonly UnreadCall[];
  readonly seconds: number;
}

export function reportOf(outcome: Outcome): Report {
  const { controls, inventory, judgement, unread } = outcome;
  const order = controls.map(({ id }) => id);
  const incomplete = controls.filter(isOn).flatMap(({ id: control, severity, subject }) => {
    const because = inventory.unread[subject];
    return because === undefined ? [] : [{ control, severity, because }];
  });
  return {
    version: 1,
    region: outcome.region,
    ...(outcome.account === undefined ? {} : { account: outcome.account }),
    complete: unread.length === 0,
    findings: worstFirst(judgement.findings, order),
    undecided: worstFirst(judgement.undecided, order),
    unread,
    incomplete: [...incomplete].sort((a, b) => rank(a) - rank(b)),
    counts: {
      resources: resourceCounts(inventory),
      held: judgement.held,
      notApplicable: judgement.notApplicable,
      findings: severityCounts(judgement.findings),
      undecided: judgement.undecided.length,
      unread: unread.length,
    },
    seconds: Math.round(outcome.seconds * 10) / 10,
  };
}

/** A control that is off unless configured misses nothing. */
function isOn(control: AnyControl): boolean {
  return (optionsOf(control) as { readonly enabled?: boolean }).enabled !== false;
}

/** By severity, then as the catalogue lists controls, then by resource, so that two audits can be compared. */
function worstFirst<T extends Finding | Undecided>(entries: readonly T[], order: readonly ControlId[]): T[] {
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      order.indexOf(a.control) - order.indexOf(b.control) ||
      (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0),
  );
}

function rank({ severity }: { readonly severity: Severity }): number {
  return severities.indexOf(severity);
}

function severityCounts(findings: readonly Finding[]): Counts["findings"] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) {
    counts[severity] += 1;
  }
  return counts;
}

function resourceCounts(inventory: Inventory): Counts["resources"] {
  const kinds = Object.keys(kindNames) as Kind[];
  return Object.fromEntries(kinds.map((kind) => [kind, inventory[kind].length]).filter(([, count]) => count !== 0));
}

import type { Finding, PeerIds, Severity, Undecided } from "../../controls/control";
import { severities } from "../../controls/control";
import type { ControlId } from "../../controls/ids";
import type { Position } from "../../formats/model";
import type { Kind } from "../../inventory/model";
import type { UnreadCall } from "../read/calls";
import { type Baseline, compared } from "./baseline";
import { severityCounts, summed } from "./counts";
import { placeKey } from "./words";

/** Where something was found: one region of one account. */
export interface Place {
  /** The account's id; absent where AWS did not tell. */
  readonly account?: string;
  readonly region: string;
}

/** A control that fails for a resource of an account, with everything that a reader needs to mend it. */
export interface AuditFinding extends Finding {
  readonly account?: string;
  readonly region: string;
  /** What kind of resource it is, by its list in the inventory: "dbInstances". */
  readonly resourceType: Kind;
  /** The control's. */
  readonly title: string;
  /** The page about the control. */
  readonly url: string;
  /** The ids under which other catalogues know the control. */
  readonly frameworks: PeerIds;
  /** Hexadecimal SHA-256 of the control and the resource: the same in every audit. */
  readonly fingerprint: string;
  /** When an audit first found it, in ISO 8601: from the baseline, or now. */
  readonly firstSeen?: string;
  /** Against the baseline; everything is new without one. */
  readonly state: "new" | "unchanged";
  /** The configuration makes the control advice: the finding does not fail the audit. */
  readonly advisory?: true;
  /** Who declares the resource, where a stack's export was given that holds it. */
  readonly stack?: StackResource;
  /** The way from the internet to the resource, where the finding is about one. */
  readonly path?: readonly PathNode[];
}

/** A resource of a Pulumi stack. */
export interface StackResource {
  /** "organization/project/stack", as far as the export tells: at least the project and the stack. */
  readonly stack: string;
  readonly urn: string;
  /** Where the program declares it, or calls the library that does; absent where that is not known. */
  readonly position?: SourcePosition;
}

/** A file relative to the root of the repository, with "/" between folders; line and column count from 1. */
export type SourcePosition = Omit<Position, "of">;

/** One step of a way through the network: internet gateway, route table, subnet, security group, database. */
export interface PathNode {
  readonly kind: "internet" | "internetGateway" | Kind;
  readonly id: string;
  readonly name: string;
}

/** A finding that somebody answers for until a day. */
export interface Accepted {
  readonly finding: AuditFinding;
  readonly exception: AcceptedBy;
}

export interface AcceptedBy {
  readonly id: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC: "2027-01-31". */
  readonly expires: string;
  readonly ticket?: string;
}

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

/** One region of one account, and how the audit of it went. */
export interface Scope extends Place {
  /** Everything could be read. */
  readonly complete: boolean;
  readonly counts: Counts;
  readonly unread: readonly UnreadCall[];
  readonly seconds: number;
  /** Why nothing could be read, such as a role that cannot be assumed; one sentence. */
  readonly error?: string;
}

/** What the audit of one scope found: a line of the state from which an audit goes on. */
export interface ScopeResult {
  readonly scope: Scope;
  readonly findings: readonly AuditFinding[];
  readonly accepted: readonly Accepted[];
  readonly undecided: readonly (Undecided & Place)[];
  readonly incomplete: readonly (IncompleteControl & Place)[];
  /** What belongs to no region was not asked about here. */
  readonly isFirst?: false;
}

/** The outcome of an audit, which is also its JSON: fields are added, never renamed, within a version. */
export interface Report {
  readonly version: 2;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly seconds: number;
  /** Everything could be read, in every scope. */
  readonly complete: boolean;
  /** The audit was ended before its end; scopes that were not begun are incomplete ones with an `error`. */
  readonly partial?: "interrupted";
  /** Some resources alone were asked about, as --resource and --tag choose them: it says nothing of the others. */
  readonly chosen?: true;
  /** The findings were compared with those of an earlier report. */
  readonly compared?: true;
  /** The controls that were asked, in the catalogue's order. */
  readonly controls?: readonly ControlId[];
  readonly scopes: readonly Scope[];
  /** Worst first. */
  readonly findings: readonly AuditFinding[];
  /** What the baseline had and is gone; nothing of a scope that could not be read. */
  readonly resolved: readonly AuditFinding[];
  /** Findings for which an exception stands. */
  readonly accepted: readonly Accepted[];
  readonly undecided: readonly (Undecided & Place)[];
  /** The calls that returned nothing. */
  readonly unread: readonly (UnreadCall & Place)[];
  readonly incomplete: readonly (IncompleteControl & Place)[];
  /** Of all scopes together. */
  readonly counts: Counts;
}

export interface Outcome {
  readonly startedAt: Date;
  readonly seconds: number;
  readonly results: readonly ScopeResult[];
  /** The catalogue's order. */
  readonly order: readonly ControlId[];
  /** Those that were asked; all unless given. */
  readonly asked?: readonly ControlId[];
  readonly partial?: "interrupted";
  readonly chosen?: boolean;
  readonly baseline?: Baseline;
}

/** Puts the results of scopes together, in an order by which two audits can be compared. */
export function reportOf(outcome: Outcome): Report {
  const { startedAt, seconds, results, order, partial, chosen, baseline, asked } = outcome;
  const sorted = saidOnce([...results].sort((a, b) => compare(placeKey(a.scope), placeKey(b.scope))));
  const scopes = sorted.map(({ scope }) => scope);
  const inOrder = worstFirst(new Map(order.map((id, index) => [id, index])));
  const controls = asked ?? order;
  const undecided = sorted.flatMap((result) => result.undecided).sort(inOrder);
  const incomplete = sorted.flatMap((result) => result.incomplete).sort((a, b) => rank(a) - rank(b));
  const { findings, resolved } = compared(sorted, { controls, scopes, undecided, incomplete }, startedAt, baseline);
  return {
    version: 2,
    startedAt: startedAt.toISOString(),
    seconds: Math.round(seconds * 10) / 10,
    complete: partial === undefined && scopes.every(({ complete }) => complete),
    ...(partial === undefined ? {} : { partial }),
    ...(chosen === true ? { chosen } : {}),
    ...(baseline === undefined ? {} : { compared: true as const }),
    controls,
    scopes,
    findings: [...findings].sort(inOrder),
    resolved: [...resolved].sort(inOrder),
    accepted: sorted.flatMap(({ accepted }) => accepted).sort((a, b) => inOrder(a.finding, b.finding)),
    undecided,
    unread: scopes.flatMap(({ unread, ...scope }) => unread.map((call) => ({ ...call, ...placeIn(scope) }))),
    incomplete,
    counts: summed(scopes.map(({ counts }) => counts)),
  };
}

/** What belongs to no region may be seen from several: the first of them counts. */
function saidOnce(results: readonly ScopeResult[]): ScopeResult[] {
  const seen = new Set<string>();
  const isFirst = ({ fingerprint }: AuditFinding) => !seen.has(fingerprint) && seen.add(fingerprint).size > 0;
  return results.map(({ scope, ...result }) => {
    const findings = result.findings.filter(isFirst);
    return {
      ...result,
      scope: { ...scope, counts: { ...scope.counts, findings: severityCounts(findings) } },
      findings,
      accepted: result.accepted.filter(({ finding }) => isFirst(finding)),
    };
  });
}

/** The place alone, of something that has one. */
export function placeIn({ account, region }: Place): Place {
  return { ...(account === undefined ? {} : { account }), region };
}

/** By severity, then as the catalogue lists controls, then by resource. */
function worstFirst(order: ReadonlyMap<ControlId, number>) {
  return (a: AuditFinding | Undecided, b: AuditFinding | Undecided) =>
    rank(a) - rank(b) ||
    (order.get(a.control) ?? order.size) - (order.get(b.control) ?? order.size) ||
    compare(a.resource, b.resource);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank({ severity }: { readonly severity: Severity }): number {
  return severities.indexOf(severity);
}

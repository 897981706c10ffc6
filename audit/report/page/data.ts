/**
 * What the page is given: each control, place and resource once, and findings that point to them by their index, as
 * there may be tens of thousands.
 */
export interface PageData {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly complete: boolean;
  readonly interrupted: boolean;
  /** Findings were compared with those of an earlier audit. */
  readonly compared: boolean;
  readonly controls: readonly PageControl[];
  readonly places: readonly PagePlace[];
  readonly resources: readonly PageResource[];
  /** Worst first. */
  readonly findings: readonly PageFinding[];
  readonly resolved: readonly PageFinding[];
  readonly accepted: readonly PageAccepted[];
  readonly undecided: readonly PageUndecided[];
  readonly unread: readonly PageUnread[];
  readonly incomplete: readonly PageIncomplete[];
  readonly frameworks: readonly PageFramework[];
}

/** From worst to mildest. */
export type PageSeverity = "critical" | "high" | "medium" | "low";

export interface PageControl {
  readonly id: string;
  readonly title: string;
  readonly severity: PageSeverity;
  readonly remediation: string;
  readonly url: string;
  /** "Security Hub RDS.2". */
  readonly peers: readonly string[];
}

/** One region of one account. */
export interface PagePlace {
  /** "unknown" where AWS did not tell. */
  readonly account: string;
  readonly region: string;
  readonly complete: boolean;
  readonly resources: number;
  readonly seconds: number;
  readonly error?: string;
}

export interface PageResource {
  /** The id, with its place before it where AWS gives no ARN: unique. */
  readonly key: string;
  /** ARN, or id of AWS. */
  readonly id: string;
  readonly name: string;
  /** "DB instance". */
  readonly kind: string;
  readonly place: number;
  readonly stack?: PageStack;
}

/** What declares a resource. */
export interface PageStack {
  readonly stack: string;
  readonly urn: string;
  /** "infra/index.ts:32:18". */
  readonly at?: string;
}

/** A control about a resource, both by their index. */
interface About {
  readonly control: number;
  readonly resource: number;
}

export interface PageFinding extends About {
  readonly found: string;
  readonly needed: string;
  readonly isNew: boolean;
  /** It is advice, and does not fail the audit. */
  readonly advisory?: true;
  readonly firstSeen?: string;
  readonly path?: readonly PageStep[];
}

/** A step of the way from the internet to a resource. */
export interface PageStep {
  /** "route table". */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

export interface PageAccepted {
  readonly finding: PageFinding;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

export interface PageUndecided extends About {
  readonly waitsFor: string;
}

export interface PageUnread {
  readonly place: number;
  readonly call: string;
  /** "was denied". */
  readonly outcome: string;
  readonly message: string;
  readonly about: readonly string[];
}

export interface PageIncomplete {
  readonly control: number;
  readonly place: number;
  readonly because: string;
}

export interface PageFramework {
  readonly name: string;
  readonly version: string;
  /** Per cent of the requirements that were judged, rounded down; absent where none was. */
  readonly score?: number;
  /** Those about something that the audit found. */
  readonly requirements: readonly PageRequirement[];
}

export interface PageRequirement {
  readonly id: string;
  readonly status: "met" | "not met" | "not decided";
  /** The controls that speak for it, by their index. */
  readonly controls: readonly number[];
}

import { type Severity, severities } from "../controls";

/** What a gate found, apart from how it was found: every format is written from this, and the JSON is this. */
export interface Report {
  /** Fields are added, never renamed, within a version; its schema is report.schema.json. */
  readonly version: 1;
  readonly run: Run;
  /** Worst first. */
  readonly findings: readonly ReportedFinding[];
  /** What a policy mended by itself. */
  readonly remediated: readonly Remediation[];
  readonly counts: Counts;
}

export interface Run {
  /** Absent where it ended before that was known. */
  readonly operation?: "preview" | "update" | "analysis" | "audit";
  /** What an audit was about: "3 accounts in 4 regions". */
  readonly scope?: string;
  readonly project?: string;
  readonly stack?: string;
  /** The policy packs that took part. */
  readonly judges: readonly Judge[];
  /** It came to its end and everything was judged; a run that violations alone have blocked is complete. */
  readonly complete: boolean;
  /** Why it is not complete: errors of the program, of a provider or of a pack, never violations. */
  readonly failures: readonly Failure[];
  /** ISO 8601, in UTC. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

export interface Judge {
  readonly name: string;
  readonly version?: string;
}

export interface Failure {
  readonly message: string;
  readonly resource?: ReportedResource;
}

export interface ReportedResource {
  /** URN in a stack, ARN in an account. */
  readonly id: string;
  readonly name: string;
  /** Such as "aws:rds/instance:Instance". */
  readonly type: string;
}

/** "remediate" blocks where the policy has no remedy. */
export const enforcementLevels = ["mandatory", "remediate", "advisory"] as const;
export type EnforcementLevel = (typeof enforcementLevels)[number];

export interface ReportedFinding {
  /** Id of the control, or name of the policy of another pack. */
  readonly control: string;
  /** Name of the judge. */
  readonly judge: string;
  readonly title: string;
  /** Absent where the policy has none. */
  readonly severity?: Severity;
  readonly enforcementLevel: EnforcementLevel;
  /** It would have blocked the run: mandatory and not excepted. */
  readonly blocks: boolean;
  /** Whether the control holds or fails is not known yet; the message says what it waits for. */
  readonly undecided: boolean;
  /** Absent where a policy speaks about the whole stack. */
  readonly resource?: ReportedResource;
  readonly message: string;
  readonly remediation?: string;
  readonly url?: string;
  readonly position?: Position;
  /** Live exceptions that cover it. */
  readonly exceptions: readonly Exception[];
  /** The same from run to run; made of judge, control and resource where it is absent. */
  readonly fingerprint?: string;
  /** Against an earlier run; absent where there is none to compare with. */
  readonly baseline?: "new" | "unchanged" | "absent";
  /** Further facts, for formats that have a place for them. */
  readonly facts?: Readonly<Record<string, string>>;
}

export interface Position {
  /** Relative to the root of the repository, with "/" between folders. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
  /** "project": where the resource is declared is not known, and this is the file of its Pulumi project. */
  readonly of: "resource" | "project";
}

export interface Exception {
  readonly id: string;
  readonly reason: string;
}

export interface Remediation {
  readonly control: string;
  readonly judge: string;
  readonly resource?: ReportedResource;
}

export interface Counts {
  readonly blocking: number;
  readonly advisory: number;
  readonly excepted: number;
  readonly remediated: number;
  /** Of the findings that are not excepted; "unspecified" where the policy has none. */
  readonly severities: { readonly [S in Severity | "unspecified"]: number };
}

/** Sorts, removes repetitions (an update tells what its preview told) and counts. */
export function reportOf(
  run: Run,
  findings: readonly ReportedFinding[],
  remediated: readonly Remediation[] = [],
): Report {
  const sorted = unique(findings).sort(worstFirst);
  const mended = unique(remediated).sort((a, b) => compare(keyOf(a), keyOf(b)));
  return { version: 1, run, findings: sorted, remediated: mended, counts: countsOf(sorted, mended) };
}

function countsOf(findings: readonly ReportedFinding[], remediated: readonly Remediation[]): Counts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unspecified: 0 };
  const open = findings.filter(({ exceptions }) => exceptions.length === 0);
  for (const { severity } of open) {
    counts[severity ?? "unspecified"] += 1;
  }
  const blocking = open.filter(({ blocks }) => blocks).length;
  return {
    blocking,
    advisory: open.length - blocking,
    excepted: findings.length - open.length,
    remediated: remediated.length,
    severities: counts,
  };
}

function unique<T>(entries: readonly T[]): T[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** Engines judge side by side: only sorted are two reports of one program the same. */
function worstFirst(a: ReportedFinding, b: ReportedFinding): number {
  return rank(a) - rank(b) || compare(keyOf(a), keyOf(b)) || compare(a.message, b.message);
}

function rank({ severity }: ReportedFinding): number {
  return severity === undefined ? severities.length : severities.indexOf(severity);
}

function keyOf({ control, judge, resource }: Remediation): string {
  return [control, resource?.id ?? "", judge].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

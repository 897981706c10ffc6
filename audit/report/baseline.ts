import { provenGone } from "./proof";
import type { AuditFinding, Place, Report, ScopeResult } from "./report";
import { placeKey, placeWords } from "./words";

/** An earlier report, as far as a later one is compared with it. */
export interface Baseline extends Pick<Report, "startedAt" | "findings">, Partial<Pick<Report, "partial" | "scopes">> {
  /** Whether this audit asks about the resource at all; absent: it does. */
  readonly isAsked?: (finding: AuditFinding) => boolean;
}

export interface Compared {
  readonly findings: readonly AuditFinding[];
  readonly resolved: readonly AuditFinding[];
}

/** Says of each finding whether the baseline had it, and since when it is there; and what of the baseline is gone. */
export function compared(
  results: readonly ScopeResult[],
  asked: Parameters<typeof provenGone>[0],
  startedAt: Date,
  baseline?: Baseline,
): Compared {
  const now = startedAt.toISOString();
  const before = new Map(baseline?.findings.map((finding) => [finding.fingerprint, finding]));
  const findings = results.flatMap((result) =>
    result.findings.map((finding): AuditFinding => {
      const known = before.get(finding.fingerprint);
      return known === undefined
        ? { ...finding, state: "new", firstSeen: now }
        : { ...finding, state: "unchanged", firstSeen: known.firstSeen ?? baseline?.startedAt ?? now };
    }),
  );
  const accepted = results.flatMap((result) => result.accepted.map(({ finding }) => finding));
  const present = new Set([...findings, ...accepted].map(({ fingerprint }) => fingerprint));
  const isGone = provenGone(asked);
  return {
    findings,
    resolved: [...before.values()].filter(
      (finding) =>
        !present.has(finding.fingerprint) &&
        isGone({ ...finding, place: finding }) &&
        (baseline?.isAsked?.(finding) ?? true),
    ),
  };
}

/**
 * What a next audit compares with: the findings of this one, and those of the one before that may be there still, as this
 * one could not read or decide them, or did not ask. Those of a place where it was not to look are forgotten: of an account
 * that left the organization, and of a region that is named no more, no audit would ever find them gone.
 */
export function nextBaseline(
  { version, startedAt, scopes, findings, accepted, resolved }: Report,
  former: Baseline | undefined,
): Pick<Report, "version" | "startedAt" | "findings"> {
  const told = [...findings, ...accepted.map(({ finding }) => finding), ...resolved];
  const known = new Set(told.map(({ fingerprint }) => fingerprint));
  const isWithin = within(scopes);
  const open = former?.findings.filter((finding) => !known.has(finding.fingerprint) && isWithin(finding)) ?? [];
  return { version, startedAt, findings: [...findings, ...open] };
}

/** Whether an audit was to look in a place, be it in vain. */
function within(scopes: Report["scopes"]): (place: Place) => boolean {
  const places = new Set(scopes.map(placeKey));
  // Whose regions or whose name could not be asked, may be any.
  return ({ account = "", region }) =>
    [account, ""].some((of) => [region, "all"].some((where) => places.has(placeKey({ account: of, region: where }))));
}

/** Says in one sentence why a file is no report to compare with. */
export class NotBaseline extends Error {}

/**
 * Reads the JSON of an earlier report.
 * @throws NotBaseline where the text is something else
 */
export function readBaseline(text: string): Baseline {
  const file = parsed(text) as Partial<Record<keyof Report, unknown>> | null | undefined;
  if (typeof file?.version !== "number" || !Array.isArray(file.findings)) {
    throw new NotBaseline("it is no report of an audit; give it one that was written as JSON");
  }
  if (file.version !== 2 || typeof file.startedAt !== "string") {
    throw new NotBaseline(`it is a report of version ${file.version}, and this program compares with version 2`);
  }
  const { startedAt, findings, partial, scopes } = file as Report;
  return {
    startedAt,
    findings,
    ...(partial === undefined ? {} : { partial }),
    ...(Array.isArray(scopes) ? { scopes } : {}),
  };
}

/** One sentence about each reason why less is known and less is resolved than a reader may think. */
export function baselineRemarks({ partial, scopes }: Baseline, report: Pick<Report, "scopes">): readonly string[] {
  // What is kept between the runs of a function has none.
  if (scopes === undefined) {
    return [];
  }
  const [before, now] = [readPlaces(scopes), readPlaces(report.scopes)];
  const added = [...now].filter(([key]) => !before.has(key)).map(([, words]) => words);
  const left = [...before].filter(([key]) => !now.has(key)).map(([, words]) => words);
  return [
    ...(partial === undefined
      ? []
      : ["the baseline is of an audit that was interrupted: what that did not find may be old."]),
    ...(added.length === 0
      ? []
      : [`the baseline did not read ${named(added)}: what is found there is new, but for what belongs to no region.`]),
    ...(left.length === 0
      ? []
      : [`this audit did not read ${named(left)}, as the baseline did: nothing there is resolved.`]),
  ];
}

function readPlaces(scopes: Report["scopes"]): ReadonlyMap<string, string> {
  return new Map(
    scopes.flatMap((scope) => (scope.error === undefined ? [[placeKey(scope), placeWords(scope)] as const] : [])),
  );
}

/** Of many places the first few. */
function named(places: readonly string[]): string {
  const rest = places.length - 3;
  return `${places.slice(0, 3).join("; ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

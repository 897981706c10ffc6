import type { AnyControl } from "../controls";
import type { ControlId } from "../controls/ids";
import { judge } from "../controls/judge";
import { isOff } from "../controls/off-by-default";
import type { Inventory, Kind, Resource } from "../inventory/model";
import { auditFinding } from "./finding";
import { networkPath } from "./network-path";
import type { UnreadCall } from "./read/calls";
import { noCounts, resourceCounts, severityCounts } from "./report/counts";
import type { Accepted, AcceptedBy, AuditFinding, Place, ScopeResult, StackResource } from "./report/report";

/** How resources are judged, and what is said about the findings. */
export interface Judging {
  readonly controls: readonly AnyControl[];
  /** The options of controls that are not left at their defaults. */
  readonly options?: { readonly [control: string]: Readonly<Record<string, unknown>> };
  /** The controls whose findings do not fail the audit. */
  readonly advisory?: ReadonlySet<ControlId>;
  /** The exception that stands for a finding. */
  readonly exceptionFor?: (finding: AuditFinding) => AcceptedBy | undefined;
  /** Whether a resource is asked about at all; absent: every one is. */
  readonly isAsked?: (subject: Resource) => boolean;
  /** The resource of a Pulumi stack that a resource is, by any of the names that AWS gives it. */
  readonly stackOf?: (names: readonly string[]) => StackResource | undefined;
}

/** One region of an account, as it was read. */
export interface Read {
  readonly place: Place;
  readonly inventory: Inventory;
  readonly unread: readonly UnreadCall[];
  readonly seconds: number;
  /** The first region of its account answers for what belongs to no region; it does unless told otherwise. */
  readonly isFirst?: boolean;
  /** Why the region could not be read: what belongs to no region is judged all the same. */
  readonly error?: string;
}

/** Asks the controls about what was read in one scope. */
export function judged(read: Read, judging: Judging): ScopeResult {
  const { place, inventory, unread, seconds, isFirst = true, error } = read;
  const { options = {} } = judging;
  const controls = judging.controls.filter((control) =>
    error === undefined ? isFirst || !isOfNoRegion(control) : isOfNoRegion(control),
  );
  const byId = new Map(controls.map((control) => [control.id, control]));
  const resourceOf = finder(inventory);
  const judgement = judge(controls, inventory, options, judging.isAsked);
  const found = judgement.findings.flatMap((finding) => {
    const control = byId.get(finding.control);
    return control === undefined
      ? []
      : [described(auditFinding(control, finding, place), inventory, resourceOf, judging)];
  });
  const { findings, accepted } = sorted(found, judging);
  const undecided = judgement.undecided.map((entry) => ({ ...entry, ...place }));
  const incomplete = controls
    .filter((control) => !isOff(control, options[control.id]))
    .flatMap(({ id: control, severity, subject }) => {
      const because = inventory.unread[subject];
      return because === undefined ? [] : [{ control, severity, because, ...place }];
    });
  return {
    scope: {
      ...place,
      complete: error === undefined && unread.length === 0 && incomplete.length === 0,
      counts: {
        resources: resourceCounts(inventory),
        held: judgement.held,
        notApplicable: judgement.notApplicable,
        findings: severityCounts(findings),
        undecided: undecided.length,
        unread: unread.length,
      },
      unread,
      seconds: Math.round(seconds * 10) / 10,
      ...(error === undefined ? {} : { error }),
    },
    findings,
    accepted,
    undecided,
    incomplete,
    ...(isFirst ? {} : { isFirst }),
  };
}

/** A place about which nothing is known. */
export function notRead(place: Place, error: string): ScopeResult {
  return {
    scope: { ...place, complete: false, counts: noCounts, unread: [], seconds: 0, error },
    findings: [],
    accepted: [],
    undecided: [],
    incomplete: [],
  };
}

/** IAM is one in all regions; its controls say the same in each, unless they look at what else is there. */
export function isOfNoRegion({ subject, looksAt }: AnyControl): boolean {
  return subject === "iamPolicies" && looksAt === "resource";
}

type ResourceOf = (kind: Kind, id: string) => Resource | undefined;

/** Finds resources by their ids, with an index of each kind that is asked for. */
function finder(inventory: Inventory): ResourceOf {
  const indexes = new Map<Kind, ReadonlyMap<string, Resource>>();
  return (kind, id) => {
    const index =
      indexes.get(kind) ?? new Map(inventory[kind].map((resource): [string, Resource] => [resource.id, resource]));
    indexes.set(kind, index);
    return index.get(id);
  };
}

function described(
  finding: AuditFinding,
  inventory: Inventory,
  resourceOf: ResourceOf,
  { advisory, stackOf }: Judging,
): AuditFinding {
  const subject = resourceOf(finding.kind, finding.resource);
  const stack = stackOf?.([finding.resource, ...(subject?.identifiers ?? [])]);
  const path = networkPath(finding, subject, inventory);
  return {
    ...finding,
    ...(advisory?.has(finding.control) ? { advisory: true as const } : {}),
    ...(stack === undefined ? {} : { stack }),
    ...(path === undefined ? {} : { path }),
  };
}

function sorted(
  all: readonly AuditFinding[],
  { exceptionFor }: Judging,
): { readonly findings: readonly AuditFinding[]; readonly accepted: readonly Accepted[] } {
  const findings: AuditFinding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of all) {
    const exception = exceptionFor?.(finding);
    if (exception === undefined) {
      findings.push(finding);
    } else {
      accepted.push({ finding, exception });
    }
  }
  return { findings, accepted };
}

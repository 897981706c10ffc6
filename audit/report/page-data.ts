import { type AnyControl, controls as catalogue } from "../../controls";
import type { PeerIds } from "../../controls/control";
import { frameworks } from "../../controls/frameworks";
import { positionWords } from "../../formats/wording";
import { kindNames } from "../../inventory/model";
import { outcomeWords } from "../read/failure";
import type {
  PageControl,
  PageData,
  PageFinding,
  PageFramework,
  PagePlace,
  PageResource,
  PageStack,
  PageStep,
} from "./page/data";
import type { AuditFinding, PathNode, Place, Report, StackResource } from "./report";
import { scoresOf } from "./scores";
import { isCompared, placeKey } from "./words";

/** The report as the page of the HTML report takes it. */
export function pageDataOf(report: Report): PageData {
  const controls = new Indexed<PageControl>();
  const places = new Indexed<PagePlace>();
  const resources = new Indexed<PageResource>();
  const scopes = new Map(report.scopes.map((scope) => [placeKey(scope), scope]));

  const placeOf = (place: Place): number =>
    places.index(placeKey(place), () => {
      const scope = scopes.get(placeKey(place));
      return {
        account: place.account ?? "unknown",
        region: place.region,
        complete: scope?.complete ?? true,
        resources: sum(scope?.counts.resources),
        seconds: scope?.seconds ?? 0,
        ...(scope?.error === undefined ? {} : { error: scope.error }),
      };
    });
  const controlOf = (id: string, known: Partial<AuditFinding> = {}): number =>
    controls.index(id, () => pageControl(id, known));
  const resourceOf = (about: About): number =>
    resources.index(resourceKey(about), () => ({
      key: resourceKey(about),
      id: about.resource,
      name: about.resourceName,
      kind: kindNames[about.kind],
      place: placeOf(about),
      ...(about.stack === undefined ? {} : { stack: pageStack(about.stack) }),
    }));
  const findingOf = (finding: AuditFinding): PageFinding => ({
    control: controlOf(finding.control, finding),
    resource: resourceOf(finding),
    found: finding.found,
    needed: finding.needed,
    isNew: finding.state === "new",
    ...(finding.advisory === undefined ? {} : { advisory: finding.advisory }),
    ...(finding.firstSeen === undefined ? {} : { firstSeen: finding.firstSeen }),
    ...(finding.path === undefined ? {} : { path: finding.path.map(stepOf) }),
  });

  report.scopes.forEach(placeOf);
  const lists = {
    findings: report.findings.map(findingOf),
    resolved: report.resolved.map(findingOf),
    accepted: report.accepted.map(({ finding, exception: { reason, owner, expires } }) => ({
      finding: findingOf(finding),
      reason,
      owner,
      expires,
    })),
    undecided: report.undecided.map((entry) => ({
      control: controlOf(entry.control),
      resource: resourceOf(entry),
      waitsFor: entry.waitsFor,
    })),
    unread: report.unread.map((unread) => ({
      place: placeOf(unread),
      call: unread.call,
      outcome: outcomeWords[unread.outcome],
      message: unread.message,
      about: unread.about,
    })),
    incomplete: report.incomplete.map((entry) => ({
      control: controlOf(entry.control),
      place: placeOf(entry),
      because: entry.because,
    })),
    frameworks: scoresOf(report).map(
      ({ framework: { name, version = "" }, score, requirements }): PageFramework => ({
        name,
        version,
        ...(score === undefined ? {} : { score }),
        requirements: requirements.map(({ id, status, controls: ids }) => ({
          id,
          status,
          controls: ids.map((control) => controlOf(control)),
        })),
      }),
    ),
  };
  return {
    startedAt: report.startedAt,
    seconds: report.seconds,
    complete: report.complete,
    interrupted: report.partial === "interrupted",
    compared: isCompared(report),
    controls: controls.list,
    places: places.list,
    resources: resources.list,
    ...lists,
  };
}

interface About extends Place {
  readonly resource: string;
  readonly resourceName: string;
  readonly kind: AuditFinding["kind"];
  readonly stack?: StackResource;
}

/** Items by a key, each once, in the order in which they come. */
class Indexed<T> {
  readonly list: T[] = [];
  private readonly positions = new Map<string, number>();

  index(key: string, make: () => T): number {
    const known = this.positions.get(key);
    if (known !== undefined) {
      return known;
    }
    // What `make` makes may itself be indexed first.
    const item = make();
    this.list.push(item);
    this.positions.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

const byId: ReadonlyMap<string, AnyControl> = new Map(catalogue.map((control) => [control.id, control]));

/** A report of an earlier version can name a control that is no more. */
function pageControl(id: string, known: Partial<AuditFinding>): PageControl {
  const control = byId.get(id);
  return {
    id,
    title: known.title ?? control?.title ?? id,
    severity: known.severity ?? control?.severity ?? "low",
    remediation: known.remediation ?? control?.remediation ?? "",
    url: known.url ?? "",
    peers: peersOf(known.frameworks ?? control?.peerIds ?? {}),
  };
}

function peersOf(ids: PeerIds): readonly string[] {
  return frameworks
    .filter(({ version }) => version !== undefined)
    .flatMap(({ key, shortName }) => (ids[key] ?? []).map((id) => `${shortName} ${id}`));
}

function pageStack({ stack, urn, position }: StackResource): PageStack {
  return { stack, urn, ...(position === undefined ? {} : { at: positionWords(position) }) };
}

function stepOf({ kind, id, name }: PathNode): PageStep {
  const words = kind === "internet" ? "anywhere" : kind === "internetGateway" ? "internet gateway" : kindNames[kind];
  return { kind: words, id, name };
}

/** Without an ARN, the same id can stand in several places. */
function resourceKey({ resource, account = "unknown", region }: About): string {
  return resource.startsWith("arn:") ? resource : `${account}/${region}/${resource}`;
}

function sum(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

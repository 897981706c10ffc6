import { type AnyControl, controls as catalogue } from "../../controls";
import type { PeerIds } from "../../controls/control";
import { type Framework, frameworks } from "../../controls/frameworks";
import type { ControlId } from "../../controls/ids";
import { isOff } from "../../controls/off-by-default";
import type { Report } from "./report";

/** How far what was read meets one framework. */
export interface Score {
  readonly framework: Framework;
  /** Per cent of the requirements that were judged, rounded down, as 100 means all; absent where none was. */
  readonly score?: number;
  readonly requirements: readonly Requirement[];
}

export interface Requirement {
  /** "RDS.3", as the framework calls it. */
  readonly id: string;
  /** The worst that a control says which speaks for it: an accepted finding is a finding to an auditor. */
  readonly status: "met" | "not met" | "not decided";
  readonly controls: readonly ControlId[];
}

type Status = Requirement["status"];

const worst: readonly Status[] = ["not met", "not decided", "met"];

/**
 * The score of each framework that auditors ask for, by its requirements: those that a control speaks for which was asked,
 * of which the audit found a resource or could not look for one. None was judged where some resources alone were asked about.
 */
export function scoresOf(report: Report): readonly Score[] {
  const statuses = statusesOf(report);
  return frameworks
    .filter(({ version }) => version !== undefined)
    .map((framework) => {
      const requirements = requirementsOf(framework.key, statuses);
      const met = requirements.filter(({ status }) => status === "met").length;
      return {
        framework,
        ...(requirements.length === 0 ? {} : { score: Math.floor((100 * met) / requirements.length) }),
        requirements,
      };
    });
}

function statusesOf(report: Report): ReadonlyMap<AnyControl, Status> {
  if (report.chosen === true) {
    return new Map();
  }
  const failing = new Set([...report.findings, ...report.accepted.map(({ finding }) => finding)].map(controlOf));
  const open = new Set([...report.undecided, ...report.incomplete].map(controlOf));
  const asked = report.controls === undefined ? undefined : new Set(report.controls);
  const unreached = report.scopes.some(({ error }) => error !== undefined);
  return new Map(
    catalogue.flatMap((control): [AnyControl, Status][] => {
      if (failing.has(control.id)) {
        return [[control, "not met"]];
      }
      const wasAsked = asked?.has(control.id) ?? control.gates?.includes("audit") ?? true;
      if (!wasAsked || isOff(control)) {
        return [];
      }
      // Of what lies in a place that could not be read nobody knows.
      if (open.has(control.id) || unreached) {
        return [[control, "not decided"]];
      }
      return (report.counts.resources[control.subject] ?? 0) > 0 ? [[control, "met"]] : [];
    }),
  );
}

function controlOf({ control }: { readonly control: ControlId }): ControlId {
  return control;
}

function requirementsOf(key: keyof PeerIds, statuses: ReadonlyMap<AnyControl, Status>): readonly Requirement[] {
  const found = new Map<string, { status: Status; controls: ControlId[] }>();
  for (const [control, status] of statuses) {
    for (const id of control.peerIds[key] ?? []) {
      const known = found.get(id);
      found.set(id, {
        status: known === undefined || worst.indexOf(status) < worst.indexOf(known.status) ? status : known.status,
        controls: [...(known?.controls ?? []), control.id],
      });
    }
  }
  return [...found]
    .map(([id, entry]) => ({ id, ...entry }))
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

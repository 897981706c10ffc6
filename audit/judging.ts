import { checkConfiguration } from "../configuration/check";
import { hasErrors, type Problem } from "../configuration/problem";
import { settingsOf } from "../configuration/settings";
import { controls } from "../controls";
import { type Severity, severities } from "../controls/control";
import { type ControlId, controlIds } from "../controls/ids";
import { howToSwitchOn, isOff } from "../controls/off-by-default";
import type { Exception } from "../exceptions/exception";
import { exceptionsFor } from "../exceptions/exception-for";
import { isLive } from "../exceptions/expiry";
import { readExceptions } from "../exceptions/read";
import { auditControls } from "./controls";
import type { AcceptedBy, AuditFinding, Report } from "./report/report";
import type { Judging } from "./scope";

/** What people decided about an audit: the text of their files, and what they chose. */
export interface Decisions {
  /** The configuration of the policy pack, as JSON. */
  readonly configuration?: string;
  /** The exceptions, as YAML. */
  readonly exceptions?: string;
  /** Absent: every control that the configuration has on. */
  readonly controls?: readonly ControlId[];
  /** The mildest that is asked about. Absent: every one. */
  readonly severity?: Severity;
  /** Decides which exceptions hold. */
  readonly now: Date;
}

export interface Decided {
  readonly problems: { readonly configuration: readonly Problem[]; readonly exceptions: readonly Problem[] };
  /** Undefined where a file has errors. */
  readonly judging?: Pick<Judging, "controls" | "options" | "advisory" | "exceptionFor">;
  /**
   * One sentence about each exception that stands for nothing, after an audit that asked about everything.
   * @param hasUrns whether the audit knew the URNs of resources, without which an exception of URNs alone can match none
   */
  remarks(report: Pick<Report, "accepted">, hasUrns: boolean): readonly string[];
  /** The ids of the live exceptions that name a URN: without the URNs of resources that part of them counts for nothing. */
  readonly byUrn: readonly string[];
}

/** Reads what people decided about an audit. */
export function judgingFor({ configuration: text, exceptions: file, now, ...chosen }: Decisions): Decided {
  const { problems, configuration } =
    text === undefined ? { problems: [], configuration: { version: 2 as const } } : checkConfiguration(text, controls);
  const read = file === undefined ? { exceptions: [], problems: [] } : readExceptions(file, controlIds);
  const decided = {
    problems: { configuration: problems, exceptions: read.problems },
    remarks: (report: Pick<Report, "accepted">, hasUrns: boolean) => remarksOn(read.exceptions, report, hasUrns, now),
    byUrn: read.exceptions
      .filter((exception) => isLive(exception, now) && exception.resources.some(isUrn))
      .map(({ id }) => id),
  };
  if (configuration === undefined || hasErrors(problems) || read.problems.length > 0) {
    return decided;
  }
  const settings = settingsOf(configuration, auditControls);
  const mildest = chosen.severity === undefined ? severities.length : severities.indexOf(chosen.severity);
  return {
    ...decided,
    judging: {
      controls: settings.controls.filter(
        ({ id, severity }) => (chosen.controls?.includes(id) ?? true) && severities.indexOf(severity) <= mildest,
      ),
      options: settings.options,
      advisory: settings.advisory,
      exceptionFor: acceptedIn(read.exceptions, now),
    },
  };
}

/** Why a question would get no answer: no control is left, or those that are left are off, of which one is named. */
export interface Silence {
  /** The control, and what switches it on, to stand within a sentence. */
  readonly off?: { readonly id: ControlId; readonly howTo: string };
}

/** Undefined where a control would say something. */
export function silenceOf({
  controls: asked,
  options = {},
}: Pick<Judging, "controls" | "options">): Silence | undefined {
  if (asked.some((one) => !isOff(one, options[one.id]))) {
    return undefined;
  }
  const [off] = asked;
  return off === undefined ? {} : { off: { id: off.id, howTo: howToSwitchOn(off) ?? "" } };
}

function acceptedIn(exceptions: readonly Exception[], now: Date): NonNullable<Judging["exceptionFor"]> {
  const exceptionFor = exceptionsFor(exceptions);
  return ({ control, resource, stack }: AuditFinding) => {
    const exception =
      exceptionFor(control, resource, now) ?? (stack === undefined ? undefined : exceptionFor(control, stack.urn, now));
    return exception === undefined ? undefined : acceptedBy(exception);
  };
}

function acceptedBy({ id, reason, owner, expires, ticket }: Exception): AcceptedBy {
  return { id, reason: reason.trim(), owner, expires, ...(ticket === undefined ? {} : { ticket }) };
}

/** A URN, or a glob that can match nothing else. */
function isUrn(pattern: string): boolean {
  return pattern.startsWith("urn:");
}

function remarksOn(
  exceptions: readonly Exception[],
  { accepted }: Pick<Report, "accepted">,
  hasUrns: boolean,
  now: Date,
): readonly string[] {
  const used = new Set(accepted.map(({ exception }) => exception.id));
  return exceptions.flatMap((exception) => {
    const { id, expires, resources } = exception;
    if (!isLive(exception, now)) {
      return [`exception ${id} expired on ${expires} and does not count.`];
    }
    const canMatch = hasUrns || !resources.every(isUrn);
    return used.has(id) || !canMatch
      ? []
      : [`exception ${id} stands for nothing that this audit found; correct it, or remove it.`];
  });
}

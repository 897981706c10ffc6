import { stripVTControlCharacters } from "node:util";
import { type AnyControl, type Severity, severities } from "../controls";
import { notDecidedYet } from "../controls/answers";
import { controlsById } from "../controls/by-id";
import {
  type EnforcementLevel,
  enforcementLevels,
  type Failure,
  type Judge,
  type Position,
  type Report,
  type ReportedFinding,
  type Run,
  reportOf,
} from "../formats/model";
import type { EngineEvent, PolicyEvent, SummaryEvent } from "./events";
import { partsOfUrn, resourceOfUrn } from "./urn";

/** Where the resource of a URN is declared. */
export type Locate = (urn: string | undefined) => Position | undefined;

/** The report of one run of Pulumi. */
export function reportOfEvents(events: readonly EngineEvent[], locate: Locate = () => undefined): Report {
  const violations = events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent]));
  const findings = violations.map((violation) => findingOf(violation, locate(violation.resourceUrn)));
  const remediated = events.flatMap(({ policyRemediationEvent: event }) =>
    event === undefined
      ? []
      : [{ control: event.policyName, judge: event.policyPackName, ...resourceField(event.resourceUrn) }],
  );
  return reportOf(runOf(events, findings), findings, remediated);
}

function findingOf(event: PolicyEvent, position: Position | undefined): ReportedFinding {
  const control = controlsById.get(event.policyName);
  const severity = severities.find((known) => known === event.severity) ?? control?.severity;
  const enforcementLevel = enforcementLevelOf(event.enforcementLevel);
  const exceptions = (event.exceptions ?? []).map(({ id, reason }) => ({ id, reason }));
  return {
    control: event.policyName,
    judge: event.policyPackName,
    title: control?.title ?? event.policyName,
    ...field<Severity, "severity">("severity", severity),
    enforcementLevel,
    blocks: enforcementLevel !== "advisory" && exceptions.length === 0,
    undecided: control !== undefined && enforcementLevel === "advisory" && event.message.includes(notDecidedYet),
    ...resourceField(event.resourceUrn),
    ...wordsOf(plain(event.message), control),
    ...field("position", position),
    exceptions,
  };
}

/** The pack ends its messages with how to mend what it found, and then with the page of the control. */
function wordsOf(
  message: string,
  control: AnyControl | undefined,
): Pick<ReportedFinding, "message" | "remediation" | "url"> {
  const [url] = control === undefined ? [] : (/https:\/\/\S*[^\s.]\.?$/.exec(message) ?? []);
  const found = url === undefined ? message : message.slice(0, -url.length).trim();
  const remediation = control?.remediation;
  const start = remediation === undefined ? -1 : found.indexOf(remediation);
  return {
    ...(start > 0 ? { message: found.slice(0, start).trim(), remediation } : { message: found }),
    ...field("url", url?.replace(/\.$/, "")),
  };
}

/** A level that a later Pulumi may add blocks: better a warning too much. */
function enforcementLevelOf(level: string): EnforcementLevel {
  return enforcementLevels.find((known) => known === level) ?? (level === "warning" ? "advisory" : "mandatory");
}

function runOf(events: readonly EngineEvent[], findings: readonly ReportedFinding[]): Run {
  const summary = events.findLast(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent;
  const judges = judgesOf(events);
  const failures = failuresOf(events, summary, judges, findings);
  const urn = urnOf(events);
  const { stack, project } = urn === undefined ? {} : partsOfUrn(urn);
  const times = events.flatMap(({ timestamp }) => (timestamp === undefined ? [] : [timestamp * 1000]));
  return {
    ...field("operation", summary === undefined ? undefined : operationOf(summary, events)),
    ...field("project", project || undefined),
    ...field("stack", stack || undefined),
    judges,
    complete: failures.length === 0,
    failures,
    ...(times.length === 0
      ? {}
      : { startedAt: new Date(Math.min(...times)).toISOString(), endedAt: new Date(Math.max(...times)).toISOString() }),
  };
}

/** An analysis has the summary of an update, but nothing of what goes before one. */
function operationOf({ isPreview }: SummaryEvent, events: readonly EngineEvent[]): Run["operation"] {
  return isPreview ? "preview" : events.some(({ preludeEvent }) => preludeEvent !== undefined) ? "update" : "analysis";
}

function urnOf(events: readonly EngineEvent[]): string | undefined {
  const urns = events.flatMap((event) => [
    event.policyEvent?.resourceUrn,
    event.policyAnalyzeSummaryEvent?.resourceUrn,
    event.diagnosticEvent?.urn,
  ]);
  return urns.find((urn) => urn !== undefined && urn !== "");
}

function judgesOf(events: readonly EngineEvent[]): readonly Judge[] {
  const versions = new Map<string, string>();
  for (const event of events) {
    for (const [name, version] of Object.entries(event.summaryEvent?.PolicyPacks ?? {})) {
      versions.set(name.split("|")[0] ?? name, version);
    }
    const pack = event.policyEvent ?? event.policyAnalyzeSummaryEvent ?? event.policyAnalyzeStackSummaryEvent;
    if (pack !== undefined) {
      versions.set(pack.policyPackName, pack.policyPackVersionTag ?? "");
    }
  }
  return [...versions].sort().map(([name, version]) => ({ name, ...field("version", version || undefined) }));
}

/** The engine's last word on any run that did not succeed, whatever the reason. */
const lastWord = /^\w+ failed$/;

function failuresOf(
  events: readonly EngineEvent[],
  summary: SummaryEvent | undefined,
  judges: readonly Judge[],
  findings: readonly ReportedFinding[],
): readonly Failure[] {
  const errors = events.flatMap(({ diagnosticEvent, errorEvent }): Failure[] => {
    if (errorEvent !== undefined) {
      return [{ message: plain(errorEvent.error) }];
    }
    if (diagnosticEvent?.severity !== "error") {
      return [];
    }
    return [{ message: plain(diagnosticEvent.message), ...resourceField(diagnosticEvent.urn) }];
  });
  const reasons = errors.filter(({ message, resource }) => resource !== undefined || !lastWord.test(message));
  if (reasons.length > 0) {
    return reasons;
  }
  if (summary === undefined) {
    return [{ message: "Pulumi stopped before the run began; its error output says why." }];
  }
  if (summary.result === "canceled") {
    return [{ message: "The run was cancelled before its end." }];
  }
  if ((summary.result === "failed" || errors.length > 0) && !findings.some(({ blocks }) => blocks)) {
    return [{ message: "The run failed, and its events do not say why." }];
  }
  if (judges.length === 0) {
    return [{ message: "No policy pack took part in the run, so nothing was judged." }];
  }
  return [];
}

/** Without the engine's marks for colours, which event logs keep, and those of terminals. */
function plain(message: string): string {
  return stripVTControlCharacters(message.replace(/<\{%[^%]*%\}>/g, "")).trim();
}

function resourceField(urn: string | undefined): Pick<ReportedFinding, "resource"> {
  return urn === undefined || urn === "" ? {} : { resource: resourceOfUrn(urn) };
}

function field<T, Name extends string>(name: Name, value: T | undefined): { readonly [N in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: T };
}

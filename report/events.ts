import { CannotReport } from "../formats/cannot-report";

/**
 * What is read of the engine's events; the rest of them is left alone, the properties of resources above all.
 * https://github.com/pulumi/pulumi/blob/v3.274.1/sdk/go/common/apitype/events.go
 */
export interface EngineEvent {
  readonly sequence: number;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly preludeEvent?: object;
  readonly cancelEvent?: object;
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string; readonly urn?: string };
  readonly errorEvent?: { readonly error: string };
  readonly policyEvent?: PolicyEvent;
  readonly policyRemediationEvent?: FromPolicy;
  readonly policyAnalyzeSummaryEvent?: FromPack;
  readonly policyAnalyzeStackSummaryEvent?: FromPack;
  readonly summaryEvent?: SummaryEvent;
}

interface FromPack {
  readonly policyPackName: string;
  readonly policyPackVersionTag?: string;
  readonly resourceUrn?: string;
}

interface FromPolicy extends FromPack {
  readonly policyName: string;
}

export interface PolicyEvent extends FromPolicy {
  readonly message: string;
  readonly enforcementLevel: string;
  readonly severity?: string;
  /** Of CLI 3.274 or newer. */
  readonly exceptions?: readonly { readonly id: string; readonly reason: string }[];
}

export interface SummaryEvent {
  readonly isPreview: boolean;
  readonly result?: string;
  /** Version by name; a pack that is given by its path has the name "<name>|local|<path>". */
  readonly PolicyPacks?: Readonly<Record<string, string>>;
}

const howToStream =
  "write it with PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json, or with pulumi policy analyze --json";

/**
 * Reads the events that Pulumi writes, one a line; other lines around them are passed over.
 * @param source how messages name the text
 * @throws CannotReport where there are no events, or the last ones are missing
 */
export function readEvents(text: string, source: string): readonly EngineEvent[] {
  if (text.trim() === "") {
    throw new CannotReport(`${source} is empty: Pulumi stopped before its first event, and its error output says why`);
  }
  const lines = text.split("\n");
  const events = lines.flatMap((line, index) => {
    const event = eventOf(line.trim(), `line ${index + 1} of ${source}`);
    return event === undefined ? [] : [event];
  });
  const last = events.at(-1);
  const runs = runsOf(events);
  if (last === undefined) {
    throw new CannotReport(
      isPreviewWithoutEvents(text)
        ? `${source} holds the steps of pulumi preview --json, in which violations do not show; ${howToStream}`
        : `${source} holds no event of Pulumi; ${howToStream}`,
    );
  }
  if (runs.length > 1 && !isUpdateWithItsPreview(runs)) {
    throw new CannotReport(
      `${source} holds the events of ${runs.length} runs, and a report is about one; write each run to a file of its own`,
    );
  }
  if (last.cancelEvent === undefined && last.summaryEvent === undefined) {
    throw new CannotReport(`${source} is cut off: the event that ends a run is missing; run Pulumi to its end again`);
  }
  return events;
}

/** The engine counts the events of a run upwards, so that another run begins where the count falls back. */
function runsOf(events: readonly EngineEvent[]): readonly (readonly EngineEvent[])[] {
  const starts = events.flatMap(({ sequence }, index) => {
    const before = events[index - 1];
    return before !== undefined && sequence > before.sequence ? [] : [index];
  });
  return starts.map((start, index) => events.slice(start, starts[index + 1]));
}

/** `pulumi up --json` writes its preview, then the update, which tells again what the preview told. */
function isUpdateWithItsPreview(runs: readonly (readonly EngineEvent[])[]): boolean {
  const [preview, update] = runs.map((run) => run.findLast(({ summaryEvent }) => summaryEvent !== undefined));
  const [first] = runs;
  return (
    runs.length === 2 &&
    preview?.summaryEvent?.isPreview === true &&
    preview.summaryEvent.result !== "failed" &&
    first?.at(-1)?.cancelEvent !== undefined &&
    update?.summaryEvent?.isPreview === false &&
    stacksOf(runs.flat()).size <= 1
  );
}

/** Project and stack, as URNs begin with them. */
function stacksOf(events: readonly EngineEvent[]): ReadonlySet<string> {
  const urns = events.flatMap(({ policyEvent, policyAnalyzeSummaryEvent, diagnosticEvent }) => [
    policyEvent?.resourceUrn,
    policyAnalyzeSummaryEvent?.resourceUrn,
    diagnosticEvent?.urn,
  ]);
  return new Set(urns.flatMap((urn) => (urn ? [urn.split("::").slice(0, 2).join("::")] : [])));
}

function eventOf(line: string, place: string): EngineEvent | undefined {
  if (!line.startsWith("{")) {
    return undefined;
  }
  const value = parsed(line);
  if (value === undefined && line.startsWith('{"sequence":')) {
    throw new CannotReport(`${place} is a broken event: it ends too early or holds something else as well`);
  }
  if (!isRecord(value) || typeof value.sequence !== "number") {
    return undefined;
  }
  const [name, content] = Object.entries(value).find(([key]) => key.endsWith("Event")) ?? [];
  const missing = (name === undefined ? undefined : needed[name])?.find(
    (field) => !isRecord(content) || typeof content[field] !== "string",
  );
  if (missing !== undefined) {
    throw new CannotReport(`${place} is a ${name} without ${missing}, which every version of Pulumi writes`);
  }
  return name === undefined ? undefined : (value as unknown as EngineEvent);
}

/** The texts without which an event cannot be reported. */
const needed: Readonly<Record<string, readonly string[]>> = {
  policyEvent: ["policyName", "policyPackName", "message", "enforcementLevel"],
  policyRemediationEvent: ["policyName", "policyPackName"],
  policyAnalyzeSummaryEvent: ["policyPackName"],
  policyAnalyzeStackSummaryEvent: ["policyPackName"],
  diagnosticEvent: ["severity", "message"],
  errorEvent: ["error"],
};

function isPreviewWithoutEvents(text: string): boolean {
  const value = parsed(text);
  return isRecord(value) && Array.isArray(value.steps);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { Counts, Hit } from "./detections/evaluate";
import { detect } from "./detections/evaluate";
import type { Activity, ActivityEvent } from "./events";
import { mask } from "./masking";
import { ocsfText, type Source, toOcsf } from "./ocsf/datastore-activity";
import { type Finding, toFinding } from "./ocsf/detection-finding";
import type { Settings } from "./settings";
import { longestLine } from "./sink";
import { statementOf } from "./statement";

/** Where a record lay. */
export interface Place {
  readonly recordId: string;
  readonly version: string;
  readonly account: string;
  readonly arrived: number;
  /** Names the window in which failed log-ins are counted. */
  readonly window: string;
}

/** The lines of a record: its events in each form that is wanted, and what was detected in them. */
export interface Lines {
  readonly lines: readonly string[];
  readonly events: number;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

/** A record that does not name its cluster is of the one under whose encryption context KMS decrypted its key. */
export function linesOf(
  { clusterId, instanceId, events }: Activity,
  { recordId, version, account, arrived, window }: Place,
  {
    cluster,
    forms,
    masking,
    detection,
    region,
  }: Pick<Settings, "cluster" | "forms" | "masking" | "detection" | "region">,
  counts: Counts,
): Lines {
  const lines: string[] = [];
  const findings: Finding[] = [];
  const [ocsf, aws] = [forms.includes("ocsf"), forms.includes("aws")];
  let counted = counts;
  for (const { place, event } of events) {
    const id = `${recordId}-${place}`;
    const seen: Source = {
      event,
      statement: statementOf(event),
      id,
      clusterId: clusterId || cluster,
      instanceId,
      version,
      region,
      account,
      arrived,
    };
    const shown = mask(event, masking);
    const delivered = shown === event ? seen : { ...seen, event: shown };
    const found = detect(seen, detection, counted, window);
    counted = found.counts;
    if (ocsf) {
      lines.push(ocsfLine(delivered));
    }
    if (aws) {
      lines.push(awsLine(delivered));
    }
    for (const hit of found.hits) {
      findings.push(findingOf(hit, delivered));
    }
  }
  for (const finding of findings) {
    lines.push(JSON.stringify(finding.ocsf));
  }
  return {
    lines,
    events: events.length,
    findings,
    counts: counted,
  };
}

function findingOf(hit: Hit, delivered: Source): Finding {
  return toFinding(hit, toOcsf(fitting(delivered, JSON.stringify(delivered.event).length)?.source ?? delivered));
}

function ocsfLine(source: Source): string {
  const line = ocsfText(source);
  const short = fitting(source, line.length);
  if (short === undefined) {
    return line;
  }
  const { metadata, ...rest } = toOcsf(short.source);
  return JSON.stringify({
    ...rest,
    metadata: { ...(metadata as object), is_truncated: true, untruncated_size: short.size },
  });
}

function awsLine({ id, clusterId, instanceId, ...source }: Source): string {
  const line = (event: ActivityEvent, truncated?: boolean) =>
    JSON.stringify({ eventId: id, clusterId, instanceId, ...event, ...(truncated ? { truncated } : {}) });
  const whole = line(source.event);
  const short = fitting({ id, clusterId, instanceId, ...source }, whole.length);
  return short === undefined ? whole : line(short.source.event, true);
}

/** Characters that are left of a field of an event that is too long for Firehose. A character takes up to six bytes. */
const leftOfField = 60_000;

/** The event with its long fields cut, when it is too long to be delivered as it is. */
function fitting(source: Source, length: number): { readonly source: Source; readonly size: number } | undefined {
  // A character takes up to three bytes.
  if (length * 3 <= longestLine) {
    return undefined;
  }
  const size = Buffer.byteLength(JSON.stringify(source.event));
  if (size * 1.1 + 4_096 <= longestLine) {
    return undefined;
  }
  const cut = (value: unknown): unknown => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text === undefined || text.length <= leftOfField ? value : text.slice(0, leftOfField);
  };
  const event = Object.fromEntries(
    Object.entries(source.event).map(([field, value]) => [
      field,
      field === "paramList" && cut(value) !== value ? [cut(value)] : cut(value),
    ]),
  );
  return { source: { ...source, event }, size };
}

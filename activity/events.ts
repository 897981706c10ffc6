import { gunzipSync } from "node:zlib";
import { BadRecord } from "./failures";

/**
 * What was done in the database, as AWS writes it: the fields that both engines or one of them have. Others may come.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.AuditLog.databaseActivityEventList.html
 */
export interface ActivityEvent {
  readonly type?: unknown;
  readonly class?: unknown;
  readonly clientApplication?: unknown;
  readonly command?: unknown;
  readonly commandText?: unknown;
  readonly databaseName?: unknown;
  readonly dbProtocol?: unknown;
  readonly dbUserName?: unknown;
  readonly endTime?: unknown;
  readonly errorMessage?: unknown;
  readonly exitCode?: unknown;
  readonly logTime?: unknown;
  readonly netProtocol?: unknown;
  readonly objectName?: unknown;
  readonly objectType?: unknown;
  readonly paramList?: unknown;
  readonly pid?: unknown;
  readonly remoteHost?: unknown;
  readonly remotePort?: unknown;
  readonly rowCount?: unknown;
  readonly serverHost?: unknown;
  readonly serverType?: unknown;
  readonly serverVersion?: unknown;
  readonly serviceName?: unknown;
  readonly sessionId?: unknown;
  readonly startTime?: unknown;
  readonly statementId?: unknown;
  readonly substatementId?: unknown;
  readonly transactionId?: unknown;
}

export type ActivityField = keyof ActivityEvent;

export interface Activity {
  /** Empty where the record names none. */
  readonly clusterId: string;
  readonly instanceId: string;
  /** Heartbeats aside. Each has the place in the record that its id names. */
  readonly events: readonly { readonly place: number; readonly event: ActivityEvent }[];
  readonly heartbeats: number;
}

/** Bytes; a Kinesis record of 10 MiB of SQL text unpacks to less, a bomb to more. */
const maxOutputLength = 128 * 1024 * 1024;

/** Unpacks what a record held. Throws a BadRecord for anything else than compressed activity events. */
export function unpack(plaintext: Buffer): Activity {
  const { clusterId, instanceId, databaseActivityEventList: list } = parse(gunzip(plaintext));
  if (!Array.isArray(list)) {
    throw new BadRecord("content", "databaseActivityEventList is no list of events");
  }
  const events: { place: number; event: ActivityEvent }[] = [];
  for (const [place, event] of (list as readonly unknown[]).entries()) {
    if (typeof event !== "object" || event === null) {
      throw new BadRecord("content", "databaseActivityEventList is no list of events");
    }
    if ((event as ActivityEvent).type !== "heartbeat") {
      events.push({ place, event });
    }
  }
  return {
    clusterId: typeof clusterId === "string" ? clusterId : "",
    instanceId: typeof instanceId === "string" ? instanceId : "",
    events,
    heartbeats: list.length - events.length,
  };
}

function gunzip(plaintext: Buffer): Buffer {
  try {
    return gunzipSync(plaintext, { maxOutputLength });
  } catch (error) {
    throw new BadRecord("compression", error instanceof Error ? error.message : String(error));
  }
}

function parse(text: Buffer): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.toString("utf8"));
  } catch {
    throw new BadRecord("content", "it is no JSON");
  }
  if (typeof parsed !== "object" || parsed === null) {
    throw new BadRecord("content", "it is no JSON object");
  }
  return parsed as Readonly<Record<string, unknown>>;
}

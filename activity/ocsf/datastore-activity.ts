import { isIP } from "node:net";
import type { ActivityEvent, ActivityField } from "../events";
import { member, nameOf, object, raw, writtenJson } from "../json";
import { type Statement, textOf } from "../statement";
import { activityOf } from "./activities";
import { millisecondsOf } from "./time";
import { ocsfVersion, product } from "./version";

/** An event, and what its record and its stream tell about it. */
export interface Source {
  readonly event: ActivityEvent;
  readonly statement: Statement;
  readonly id: string;
  readonly clusterId: string;
  readonly instanceId: string;
  /** Of the record's form. */
  readonly version: string;
  readonly region: string;
  readonly account: string;
  /** Milliseconds since 1970, for an event that tells no time. */
  readonly arrived: number;
}

/** One attribute of OCSF, and where it comes from. */
interface Row {
  /** The path of the attribute. */
  readonly to: string;
  /** The fields of AWS that it carries. What no row carries goes to `unmapped` as it is. */
  readonly from: readonly ActivityField[];
  /** For the documentation, where the fields do not say it all. */
  readonly how?: string;
  /** Of a row that is the same for every event. */
  readonly always?: unknown;
  /** Undefined: the event has none. */
  value(source: Source): unknown;
}

const text = (field: ActivityField) => ({
  from: [field],
  value: ({ event }: Source) => textOf(event[field]) || undefined,
});

const number = (field: ActivityField) => ({
  from: [field],
  value: ({ event }: Source) => {
    const found = textOf(event[field]);
    return found !== "" && /^\d{1,15}$/.test(found) ? Number(found) : undefined;
  },
});

const time = (field: ActivityField) => ({
  from: [field],
  how: "in milliseconds since 1970",
  value: ({ event }: Source) => millisecondsOf(event[field]),
});

const fixed = (value: unknown) => ({
  from: [],
  how: `always ${JSON.stringify(value)}`,
  always: value,
  value: () => value,
});

/** Of the host's name and address, OCSF wants each in its place. */
const host = (field: ActivityField, part: "ip" | "hostname") => ({
  from: [field],
  how: part === "ip" ? "when it is an IP address" : "when it is a name",
  value: ({ event }: Source) => {
    const found = textOf(event[field]);
    return found !== "" && isAddress(found) === (part === "ip") ? found : undefined;
  },
});

/** The last hosts: a database has few, and asking what they are takes longer than to remember. */
const addresses = new Map<string, boolean>();

function isAddress(text: string): boolean {
  let known = addresses.get(text);
  if (known === undefined) {
    known = isIP(text) !== 0;
    if (addresses.size >= 1_000) {
      addresses.clear();
    }
    addresses.set(text, known);
  }
  return known;
}

const isTable = ({ event }: Source) => textOf(event.objectType).toUpperCase() === "TABLE";

/**
 * The mapping to OCSF's Datastore Activity, class 6005, as docs/activity.md prints it.
 * https://schema.ocsf.io/1.8.0/classes/datastore_activity
 */
export const mapping: readonly Row[] = [
  { to: "category_uid", ...fixed(6) },
  { to: "category_name", ...fixed("Application Activity") },
  { to: "class_uid", ...fixed(6005) },
  { to: "class_name", ...fixed("Datastore Activity") },
  {
    to: "activity_id",
    from: ["command", "class"],
    how: "by the SQL command; of aurora-mysql's QUERY by the first word of its text",
    value: ({ statement }) => activityOf(statement).id,
  },
  {
    to: "activity_name",
    from: ["command"],
    how: "the name of activity_id; the SQL command itself when that is 99",
    value: ({ statement }) => activityOf(statement).name,
  },
  {
    to: "type_uid",
    from: ["command"],
    how: "600500 and activity_id",
    value: ({ statement }) => 600_500 + activityOf(statement).id,
  },
  { to: "severity_id", ...fixed(1) },
  { to: "severity", ...fixed("Informational") },
  {
    to: "status_id",
    from: ["errorMessage", "exitCode"],
    how: "2 with a message, an exit code other than 0 or the command FAILED_CONNECT, else 1",
    value: ({ statement }) => (statement.failed ? 2 : 1),
  },
  {
    to: "status",
    from: [],
    how: "the name of status_id",
    value: ({ statement }) => (statement.failed ? "Failure" : "Success"),
  },
  { to: "status_code", ...text("exitCode") },
  { to: "status_detail", ...text("errorMessage") },
  {
    to: "time",
    from: ["logTime", "endTime", "startTime"],
    how: "the first of them that is a time, in milliseconds since 1970; else when the record came to the stream",
    value: ({ event, arrived }) =>
      millisecondsOf(event.logTime) ?? millisecondsOf(event.endTime) ?? millisecondsOf(event.startTime) ?? arrived,
  },
  { to: "start_time", ...time("startTime") },
  { to: "end_time", ...time("endTime") },
  { to: "type_id", ...fixed(1) },
  { to: "type", ...fixed("Database") },
  { to: "actor.user.name", from: ["dbUserName"], value: ({ event }) => textOf(event.dbUserName) || "unknown" },
  { to: "actor.session.uid", ...text("sessionId") },
  { to: "actor.app_name", ...text("clientApplication") },
  { to: "src_endpoint.ip", ...host("remoteHost", "ip") },
  { to: "src_endpoint.hostname", ...host("remoteHost", "hostname") },
  {
    to: "src_endpoint.name",
    from: [],
    how: '"unknown", when there is no remoteHost',
    value: ({ event }) => (textOf(event.remoteHost) === "" ? "unknown" : undefined),
  },
  { to: "src_endpoint.port", ...number("remotePort") },
  { to: "dst_endpoint.ip", ...host("serverHost", "ip") },
  { to: "dst_endpoint.hostname", ...host("serverHost", "hostname") },
  { to: "dst_endpoint.svc_name", ...text("serviceName") },
  {
    to: "dst_endpoint.instance_uid",
    from: [],
    how: "the record's instanceId",
    value: ({ instanceId }) => instanceId || undefined,
  },
  { to: "database.name", ...text("databaseName") },
  {
    to: "database.uid",
    from: [],
    how: "the record's clusterId; of the stream, where it has none",
    value: ({ clusterId }) => clusterId,
  },
  { to: "database.type_id", ...fixed(1) },
  { to: "database.type", ...fixed("Relational") },
  {
    to: "table.name",
    from: ["objectName", "objectType"],
    how: "objectName, when objectType is TABLE; else both are in unmapped",
    value: (source) => (isTable(source) ? textOf(source.event.objectName) || undefined : undefined),
  },
  { to: "query_info.query_string", ...text("commandText") },
  {
    to: "query_info.uid",
    from: ["statementId"],
    how: "when there is a commandText",
    value: ({ event }) => (textOf(event.commandText) === "" ? undefined : textOf(event.statementId) || "0"),
  },
  {
    to: "query_info.data.parameters",
    from: ["paramList"],
    how: "when there is a commandText and a parameter",
    value: ({ event }) =>
      textOf(event.commandText) !== "" && Array.isArray(event.paramList) && event.paramList.length > 0
        ? event.paramList
        : undefined,
  },
  { to: "cloud.provider", ...fixed("AWS") },
  { to: "cloud.region", from: [], how: "of the stream", value: ({ region }) => region },
  { to: "cloud.account.uid", from: [], how: "of the stream", value: ({ account }) => account },
  { to: "metadata.version", ...fixed(ocsfVersion) },
  { to: "metadata.profiles", ...fixed(["cloud"]) },
  {
    to: "metadata.uid",
    from: [],
    how: "the event's id: the same however often it is delivered",
    value: ({ id }) => id,
  },
  { to: "metadata.product.name", ...fixed(product.name) },
  { to: "metadata.product.vendor_name", ...fixed(product.vendor_name) },
  { to: "metadata.product.version", ...text("serverVersion") },
  { to: "metadata.log_name", ...fixed("databaseActivityEventList") },
  { to: "metadata.log_version", from: [], how: "the record's version", value: ({ version }) => version || undefined },
  { to: "metadata.original_time", ...text("logTime") },
];

/** What a row carries for every event, so that it need not be in `unmapped` too. */
const carried = new Set<string>(["type", ...mapping.flatMap(({ from }) => from)]);

/** These are carried in part or under a condition, and stay in `unmapped` as they are. */
for (const field of ["command", "class", "objectType"]) {
  carried.delete(field);
}

/** Writes attributes of an event. */
type Writer = (source: Source) => void;

/** An object of attributes, in their order. */
type Parts = Map<string, Row | Parts>;

const tree: Parts = new Map();
for (const row of mapping) {
  const path = row.to.split(".");
  const name = path.pop() ?? "";
  let parts = tree;
  for (const step of path) {
    const next = parts.get(step) ?? new Map();
    parts.set(step, next);
    parts = next as Parts;
  }
  parts.set(name, row);
}

// The table is read once: what is left to do for an event is its own fields.
const writeAttributes = writerOf(tree);

function writerOf(parts: Parts): Writer {
  const writers = [...parts].map(([key, part]): Writer => {
    const name = nameOf(key);
    if (part instanceof Map) {
      const write = writerOf(part);
      return (source) => object(name, () => write(source));
    }
    if (part.always !== undefined) {
      const json = Buffer.concat([name, Buffer.from(JSON.stringify(part.always))]);
      return () => raw(json);
    }
    const { value } = part;
    return (source) => {
      const found = value(source);
      if (found !== undefined) {
        member(name, found);
      }
    };
  });
  return (source) => {
    for (const write of writers) {
      write(source);
    }
  };
}

/** The event in OCSF's form, as JSON. */
export function ocsfText(source: Source): string {
  return writtenJson(() => {
    writeAttributes(source);
    object(unmapped, () => writeRest(source));
  });
}

/** The event in OCSF's form. */
export function toOcsf(source: Source): Readonly<Record<string, unknown>> {
  return JSON.parse(ocsfText(source)) as Readonly<Record<string, unknown>>;
}

const unmapped = nameOf("unmapped");

/** The names of AWS's fields; of those that AWS adds, as many as are kept here. */
const names = new Map<string, Buffer>();

/** The fields that no row carries: AWS may add some at any time. */
function writeRest(source: Source): void {
  const { event } = source;
  const keepName = !isTable(source);
  for (const field in event) {
    if (!carried.has(field) || (keepName && field === "objectName")) {
      const value: unknown = event[field as ActivityField];
      if (value !== null && value !== undefined && value !== "") {
        let name = names.get(field);
        if (name === undefined) {
          name = nameOf(field);
          if (names.size < 100) {
            names.set(field, name);
          }
        }
        member(name, value);
      }
    }
  }
}

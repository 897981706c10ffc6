import { createHash } from "node:crypto";
import type { Hit } from "../detections/evaluate";
import { textOf } from "../statement";
import { ocsfVersion } from "./version";

const severities = { low: { id: 2, name: "Low" }, medium: { id: 3, name: "Medium" }, high: { id: 4, name: "High" } };

export interface Finding {
  /** The same when the events come again. */
  readonly uid: string;
  readonly title: string;
  readonly message: string;
  /** In OCSF's form. */
  readonly ocsf: Readonly<Record<string, unknown>>;
}

/**
 * A hit in the form of OCSF's Detection Finding, class 2004.
 * @param activity the event in OCSF's form, as it is delivered: with what is masked masked
 * https://schema.ocsf.io/1.8.0/classes/detection_finding
 */
export function toFinding(
  { detection, source, eventIds, key }: Hit,
  activity: Readonly<Record<string, unknown>>,
): Finding {
  const { id, title, description, severity } = detection;
  const { clusterId, event, region, account } = source;
  const uid = createHash("sha256").update(`${id}\n${clusterId}\n${key}`).digest("hex").slice(0, 32);
  const user = textOf(event.dbUserName) || "unknown";
  const host = textOf(event.remoteHost) || "an unknown host";
  const message = `${title}: ${user} from ${host} on ${clusterId}`;
  const { time, actor, src_endpoint, database, query_info } = activity;
  return {
    uid,
    title,
    message,
    ocsf: {
      category_uid: 2,
      category_name: "Findings",
      class_uid: 2004,
      class_name: "Detection Finding",
      activity_id: 1,
      activity_name: "Create",
      type_uid: 200401,
      severity_id: severities[severity].id,
      severity: severities[severity].name,
      status_id: 1,
      status: "New",
      is_alert: true,
      time,
      message,
      finding_info: {
        uid,
        title,
        desc: description,
        created_time: time,
        last_seen_time: time,
        types: [id],
        analytic: { type_id: 1, type: "Rule", uid: id, name: title },
        related_events: eventIds.map((one) => ({ uid: one })),
        related_events_count: eventIds.length,
      },
      evidences: [{ actor, src_endpoint, database, ...(query_info === undefined ? {} : { data: { query_info } }) }],
      resources: [{ uid: clusterId, type: "AWS::RDS::DBCluster", region }],
      cloud: { provider: "AWS", region, account: { uid: account } },
      metadata: {
        version: ocsfVersion,
        profiles: ["cloud"],
        uid,
        product: { name: "aws-secure-database", vendor_name: "aws-secure-database" },
      },
    },
  };
}

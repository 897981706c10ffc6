import type { Severity } from "../../controls/control";
import { frameworks } from "../../controls/frameworks";
import { positionWords } from "../../formats/wording";
import { kindNames } from "../../inventory/model";
import { partitionOf } from "../../inventory/partition";
import type { AcceptedBy, AuditFinding, Report, StackResource } from "./report";
import { undecidedFindings, undecidedPrefix } from "./undecided";

/** https://schema.ocsf.io/1.8.0/classes/compliance_finding */
const version = "1.8.0";
const classUid = 2003;

const severityIds: { readonly [S in Severity]: number } = { low: 2, medium: 3, high: 4, critical: 5 };

/** What became of a finding, in the words of OCSF: what the event tells, and the finding's own status. */
const states = {
  new: { activity: [1, "Create"], status: [1, "New"] },
  unchanged: { activity: [2, "Update"], status: [1, "New"] },
  accepted: { activity: [2, "Update"], status: [3, "Suppressed"] },
  resolved: { activity: [3, "Close"], status: [4, "Resolved"] },
  undecided: { activity: [1, "Create"], status: [1, "New"] },
} as const;

/**
 * The findings as OCSF Compliance Finding events, in a JSON array: new ones are created, unchanged ones updated, accepted
 * ones suppressed and resolved ones closed. What is undecided is an event with an id of its own and an unknown status.
 */
export function ocsfReport(report: Report): string {
  const events = [
    ...report.findings.map((finding) => eventOf(report, finding, finding.state)),
    ...report.accepted.map(({ finding, exception }) => eventOf(report, finding, "accepted", exception)),
    ...report.resolved.map((finding) => eventOf(report, finding, "resolved")),
    ...undecidedFindings(report).map((finding) => eventOf(report, finding, "undecided")),
  ];
  return `${JSON.stringify(events, undefined, 2)}\n`;
}

function eventOf(report: Report, finding: AuditFinding, state: keyof typeof states, exception?: AcceptedBy): object {
  const { activity, status } = states[state];
  const { account, region, severity, stack } = finding;
  const time = Date.parse(report.startedAt);
  const firstSeen = finding.firstSeen === undefined ? time : Date.parse(finding.firstSeen);
  const message = `${finding.resourceName}: ${finding.found}; ${finding.needed}`;
  const asked = frameworks.filter(
    ({ key, version }) => version !== undefined && (finding.frameworks[key] ?? []).length > 0,
  );
  const isUndecided = state === "undecided";
  return {
    activity_id: activity[0],
    activity_name: activity[1],
    category_uid: 2,
    category_name: "Findings",
    class_uid: classUid,
    class_name: "Compliance Finding",
    type_uid: classUid * 100 + activity[0],
    type_name: `Compliance Finding: ${activity[1]}`,
    time,
    // Of what is undecided nobody knows that anything is wrong.
    severity_id: isUndecided ? 1 : severityIds[severity],
    severity: isUndecided ? "Informational" : `${severity[0]?.toUpperCase()}${severity.slice(1)}`,
    status_id: status[0],
    status: status[1],
    ...(exception === undefined
      ? {}
      : { status_detail: `${exception.id}: ${exception.reason} (${exception.owner}, until ${exception.expires})` }),
    message,
    metadata: {
      version,
      profiles: ["cloud"],
      product: { name: "aws-secure-database", vendor_name: "aws-secure-database" },
      event_code: finding.control,
    },
    cloud: {
      provider: "AWS",
      region,
      cloud_partition: partitionOf(region),
      ...(account === undefined ? {} : { account: { uid: account, type_id: 10, type: "AWS Account" } }),
    },
    compliance: {
      ...complianceOf(state),
      control: finding.control,
      ...(asked.length === 0
        ? {}
        : {
            standards: asked.map(({ name, version }) => `${name} ${version}`),
            requirements: asked.flatMap(({ key, shortName }) =>
              (finding.frameworks[key] ?? []).map((id) => `${shortName} ${id}`),
            ),
          }),
    },
    finding_info: {
      uid: `${isUndecided ? undecidedPrefix : ""}${finding.fingerprint}`,
      title: finding.title,
      desc: message,
      types: ["Software and Configuration Checks"],
      created_time: firstSeen,
      first_seen_time: firstSeen,
      ...(state === "resolved" ? {} : { last_seen_time: time }),
      product_uid: "aws-secure-database",
    },
    remediation: { desc: finding.remediation, references: [finding.url] },
    resources: [
      {
        uid: finding.resource,
        name: finding.resourceName,
        type: kindNames[finding.kind],
        region,
        cloud_partition: partitionOf(region),
        ...(stack === undefined ? {} : { labels: labelsOf(stack) }),
      },
    ],
  };
}

function complianceOf(state: keyof typeof states): object {
  if (state === "undecided") {
    return { status: "Unknown", status_id: 0 };
  }
  return state === "resolved" ? { status: "Pass", status_id: 1 } : { status: "Fail", status_id: 3 };
}

function labelsOf({ stack, urn, position }: StackResource): readonly string[] {
  return [
    `stack:${stack}`,
    `urn:${urn}`,
    ...(position === undefined ? [] : [`declared-at:${positionWords(position)}`]),
  ];
}

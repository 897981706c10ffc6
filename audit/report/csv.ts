import { controls } from "../../controls";
import { type Framework, frameworks } from "../../controls/frameworks";
import { csv } from "../../formats/csv";
import { positionWords } from "../../formats/wording";
import { kindNames } from "../../inventory/model";
import type { AuditFinding, Place, Report } from "./report";

const auditors: readonly Framework[] = frameworks.filter(({ version }) => version !== undefined);

const heading = [
  "status",
  "severity",
  "control",
  "title",
  "resource",
  "name",
  "kind",
  "account",
  "region",
  "found",
  "needed",
  "remediation",
  "url",
  "first seen",
  "advisory",
  "stack",
  "urn",
  "declared at",
  "exception",
  "owner",
  "expires",
  ...auditors.map(({ shortName }) => shortName),
  "fingerprint",
];

/**
 * The report for spreadsheets: a row for everything that a control says about a resource, whose status is new, unchanged,
 * accepted, resolved or undecided. What could not be read has no row.
 */
export function csvReport(report: Report): string {
  const titles = new Map<string, string>(controls.map(({ id, title }) => [id, title]));
  return csv([
    heading,
    ...report.findings.map((finding) => rowOf({ ...aboutFinding(finding), status: finding.state })),
    ...report.accepted.map(({ finding, exception }) =>
      rowOf({
        ...aboutFinding(finding),
        status: "accepted",
        exception: `${exception.id}: ${exception.reason}`,
        owner: exception.owner,
        expires: exception.expires,
      }),
    ),
    ...report.resolved.map((finding) => rowOf({ ...aboutFinding(finding), status: "resolved" })),
    ...report.undecided.map((entry) =>
      rowOf({
        ...about(entry),
        status: "undecided",
        title: titles.get(entry.control) ?? "",
        found: `waits for ${entry.waitsFor}`,
      }),
    ),
  ]);
}

type Cells = Readonly<Record<string, string | undefined>>;

function rowOf(cells: Cells): readonly string[] {
  return heading.map((name) => cells[name] ?? "");
}

function aboutFinding(finding: AuditFinding): Cells {
  return {
    ...about(finding),
    title: finding.title,
    found: finding.found,
    needed: finding.needed,
    remediation: finding.remediation,
    url: finding.url,
    "first seen": finding.firstSeen,
    advisory: finding.advisory === true ? "yes" : "",
    stack: finding.stack?.stack,
    urn: finding.stack?.urn,
    "declared at": finding.stack?.position === undefined ? "" : positionWords(finding.stack.position),
    fingerprint: finding.fingerprint,
    ...Object.fromEntries(
      auditors.map(({ key, shortName }) => [shortName, (finding.frameworks[key] ?? []).join("; ")]),
    ),
  };
}

function about(
  entry: Pick<AuditFinding, "control" | "severity" | "kind" | "resource" | "resourceName"> & Place,
): Cells {
  return {
    severity: entry.severity,
    control: entry.control,
    resource: entry.resource,
    name: entry.resourceName,
    kind: kindNames[entry.kind],
    account: entry.account,
    region: entry.region,
  };
}

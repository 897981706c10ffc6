import { auditFinding } from "../../audit/finding";
import { noCounts } from "../../audit/report/counts";
import type { AuditFinding, Report, Scope } from "../../audit/report/report";
import { type ControlId, controls, type Finding } from "../../controls";

export const account = "111122223333";
export const region = "eu-west-1";

/** A report of nothing, complete. */
export function emptyReport(changes: Partial<Report> = {}): Report {
  return {
    version: 2,
    startedAt: "2026-05-04T03:02:01.000Z",
    seconds: 0.4,
    complete: true,
    scopes: [],
    findings: [],
    resolved: [],
    accepted: [],
    undecided: [],
    unread: [],
    incomplete: [],
    counts: noCounts,
    ...changes,
  };
}

/** A scope in which there is nothing. */
export function emptyScope(changes: Partial<Scope> = {}): Scope {
  return { account, region, complete: true, counts: noCounts, unread: [], seconds: 0.4, ...changes };
}

/** What a control of the catalogue says of a DB instance, unless told otherwise. */
export function findingOf(id: ControlId, name: string, changes: Partial<AuditFinding> = {}): AuditFinding {
  const control = controls.find((candidate) => candidate.id === id);
  if (control === undefined) {
    throw new Error(`there is no control ${id}`);
  }
  const place = { account: changes.account ?? account, region: changes.region ?? region };
  const finding: Finding = {
    control: id,
    severity: control.severity,
    kind: control.subject,
    resource: `arn:aws:rds:${place.region}:${place.account}:db:${name}`,
    resourceName: name,
    region: place.region,
    found: "publiclyAccessible is true",
    needed: "it must be false",
    remediation: control.remediation,
    ...changes,
  };
  return { ...auditFinding(control, finding, place), firstSeen: "2026-05-04T03:02:01.000Z", ...changes };
}

/** A clean report of an empty region. */
export const clean: Report = emptyReport({ scopes: [emptyScope()] });

const unread: Scope["unread"] = [
  {
    call: "ec2:GetManagedPrefixListEntries",
    outcome: "denied",
    message: "UnauthorizedOperation: \u001b[31mnot\nyou",
    about: ["pl-1", "pl-2", "pl-3", "pl-4", "pl-5", "pl-6", "pl-7"],
  },
  { call: "dynamodb:ListTables", outcome: "unreachable", message: "connect ETIMEDOUT", about: [] },
];

const counts: Report["counts"] = {
  resources: { dbInstances: 2, securityGroups: 1, securityGroupRules: 1 },
  held: 20,
  notApplicable: 1,
  findings: { critical: 2, high: 0, medium: 0, low: 1 },
  undecided: 1,
  unread: 2,
};

/** A report in which everything happens. */
export const troubled: Report = emptyReport({
  seconds: 3.2,
  complete: false,
  scopes: [emptyScope({ complete: false, counts, unread, seconds: 3.2 })],
  findings: [
    findingOf("rds-instance-not-public", "orders"),
    findingOf("rds-instance-not-public", "stock"),
    findingOf("rds-instance-enhanced-monitoring", "stock", {
      found: "monitoringInterval is 0",
      needed: "it must be 60 or less",
    }),
  ],
  undecided: [
    {
      control: "database-security-group-no-public-ingress",
      severity: "critical",
      kind: "securityGroups",
      resource: `arn:aws:ec2:${region}:${account}:security-group/sg-1`,
      resourceName: "orders-db",
      account,
      region,
      waitsFor: "the entries of pl-1 (ec2:GetManagedPrefixListEntries was denied)",
    },
  ],
  unread: unread.map((call) => ({ ...call, account, region })),
  incomplete: [
    {
      control: "dynamodb-table-deletion-protection",
      severity: "medium",
      account,
      region,
      because: "dynamodb:ListTables could not be reached",
    },
  ],
  counts,
});

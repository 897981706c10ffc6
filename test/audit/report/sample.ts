import type { Report } from "../../../audit/report/report";

/** A clean report of an empty region. */
export const clean: Report = {
  version: 1,
  region: "eu-west-1",
  account: "111122223333",
  complete: true,
  findings: [],
  undecided: [],
  unread: [],
  incomplete: [],
  counts: {
    resources: {},
    held: 0,
    notApplicable: 0,
    findings: { critical: 0, high: 0, medium: 0, low: 0 },
    undecided: 0,
    unread: 0,
  },
  seconds: 0.4,
};

/** A report in which everything happens. */
export const troubled: Report = {
  ...clean,
  complete: false,
  findings: [
    {
      control: "rds-instance-not-public",
      severity: "critical",
      kind: "dbInstances",
      resource: "arn:aws:rds:eu-west-1:111122223333:db:orders",
      resourceName: "orders",
      region: "eu-west-1",
      found: "publiclyAccessible is true",
      needed: "it must be false",
      remediation: "Set publiclyAccessible to false.",
    },
    {
      control: "rds-instance-not-public",
      severity: "critical",
      kind: "dbInstances",
      resource: "arn:aws:rds:eu-west-1:111122223333:db:stock",
      resourceName: "stock",
      region: "eu-west-1",
      found: "publiclyAccessible is true",
      needed: "it must be false",
      remediation: "Set publiclyAccessible to false.",
    },
    {
      control: "rds-instance-enhanced-monitoring",
      severity: "low",
      kind: "dbInstances",
      resource: "arn:aws:rds:eu-west-1:111122223333:db:stock",
      resourceName: "stock",
      region: "eu-west-1",
      found: "monitoringInterval is 0",
      needed: "it must be 60 or less",
      remediation: "Set monitoringInterval.",
    },
  ],
  undecided: [
    {
      control: "database-security-group-no-public-ingress",
      severity: "critical",
      kind: "securityGroups",
      resource: "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1",
      resourceName: "orders-db",
      region: "eu-west-1",
      waitsFor: "the entries of pl-1 (ec2:GetManagedPrefixListEntries was denied)",
    },
  ],
  unread: [
    {
      call: "ec2:GetManagedPrefixListEntries",
      outcome: "denied",
      message: "UnauthorizedOperation: \u001b[31mnot\nyou",
      about: ["pl-1", "pl-2", "pl-3", "pl-4", "pl-5", "pl-6", "pl-7"],
    },
    { call: "dynamodb:ListTables", outcome: "unreachable", message: "connect ETIMEDOUT", about: [] },
  ],
  incomplete: [
    {
      control: "dynamodb-table-deletion-protection",
      severity: "medium",
      because: "dynamodb:ListTables could not be reached",
    },
  ],
  counts: {
    resources: { dbInstances: 2, securityGroups: 1, securityGroupRules: 1 },
    held: 20,
    notApplicable: 1,
    findings: { critical: 2, high: 0, medium: 0, low: 1 },
    undecided: 1,
    unread: 2,
  },
  seconds: 3.2,
};

import type { AuditFinding, PathNode, Report } from "../../audit/report/report";
import { type ControlId, controls } from "../../controls";
import type { Kind } from "../../inventory/model";
import { emptyReport, emptyScope, findingOf } from "./report";

const startedAt = "2026-05-04T06:00:12.000Z";
const accounts = ["111122223333", "444455556666", "777788889999"] as const;
const regions = ["eu-west-1", "us-east-1"] as const;

const wayIn = (name: string, group: string): readonly PathNode[] => [
  { kind: "internetGateway", id: "igw-0a1b2c3d4e5f60718", name: "shop-igw" },
  { kind: "routeTables", id: "rtb-04c8d2e1f0a9b7c65", name: "shop-public" },
  { kind: "subnets", id: "subnet-0f1e2d3c4b5a69788", name: "shop-public-a" },
  { kind: "securityGroups", id: group, name: `${name}-db` },
  { kind: "dbInstances", id: `arn:aws:rds:eu-west-1:111122223333:db:${name}`, name },
];

const stack = (name: string) => ({
  stack: "acme/shop/prod",
  urn: `urn:pulumi:prod::shop::aws:rds/instance:Instance::${name}`,
  position: { file: "infra/index.ts", line: 32, column: 18 },
});

const arn = (kind: "db" | "cluster", name: string, account: string, region: string) =>
  `arn:aws:rds:${region}:${account}:${kind}:${name}`;

function of(id: ControlId, name: string, changes: Partial<AuditFinding> = {}): AuditFinding {
  const { account = accounts[0], region = regions[0] } = changes;
  const kind = controls.find((control) => control.id === id)?.subject;
  const resource = kind === "dynamodbTables" ? `arn:aws:dynamodb:${region}:${account}:table/${name}` : undefined;
  const cluster = kind === "dbClusters" ? arn("cluster", name, account, region) : undefined;
  return findingOf(id, name, {
    firstSeen: startedAt,
    ...changes,
    resource: changes.resource ?? resource ?? cluster ?? arn("db", name, account, region),
  });
}

const old = { state: "unchanged", firstSeen: "2026-02-11T06:00:00.000Z" } as const;

/** The audit of a small organisation, with something of everything that a report can hold. */
export function showcase(): Report {
  const findings: readonly AuditFinding[] = [
    of("rds-instance-not-public", "orders", {
      found: "publiclyAccessible is true, and its subnets lead to an internet gateway",
      needed: "it must be false",
      path: wayIn("orders", "sg-0c9d8e7f6a5b41320"),
      stack: stack("orders"),
    }),
    of("database-security-group-no-public-ingress", "orders-db", {
      resource: "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0c9d8e7f6a5b41320",
      found: "port 5432 is open to 0.0.0.0/0 by sgr-09f8e7d6c5b4a3921",
      needed: "it must be open to known sources only",
      path: wayIn("orders", "sg-0c9d8e7f6a5b41320"),
      ...old,
    }),
    of("rds-instance-storage-encrypted", "legacy-billing", {
      account: accounts[1],
      region: regions[1],
      found: "storageEncrypted is false",
      needed: "it must be true",
      ...old,
    }),
    of("rds-instance-tls-enforced", "orders", {
      found: "rds.force_ssl is 0 in orders-pg14",
      needed: "it must be 1",
      stack: stack("orders"),
      ...old,
    }),
    of("rds-instance-backup-retention", "orders", {
      found: "backupRetentionPeriod is 1",
      needed: "it must be at least 7 days",
      stack: stack("orders"),
    }),
    of("rds-instance-backup-retention", "sessions", {
      account: accounts[2],
      found: "backupRetentionPeriod is 0",
      needed: "it must be at least 7 days",
      ...old,
    }),
    of("dynamodb-table-point-in-time-recovery", "carts", {
      account: accounts[1],
      found: "point-in-time recovery is off",
      needed: "it must be on",
    }),
    of("rds-cluster-deletion-protection", "ledger", {
      account: accounts[1],
      region: regions[1],
      found: "deletionProtection is false",
      needed: "it must be true",
      ...old,
    }),
    of("rds-instance-multi-az", "orders", {
      found: "multiAz is false",
      needed: "it must be true",
      stack: stack("orders"),
    }),
    of("rds-instance-enhanced-monitoring", "orders", {
      found: "monitoringInterval is 0",
      needed: "it must be 60 or less",
      stack: stack("orders"),
      advisory: true,
    }),
  ];
  const places = accounts.flatMap((account) => regions.map((region) => ({ account, region })));
  const resources: { readonly [K in Kind]?: number } = {
    dbInstances: 14,
    dbClusters: 3,
    dynamodbTables: 22,
    securityGroups: 18,
    subnets: 12,
    kmsKeys: 9,
    dbSubnetGroups: 4,
    dbSnapshots: 30,
  };
  const denied = { call: "backup:ListBackupPlans", outcome: "denied", about: [] } as const;
  const message =
    "User: arn:aws:sts::777788889999:assumed-role/audit/audit is not authorized to perform: backup:ListBackupPlans";
  const unread = [{ ...denied, message }];
  const order = ["critical", "high", "medium", "low"];
  return emptyReport({
    startedAt,
    seconds: 21.4,
    complete: false,
    controls: controls.filter(({ gates }) => gates?.includes("audit") ?? true).map(({ id }) => id),
    scopes: places.map((place, index) =>
      emptyScope({
        ...place,
        complete: index !== places.length - 1,
        seconds: 2.1 + index / 2,
        unread: index === places.length - 1 ? unread : [],
        counts: {
          ...emptyScope().counts,
          resources: { dbInstances: 3 + index, dynamodbTables: 4 + index, subnets: 2 },
        },
      }),
    ),
    findings: [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
    resolved: [
      of("rds-instance-auto-minor-version-upgrade", "stock", {
        ...old,
        found: "autoMinorVersionUpgrade is false",
        needed: "it must be true",
      }),
    ],
    accepted: [
      {
        finding: of("rds-instance-deletion-protection", "preview-7", {
          account: accounts[2],
          found: "deletionProtection is false",
          needed: "it must be true",
        }),
        exception: {
          id: "preview-databases",
          reason: "previews are thrown away each night",
          owner: "platform@example.com",
          expires: "2026-12-31",
        },
      },
    ],
    undecided: [
      {
        control: "rds-instance-backup-plan",
        severity: "medium",
        kind: "dbInstances",
        resource: arn("db", "sessions", accounts[2], regions[1]),
        resourceName: "sessions",
        account: accounts[2],
        region: regions[1],
        waitsFor: "the backup plans (backup:ListBackupPlans was denied)",
      },
    ],
    unread: unread.map((call) => ({ ...call, account: accounts[2], region: regions[1] })),
    incomplete: [],
    counts: {
      ...emptyReport().counts,
      resources,
      held: 412,
      notApplicable: 96,
      findings: {
        critical: findings.filter(({ severity }) => severity === "critical").length,
        high: findings.filter(({ severity }) => severity === "high").length,
        medium: findings.filter(({ severity }) => severity === "medium").length,
        low: findings.filter(({ severity }) => severity === "low").length,
      },
      undecided: 1,
      unread: 1,
    },
  });
}

/** A report with so many findings, over 40 accounts and 4 regions. */
export function reportOfSize(size: number): Report {
  const order = ["critical", "high", "medium", "low"];
  const judged = controls.filter(({ subject }) => subject === "dbInstances");
  const places = Array.from({ length: 160 }, (_, index) => ({
    account: String(100000000000 + (index % 40)),
    region: ["eu-west-1", "eu-central-1", "us-east-1", "ap-southeast-2"][Math.floor(index / 40)] ?? "eu-west-1",
  }));
  const findings = Array.from({ length: size }, (_, index) => {
    const control = judged[index % judged.length];
    return findingOf(control?.id ?? "rds-instance-not-public", `database-${Math.floor(index / judged.length)}`, {
      ...places[Math.floor(index / judged.length) % places.length],
      found: `property ${index} is not as it must be`,
    });
  });
  return emptyReport({
    scopes: places.map((place) => emptyScope(place)),
    findings: findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
    counts: { ...emptyReport().counts, resources: { dbInstances: size } },
  });
}

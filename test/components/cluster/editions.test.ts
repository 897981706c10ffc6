import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  type SecureClusterArgs,
} from "../../../components";
import { controls, judge } from "../../../controls";
import { ask, optionsOf } from "../../../controls/judge";
import { clusterEditions } from "../../../engines";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run, scopes } from "../../support/mocks";

type Row = readonly [title: string, args: SecureClusterArgs];

const password = { masterPassword: "correct-horse-battery" };

/** What the engines of Aurora can be, and the features that they have. */
const aurora: readonly Row[] = [
  ["provisioned", {}],
  ["serverless", { serverlessV2: {} }],
  ["serverless that pauses", { serverlessV2: { minCapacity: 0, maxCapacity: 4 } }],
  [
    "mixed",
    {
      serverlessV2: {},
      instances: [
        { name: "writer", instanceClass: "db.r6g.xlarge", promotionTier: 0 },
        { name: "reports", promotionTier: 15 },
      ],
    },
  ],
  ["on a small class", { instanceClass: "db.t4g.medium" }],
  ["scaling", { readerScaling: { maxReaders: 5 } }],
  ["on I/O-optimized storage", { storageType: "aurora-iopt1" }],
  ["with the Data API", { dataApi: true }],
  ["of the standard insights", { databaseInsights: "standard" }],
  ["in a global database", { globalCluster: true, databaseName: "shop", ...password }],
  ["a secondary", { globalClusterIdentifier: "shop-global", sourceRegion: "us-east-1", databaseInsights: "standard" }],
  ["serverless in a global database", { globalCluster: true, serverlessV2: { minCapacity: 8 }, ...password }],
  ["restored", { snapshotIdentifier: "orders-final" }],
  [
    "restored to a point in time",
    { restoreToPointInTime: { sourceClusterIdentifier: "orders", restoreTime: "2026-05-01T12:00:00Z" } },
  ],
  [
    "a clone",
    { restoreToPointInTime: { sourceClusterIdentifier: "orders", useLatestRestorableTime: true, clone: true } },
  ],
  ["behind a proxy", { proxy: { users: ["orders_app"], readerEndpoint: true } }],
  ["with a rotation of its own", { masterPasswordRotationDays: 30 }],
];

/** The same of Multi-AZ DB clusters. */
const multiAz: readonly Row[] = [
  ["multi-AZ", {}],
  ["multi-AZ on io1", { storageType: "io1", allocatedStorage: 100 }],
  ["multi-AZ on io2", { storageType: "io2", allocatedStorage: 200, iops: 5000 }],
  ["multi-AZ on another class", { instanceClass: "db.r6gd.xlarge" }],
  ["multi-AZ behind a proxy", { proxy: { users: ["orders_app"] } }],
];

const own: Readonly<Record<string, readonly Row[]>> = {
  "aurora-postgresql": [
    ["with an activity stream", { activityStream: {} }],
    ["with a synchronous activity stream", { activityStream: { mode: "sync" } }],
  ],
  "aurora-mysql": [
    ["with backtracking", { backtrackWindow: 86_400 }],
    ["serverless with backtracking", { backtrackWindow: 3600, serverlessV2: {} }],
    ["on a class without insights", { instanceClass: "db.t3.medium" }],
    [
      "in part on a class without insights",
      { instances: [{ name: "writer" }, { name: "reader", instanceClass: "db.t3.medium" }] },
    ],
  ],
};

const versions = (name: string, majors: readonly string[]): Row[] =>
  majors
    // RDS no longer makes it, so that its members fail.
    .filter((major) => !(name === "mysql" && major === "8.0"))
    .map((engineVersion) => [`version ${engineVersion}`, { engineVersion }]);

const optional: Readonly<Record<string, (args: SecureClusterArgs) => boolean>> = {
  "rds-cluster-port": () => false,
  "rds-cluster-backtrack": ({ backtrackWindow }) => backtrackWindow !== undefined,
  "rds-cluster-activity-stream": ({ activityStream }) => activityStream !== undefined,
};

describe("every cluster", () => {
  for (const { name, aurora: isAurora, majors } of clusterEditions) {
    const rows = [...(isAurora ? aurora : multiAz), ...versions(name, majors), ...(own[name] ?? [])];
    for (const [title, args] of rows) {
      it(`of ${name} holds every control, or says why one does not apply: ${title}`, async () => {
        await holdsEverything({ engine: name, ...args });
      });
    }
    for (const [partition, scope] of Object.entries(scopes)) {
      it(`of ${name} holds every control in ${partition}`, async () => {
        await holdsEverything({ engine: name }, scope);
      });
    }
  }

  it("that shares key, network, topic and plan holds every control, with the stream of aurora-mysql", async () => {
    const ran = await run(() => {
      const { keyArn: kmsKeyArn } = new EncryptionKey("shop");
      const network = new IsolatedNetwork("shop", { kmsKeyArn, engines: ["aurora-mysql"] });
      const plan = new BackupPlan("shop", { kmsKeyArn });
      new SecureCluster("orders", {
        engine: "aurora-mysql",
        activityStream: {},
        kmsKeyArn,
        subnetGroupName: network.subnetGroupName,
        securityGroupIds: network.securityGroupIds,
        eventTopicArn: new DatabaseEvents("shop", { kmsKeyArn }).topicArn,
        backupPlanId: plan.planId,
        backupRoleArn: plan.roleArn,
      });
    });
    assert.equal(ran.error, undefined);
    const { findings, undecided } = judge(controls, fromProgram(asProgram(ran)));
    assert.deepEqual([findings, undecided], [[], []]);
  });

  const weak: [control: string, args: SecureClusterArgs][] = [
    ["rds-cluster-tls-enforced", { clusterParameters: { "rds.force_ssl": "0" } }],
    ["rds-cluster-statement-logging", { clusterParameters: { log_statement: "none" } }],
    ["rds-cluster-statement-logging", { instanceParameters: { log_statement: "none" } }],
    ["rds-cluster-audit-logging", { clusterParameters: { "pgaudit.log": "none" } }],
    ["rds-cluster-audit-logging", { engine: "aurora-mysql", clusterParameters: { server_audit_logging: "0" } }],
    ["rds-cluster-backup-retention", { backupRetentionDays: 6 }],
    ["rds-cluster-deletion-protection", { deletionProtection: false }],
    ["rds-cluster-multi-az", { instanceCount: 1 }],
    ["rds-cluster-iam-authentication", { iamAuthentication: false }],
    ["rds-cluster-member-enhanced-monitoring", { monitoringInterval: 0 }],
    ["rds-cluster-backup-plan", { backupPlan: false }],
    ["database-log-group-retention", { logRetentionDays: 180 }],
  ];
  for (const [control, args] of weak) {
    it(`fails ${control}, and it alone, where its risk is accepted: ${JSON.stringify(args)}`, async () => {
      const { findings } = await judged({ ...args, acceptedRisks: { [control]: "a trial" } });
      assert.deepEqual([...new Set(findings.map((finding) => finding.control))], [control]);
    });
  }
});

async function registered(args: SecureClusterArgs, scope: (typeof scopes)[keyof typeof scopes] = scopes.aws) {
  let output: pulumi.Output<Record<string, string>> | undefined;
  const ran = await run(() => {
    output = new SecureCluster("orders", args).notApplicableControls;
  }, scope);
  assert.equal(ran.error, undefined);
  return { inventory: fromProgram(asProgram(ran)), output };
}

async function judged(args: SecureClusterArgs) {
  return judge(controls, (await registered(args)).inventory);
}

/** Controls that ask for tags of the user's, and that leave a cluster with instances to these. */
const aboutOthers: readonly string[] = ["rds-cluster-tagged", "rds-cluster-engine-version-supported"];

async function holdsEverything(args: SecureClusterArgs, scope: (typeof scopes)[keyof typeof scopes] = scopes.aws) {
  const { inventory, output } = await registered(args, scope);
  const { findings, undecided } = judge(controls, inventory);
  assert.deepEqual([findings, undecided], [[], []]);

  const [cluster] = inventory.dbClusters;
  assert.ok(cluster !== undefined);
  const reasons = await resolved(output);
  const unheld = controls
    .filter((control) => control.subject === "dbClusters" && !aboutOthers.includes(control.id))
    .filter(({ id }) => optional[id]?.(args) !== false)
    .filter((control) => ask(control, cluster, inventory, { ...optionsOf(control), enabled: true }).answer !== "holds")
    .map(({ id }) => id);
  assert.deepEqual(
    unheld.filter((id) => !Object.hasOwn(reasons, id)),
    [],
  );
  // A reason is no excuse where the control holds.
  const excused = Object.keys(reasons).filter((id) => id.startsWith("rds-cluster-") && !id.includes("-member-"));
  assert.deepEqual(
    excused.filter((id) => optional[id]?.(args) !== false && !unheld.some((one) => one === id)),
    [],
  );
}

function resolved<T>(output: pulumi.Output<T> | undefined): Promise<T> {
  return new Promise((resolve) => output?.apply(resolve));
}

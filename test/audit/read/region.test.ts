import assert from "node:assert/strict";
import { CannotAudit } from "../../../audit/read/cannot-audit";
import { read } from "./read-region";
import { awsError, type Input, type Stub } from "./stub-clients";

const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";

const orders = {
  DBInstanceIdentifier: "orders",
  Engine: "mysql",
  KmsKeyId: key,
  PerformanceInsightsKMSKeyId: key,
  DBParameterGroups: [{ DBParameterGroupName: "mine" }],
  OptionGroupMemberships: [{ OptionGroupName: "audit" }],
};

function count(stub: Stub, call: string): number {
  return stub.sent.filter((sent) => sent === call).length;
}

describe("readRegion", () => {
  it("asks about no group and no key where there is no database", async () => {
    const { stub, account, unread } = await read({ GetCallerIdentity: { Account: "111122223333" } });
    assert.deepEqual([...stub.sent].sort(), [
      "DescribeClusters",
      "DescribeDBClusterSnapshots",
      "DescribeDBClusterSnapshots",
      "DescribeDBClusters",
      "DescribeDBInstanceAutomatedBackups",
      "DescribeDBInstances",
      "DescribeDBProxies",
      "DescribeDBProxyEndpoints",
      "DescribeDBSnapshots",
      "DescribeDBSnapshots",
      "DescribeDBSubnetGroups",
      "DescribeEventSubscriptions",
      "DescribeFlowLogs",
      "DescribeGlobalClusters",
      "DescribeLogGroups /aws/rds/",
      "DescribeLogGroups RDSOSMetrics",
      "DescribeResourcePolicies",
      "DescribeRouteTables",
      "DescribeScalableTargets",
      "DescribeSecurityGroups",
      "DescribeSubnets",
      "DescribeVpcEndpoints",
      "GetAccountAuthorizationDetails",
      "GetCallerIdentity",
      "ListBackupPlans",
      "ListBackupVaults",
      "ListDetectors",
      "ListTables",
    ]);
    assert.equal(account, "111122223333");
    assert.deepEqual(unread, []);
  });

  it("asks once about what databases share", async () => {
    const { stub, description } = await read({
      DescribeDBInstances: { DBInstances: [orders, { ...orders, DBInstanceIdentifier: "copy" }] },
      ListTables: { TableNames: ["carts", "items"] },
      DescribeTable: { Table: { SSEDescription: { KMSMasterKeyArn: key } } },
      DescribeKey: { KeyMetadata: { KeyId: "k1", Arn: key, KeyManager: "CUSTOMER" } },
      DescribeSecurityGroups: {
        SecurityGroups: [1, 2].map((id) => ({
          GroupId: `sg-${id}`,
          IpPermissions: [{ IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-1" }] }],
        })),
      },
    });
    for (const call of [
      "DescribeDBParameterGroups",
      "DescribeDBParameters mine",
      "DescribeOptionGroups",
      "DescribeSubnets",
      "DescribeRouteTables",
      "DescribeSecurityGroups",
      "GetManagedPrefixListEntries pl-1",
      `DescribeKey ${key}`,
      "DescribeTable carts",
      "DescribeContinuousBackups carts",
    ]) {
      assert.equal(count(stub, call), 1, call);
    }
    assert.deepEqual([...description.keys.keys()], [key]);
  });

  it("asks nothing about default groups", async () => {
    const { stub } = await read({
      DescribeDBInstances: {
        DBInstances: [
          {
            ...orders,
            DBParameterGroups: [{ DBParameterGroupName: "default.mysql8.0" }],
            OptionGroupMemberships: [{ OptionGroupName: "default:mysql-8-0" }],
          },
        ],
      },
    });
    assert.deepEqual(
      stub.sent.filter((call) => /Parameter|Option/.test(call)),
      [],
    );
  });

  it("leaves out what belongs to other services", async () => {
    const both = [{ Engine: "docdb" }, { Engine: "aurora-mysql" }];
    const snapshots = both.map((snapshot) => ({ ...snapshot, SnapshotType: "manual" }));
    const { description } = await read({
      DescribeDBInstances: { DBInstances: both },
      DescribeDBClusters: { DBClusters: both },
      DescribeGlobalClusters: { GlobalClusters: both },
      DescribeDBSnapshots: { DBSnapshots: snapshots },
      DescribeDBClusterSnapshots: { DBClusterSnapshots: snapshots },
    });
    for (const list of ["dbInstances", "dbClusters", "globalClusters", "dbSnapshots", "dbClusterSnapshots"] as const) {
      const items: readonly { readonly Engine?: string | undefined }[] = description[list].items;
      assert.deepEqual(
        items.map(({ Engine }) => Engine),
        ["aurora-mysql"],
        list,
      );
    }
  });

  it("takes every page", async () => {
    const tables = ({ ExclusiveStartTableName: start }: Input) =>
      start === undefined ? { TableNames: ["a", "b"], LastEvaluatedTableName: "b" } : { TableNames: ["c"] };
    const instances = ({ Marker }: Input) =>
      Marker === undefined
        ? { DBInstances: [orders], Marker: "2" }
        : { DBInstances: [{ ...orders, DBInstanceIdentifier: "second" }] };
    const subnets = ({ NextToken }: Input) =>
      NextToken === undefined ? { Subnets: [{ SubnetId: "s1" }], NextToken: "2" } : { Subnets: [{ SubnetId: "s2" }] };
    const { description } = await read({
      ListTables: tables,
      DescribeTable: { Table: {} },
      DescribeDBInstances: instances,
      DescribeSubnets: subnets,
    });
    assert.deepEqual(
      [
        description.tables.map(({ name }) => name),
        description.dbInstances.items.map((instance) => instance.DBInstanceIdentifier),
        description.subnets.items.map((subnet) => subnet.SubnetId),
      ],
      [
        ["a", "b", "c"],
        ["orders", "second"],
        ["s1", "s2"],
      ],
    );
  });

  it("keeps the pages before one that fails, and says so", async () => {
    const { description, unread } = await read({
      DescribeDBInstances: ({ Marker }: Input) =>
        Marker === undefined ? { DBInstances: [orders], Marker: "2" } : awsError("Throttling", "Rate exceeded"),
    });
    assert.equal(description.dbInstances.items.length, 1);
    assert.equal(description.dbInstances.unread, "rds:DescribeDBInstances was throttled");
    assert.deepEqual(unread, [
      { call: "rds:DescribeDBInstances", outcome: "throttled", message: "Throttling: Rate exceeded", about: [] },
    ]);
  });

  it("never has more calls to a service under way than allowed", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const { stub, description } = await read({ ListTables: { TableNames: names }, DescribeTable: { Table: {} } }, 4);
    assert.equal(description.tables.length, 40);
    assert.equal(stub.busiest("dynamodb"), 4);
  });

  it("leaves out a table that was deleted since it was listed", async () => {
    const { description, unread } = await read({
      ListTables: { TableNames: ["gone"] },
      DescribeTable: awsError("ResourceNotFoundException", "not found"),
      DescribeContinuousBackups: awsError("TableNotFoundException", "not found"),
    });
    assert.deepEqual([description.tables, unread], [[], []]);
  });

  it("takes backups that are off for an answer", async () => {
    const { description, unread } = await read({
      ListTables: { TableNames: ["carts"] },
      DescribeTable: { Table: {} },
      DescribeContinuousBackups: awsError("ContinuousBackupsUnavailableException", "Backups are not enabled"),
    });
    assert.deepEqual(description.tables[0]?.backups, { value: { ContinuousBackupsStatus: "DISABLED" } });
    assert.deepEqual(unread, []);
  });

  it("names once a call that is denied for several resources", async () => {
    const { description, unread } = await read({
      ListTables: { TableNames: ["carts", "items"] },
      DescribeTable: ({ TableName }: Input) => awsError("AccessDeniedException", `not for ${TableName}`),
      DescribeContinuousBackups: {},
    });
    assert.deepEqual(unread, [
      {
        call: "dynamodb:DescribeTable",
        outcome: "denied",
        message: "AccessDeniedException: not for carts",
        about: ["carts", "items"],
      },
    ]);
    assert.deepEqual(description.tables[1]?.table, { unread: "dynamodb:DescribeTable was denied" });
  });

  const silentSts = {
    GetCallerIdentity: Object.assign(new Error("connect ETIMEDOUT"), { code: "ETIMEDOUT" }),
  };

  it("goes on without an account id, and says so", async () => {
    const { account, unread } = await read(silentSts);
    assert.deepEqual([account, unread.map(({ call }) => call)], [undefined, ["sts:GetCallerIdentity"]]);
  });

  for (const [title, answers] of [
    [
      "an instance",
      { DescribeDBInstances: { DBInstances: [{ DBInstanceArn: "arn:aws:rds:eu-west-1:111122223333:db:a" }] } },
    ],
    [
      "a cluster",
      { DescribeDBClusters: { DBClusters: [{ DBClusterArn: "arn:aws:rds:eu-west-1:111122223333:cluster:a" }] } },
    ],
    [
      "a table",
      {
        ListTables: { TableNames: ["a"] },
        DescribeTable: { Table: { TableArn: "arn:aws:dynamodb:eu-west-1:111122223333:table/a" } },
      },
    ],
  ] as const) {
    it(`takes the account id from the ARN of ${title} where STS does not tell`, async () => {
      const { account, description } = await read({ ...silentSts, ...answers });
      assert.deepEqual([account, description.account], ["111122223333", "111122223333"]);
    });
  }

  it("stops where AWS does not accept the credentials", async () => {
    const expired = awsError("ExpiredToken", "The security token included in the request is expired", 403);
    await assert.rejects(read({ DescribeDBInstances: expired }), (error: Error) => {
      assert.ok(error instanceof CannotAudit);
      assert.match(error.message, /^AWS credentials are missing or not accepted by rds:DescribeDBInstances \(Expired/);
      return true;
    });
  });

  it("leaves no error that nobody waits for, which would end the process", async () => {
    const expired = awsError("ExpiredToken", "The security token included in the request is expired", 403);
    const ListTables = { TableNames: ["carts", "orders"] };
    const answers = new Proxy({ ListTables }, { get: (known, call) => Reflect.get(known, call) ?? expired });
    const left: unknown[] = [];
    const leave = (error: unknown) => left.push(error);
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", leave);
    try {
      await assert.rejects(read(answers), CannotAudit);
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off("unhandledRejection", leave);
      for (const other of others) {
        process.on("unhandledRejection", other);
      }
    }
    assert.deepEqual(left, []);
  });

  const lists = [
    "DescribeDBInstances",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "ListTables",
  ];

  it("goes on where one service cannot be reached", async () => {
    const offline = Object.assign(new Error("connect ETIMEDOUT"), { code: "ETIMEDOUT" });
    const ec2 = Object.fromEntries(lists.slice(1, 4).map((list) => [list, offline]));
    const { unread } = await read(ec2);
    assert.deepEqual(
      unread.map(({ call }) => call),
      ["ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"],
    );
  });

  it("stops where nothing can be reached", async () => {
    const offline = Object.assign(new Error("getaddrinfo ENOTFOUND rds.eu-west-1.amazonaws.com"), {
      code: "ENOTFOUND",
    });
    await assert.rejects(read(Object.fromEntries(lists.map((list) => [list, offline]))), {
      name: "CannotAudit",
      message:
        "AWS in eu-west-1 could not be reached (getaddrinfo ENOTFOUND rds.eu-west-1.amazonaws.com): " +
        "check the region's name, the network, HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE.",
    });
  });

  it("does not hide a mistake of its own", async () => {
    await assert.rejects(read({ DescribeDBInstances: new TypeError("x is not a function") }), TypeError);
  });
});

import assert from "node:assert/strict";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run } from "../../support/mocks";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const filterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const masterPassword = "correct-horse-battery";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app";

describe("the alarms of SecureInstance", () => {
  const rows: [title: string, args: SecureInstanceArgs, names: string[]][] = [
    ["of postgres", {}, ["orders-cpu", "orders-failed-logins", "orders-storage"]],
    ["of oracle-ee, which logs no failed log-ins", { engine: "oracle-ee" }, ["orders-cpu", "orders-storage"]],
    [
      "of connections, where a limit is given",
      { engine: "sqlserver-ex", alarms: { connections: 500 } },
      ["orders-connections", "orders-cpu", "orders-failed-logins", "orders-storage"],
    ],
    [
      "of a replica too",
      { engine: "oracle-ee", masterPassword, replicas: [{ name: "reports" }] },
      ["orders-cpu", "orders-reports-cpu", "orders-reports-replica-lag", "orders-reports-storage", "orders-storage"],
    ],
  ];
  for (const [title, args, names] of rows) {
    it(`are ${title}`, async () => {
      const { resources, error, one } = await run(() => new SecureInstance("orders", args));
      assert.equal(error, undefined);
      const found = resources.filter(({ type }) => type === alarmType);
      assert.deepEqual(found.map(({ name }) => name).sort(), names);
      const topic = one("aws:sns/topic:Topic").state.arn;
      for (const { inputs } of found) {
        assert.deepEqual([inputs.alarmActions, Number.isFinite(inputs.threshold)], [[topic], true]);
      }
    });
  }

  it("count failed log-ins in the log that tells of them", async () => {
    const { one } = await run(() => new SecureInstance("orders", { engine: "mysql" }));
    const { logGroupName, pattern } = one(filterType).inputs;
    assert.deepEqual([logGroupName, pattern], ["/aws/rds/instance/orders-da4bef5b/audit", "FAILED_CONNECT"]);
  });

  it("of a replica in another region are there, and tell the topic there", async () => {
    const far = { name: "far", region: "us-east-1", subnetGroupName: "far", securityGroupIds: ["sg-0fa4"] };
    const { one } = await run(() => new SecureInstance("orders", { masterPassword, replicas: [far] }));
    const { region, alarmActions } = one(alarmType, "orders-far-cpu").inputs;
    assert.deepEqual(
      [region, alarmActions],
      ["us-east-1", ["arn:aws:sns:us-east-1:123456789012:orders-far-events-1234567"]],
    );
  });
});

describe("the users of SecureInstance", () => {
  it("log in by a role that may be one user of it alone", async () => {
    const { one, error } = await run(() => {
      new SecureInstance("orders").grantConnect("shop", "app");
    });
    assert.equal(error, undefined);
    const { role, policy } = one("aws:iam/rolePolicy:RolePolicy", "orders-connect-app").inputs;
    assert.equal(role, "shop");
    assert.match(String(policy), /"arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ORDERS\/app"/);
  });

  it("are named one by one", async () => {
    const { error } = await run(() => new SecureInstance("orders").connectPolicy("*"));
    assert.match(String(error?.message), /^SecureInstance "orders": user is "\*"/);
  });
});

describe("the proxy of SecureInstance", () => {
  it("stands in the network of the instance, logs in by IAM, and holds every control", async () => {
    const registered = await run(() => new SecureInstance("orders", { proxy: { users: ["orders_app"] } }));
    assert.equal(registered.error, undefined);
    const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
    assert.deepEqual([findings, undecided], [[], []]);
    const { auths, defaultAuthScheme, requireTls, vpcSecurityGroupIds } = registered.one("aws:rds/proxy:Proxy").inputs;
    assert.equal(requireTls, true);
    assert.deepEqual([auths, defaultAuthScheme], [undefined, "IAM_AUTH"]);
    const { policy } = registered.one("aws:iam/rolePolicy:RolePolicy", "orders-proxy").inputs;
    assert.match(String(policy), /"arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-[A-Z]+\/orders_app"/);
    assert.deepEqual(vpcSecurityGroupIds, [
      registered.one("aws:ec2/securityGroup:SecurityGroup", "orders-proxy").state.id,
    ]);
  });

  it("reads the secrets that it is given", async () => {
    const { one } = await run(() => new SecureInstance("orders", { proxy: { secretArns: [secretArn] } }));
    const [auth] = one("aws:rds/proxy:Proxy").inputs.auths as { secretArn: string }[];
    assert.equal(auth?.secretArn, secretArn);
  });

  const refused: [args: object, problem: string][] = [
    [
      { engine: "oracle-ee", proxy: {} },
      "proxy is given, but no proxy that takes IAM tokens stands before oracle-ee; leave it out.",
    ],
    [
      { proxy: {}, subnetGroupName: "databases", securityGroupIds: ["sg-0a1b"] },
      "proxy is given beside subnetGroupName, but it needs a network of its own; make a DatabaseProxy.",
    ],
    [
      { proxy: { users: ["app"], readerEndpoint: true } },
      "proxy.readerEndpoint is true, but must be false before an instance, which has no readers.",
    ],
    [{ proxy: {} }, "proxy.users or proxy.secretArns must be given, one of them, but found are neither."],
    [
      { engine: "mariadb", engineVersion: "10.6", proxy: { users: ["app"] } },
      "proxy.users is given, but the database takes no IAM tokens; give proxy.secretArns.",
    ],
    [
      { proxy: { tls: false } },
      "proxy.tls is no argument; allowed are idleClientTimeout, maxConnectionsPercent, readerEndpoint, secretArns, " +
        "users.",
    ],
    [{ alarms: { cpuPercent: 0 } }, "alarms.cpuPercent is 0, but must be a whole number from 1 to 100 (percent)."],
  ];
  for (const [args, problem] of refused) {
    it(`refuses: ${problem}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args as SecureInstanceArgs));
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      assert.deepEqual(resources, []);
    });
  }
});

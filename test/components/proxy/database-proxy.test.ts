import assert from "node:assert/strict";
import { DatabaseProxy, type DatabaseProxyArgs, IsolatedNetwork } from "../../../components";
import { proxyConnects, proxyReadsSecrets, proxyTrust } from "../../../components/proxy/proxy-policies";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run, scopes } from "../../support/mocks";
import { statements } from "../statements";

const proxyType = "aws:rds/proxy:Proxy";
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!orders-AbCdEf";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";
const args: DatabaseProxyArgs = {
  engine: "postgres",
  instanceIdentifier: "orders-1234567",
  users: ["orders_app"],
  databaseResourceId: "db-ABC123",
  subnetIds: ["subnet-0a", "subnet-0b"],
  securityGroupIds: ["sg-0a"],
};

const bySecrets = { users: undefined, databaseResourceId: undefined, secretArns: [secretArn], kmsKeyArn };

describe("DatabaseProxy", () => {
  it("takes IAM tokens over TLS alone", async () => {
    const { one } = await run(() => new DatabaseProxy("orders", args));
    assert.deepEqual(one(proxyType).inputs, {
      engineFamily: "POSTGRESQL",
      requireTls: true,
      defaultAuthScheme: "IAM_AUTH",
      idleClientTimeout: 1800,
      roleArn: one("aws:iam/role:Role").state.arn,
      vpcSubnetIds: ["subnet-0a", "subnet-0b"],
      vpcSecurityGroupIds: ["sg-0a"],
    });
    assert.equal(one("aws:rds/proxyTarget:ProxyTarget").inputs.dbInstanceIdentifier, "orders-1234567");
  });

  it("logs in by secrets where it is given some", async () => {
    const { one } = await run(() => new DatabaseProxy("orders", { ...args, ...bySecrets }));
    const { auths, defaultAuthScheme } = one(proxyType).inputs;
    assert.deepEqual(auths, [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn }]);
    assert.equal(defaultAuthScheme, undefined);
    assert.match(String(one("aws:iam/rolePolicy:RolePolicy", "orders-proxy").inputs.policy), /GetSecretValue/);
  });

  it("reaches the readers of a cluster by an endpoint of their own", async () => {
    const { one } = await run(
      () =>
        new DatabaseProxy("orders", {
          ...args,
          engine: "aurora-mysql",
          instanceIdentifier: undefined,
          clusterIdentifier: "orders",
          readerEndpoint: true,
          maxConnectionsPercent: 50,
        }),
    );
    assert.equal(one(proxyType).inputs.engineFamily, "MYSQL");
    assert.equal(one("aws:rds/proxyTarget:ProxyTarget").inputs.dbClusterIdentifier, "orders");
    assert.equal(one("aws:rds/proxyEndpoint:ProxyEndpoint").inputs.targetRole, "READ_ONLY");
    const group = one("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").inputs;
    assert.deepEqual(group.connectionPoolConfig, { maxConnectionsPercent: 50 });
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`may connect as its users to its database and nothing else, in ${partition}`, () => {
      const users = `arn:${partition}:rds-db:${scope.region}:123456789012:dbuser:cluster-ABC123`;
      assert.deepEqual(statements(proxyConnects(scope, "cluster-ABC123", ["app", "report"])), [
        {
          Sid: "ConnectToDatabase",
          Effect: "Allow",
          Action: "rds-db:connect",
          Resource: [`${users}/app`, `${users}/report`],
        },
      ]);
    });

    it(`may read its secrets and nothing else, in ${partition}`, () => {
      const [trust] = statements(proxyTrust(scope));
      assert.deepEqual(trust?.Condition, {
        ArnLike: { "aws:SourceArn": `arn:${partition}:rds:${scope.region}:123456789012:db-proxy:*` },
        StringEquals: { "aws:SourceAccount": "123456789012" },
      });
      const [read, open] = statements(proxyReadsSecrets(scope, [secretArn], kmsKeyArn));
      assert.deepEqual([read?.Action, read?.Resource], ["secretsmanager:GetSecretValue", [secretArn]]);
      assert.deepEqual([open?.Action, open?.Resource], ["kms:Decrypt", kmsKeyArn]);
      const names = [`secretsmanager.${scope.region}.amazonaws.com`];
      assert.deepEqual(open?.Condition, {
        StringEquals: { "kms:ViaService": partition === "aws-cn" ? [...names, `${names[0]}.cn`] : names },
      });
    });

    it(`stands between applications and databases of a network, and holds every control, in ${partition}`, async () => {
      const registered = await run(() => {
        const network = new IsolatedNetwork("shop", { proxyAccess: true });
        const { subnetIds, proxySecurityGroupIds: securityGroupIds } = network;
        new DatabaseProxy("orders", { ...args, subnetIds, securityGroupIds }).grantConnect("app", "orders_app");
      }, scope);
      assert.equal(registered.error, undefined);
      const { one } = registered;
      const group = (name: string) => one(groupType, name).state.id;
      const sources = (name: string) =>
        (one(groupType, name).inputs.ingress as { securityGroups: string[] }[]).flatMap((rule) => rule.securityGroups);
      assert.deepEqual(sources("shop"), [group("shop-application"), group("shop-proxy")]);
      assert.deepEqual(sources("shop-proxy"), [group("shop-application")]);
      assert.deepEqual(one(proxyType).inputs.vpcSecurityGroupIds, [group("shop-proxy")]);
      const connect = one("aws:iam/rolePolicy:RolePolicy", "orders-connect-orders_app").inputs;
      assert.match(String(connect.policy), /:dbuser:prx-0123456789abcdef0\/orders_app"/);
      const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([findings, undecided.filter(({ kind }) => kind !== "secrets")], [[], []]);
    });
  }

  const refused: [args: Partial<DatabaseProxyArgs>, message: string][] = [
    [
      { engine: "oracle-ee" },
      'engine is "oracle-ee", but must be one of "postgres", "aurora-postgresql", "mysql", "mariadb", "aurora-mysql".',
    ],
    [
      { instanceIdentifier: undefined },
      "instanceIdentifier or clusterIdentifier must be given, one of them, but found are neither.",
    ],
    [
      { clusterIdentifier: "orders" },
      "instanceIdentifier or clusterIdentifier must be given, one of them, but found are both.",
    ],
    [{ readerEndpoint: true }, "readerEndpoint is true, but must be false before an instance, which has no readers."],
    [{ users: undefined }, "users or secretArns must be given, one of them, but found are neither."],
    [{ secretArns: [secretArn] }, "users or secretArns must be given, one of them, but found are both."],
    [{ users: [] }, "users is [], but must be a list of at least one database user."],
    [
      { users: ["*"] },
      'users[0] is "*", but must be 1 to 63 letters, digits, underscores, dots and hyphens, starting with a letter or ' +
        "underscore.",
    ],
    [{ users: ["app", "report", "app"] }, 'users names "app" twice, but must name each once.'],
    [
      { ...bySecrets, secretArns: [secretArn, secretArn] },
      `secretArns names "${secretArn}" twice, but must name each once.`,
    ],
    [
      { databaseResourceId: undefined },
      "databaseResourceId is missing, but must be given beside users: the resource id of an instance " +
        '("db-...") or a cluster ("cluster-..."), which is not its name.',
    ],
    [{ kmsKeyArn }, "kmsKeyArn is given, but must be absent without secretArns."],
    [{ ...bySecrets, secretArns: [] }, "secretArns is [], but must be a list of at least one ARN of a secret."],
    [{ securityGroupIds: [] }, "securityGroupIds is [], but must be a list of at least one id."],
    [{ idleClientTimeout: 5 }, "idleClientTimeout is 5, but must be a whole number from 60 to 28800 (seconds)."],
  ];
  for (const [change, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new DatabaseProxy("orders", { ...args, ...change }));
      assert.equal(error?.message, `DatabaseProxy "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

import assert from "node:assert/strict";
import { dbProxy, dbProxyEndpoint } from "../../../inventory/from-account/db-proxy";
import type { DbProxy, DbProxyEndpoint } from "../../../inventory/model";

const region = "eu-west-1";
const arn = "arn:aws:rds:eu-west-1:111122223333:db-proxy:prx-1";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders";

describe("from-account: DB proxy", () => {
  it("maps every property", () => {
    const proxy = {
      DBProxyName: "orders",
      DBProxyArn: arn,
      EngineFamily: "POSTGRESQL",
      RequireTLS: true,
      DefaultAuthScheme: "NONE",
      Auth: [{ AuthScheme: "SECRETS" as const, IAMAuth: "REQUIRED" as const, SecretArn: secret }],
      VpcSecurityGroupIds: ["sg-1"],
    };
    assert.deepEqual(dbProxy(proxy, region), {
      id: arn,
      name: "orders",
      identifiers: [arn, "orders"],
      region,
      engineFamily: "POSTGRESQL",
      requireTls: true,
      defaultAuthenticationScheme: "NONE",
      authentications: [{ iamAuthentication: "REQUIRED", secret }],
      securityGroups: ["sg-1"],
    } satisfies DbProxy);
  });

  it("admits clear text and nobody where AWS returns nothing", () => {
    const { requireTls, authentications, securityGroups } = dbProxy({}, region);
    assert.deepEqual([requireTls, authentications, securityGroups], [false, [], []]);
  });
});

describe("from-account: DB proxy endpoint", () => {
  it("maps every property", () => {
    const endpoint = {
      DBProxyEndpointName: "readers",
      DBProxyEndpointArn: `${arn}-endpoint`,
      DBProxyName: "orders",
      VpcSecurityGroupIds: ["sg-2"],
    };
    assert.deepEqual(dbProxyEndpoint(endpoint, region), {
      id: `${arn}-endpoint`,
      name: "readers",
      identifiers: [`${arn}-endpoint`, "readers"],
      region,
      proxy: "orders",
      securityGroups: ["sg-2"],
    } satisfies DbProxyEndpoint);
  });
});

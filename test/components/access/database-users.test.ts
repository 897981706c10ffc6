import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseAccess, DatabaseProxy, SecureCluster, SecureInstance } from "../../../components";
import { run } from "../../support/mocks";

async function sqlOf(make: () => { createUserSql(user: string): string }, user = "app"): Promise<string> {
  let sql = "";
  const { error } = await run(() => {
    sql = make().createUserSql(user);
  });
  if (error !== undefined) {
    throw error;
  }
  return sql;
}

describe("the SQL that makes a user of a database", () => {
  it("is that of its engine", async () => {
    assert.match(await sqlOf(() => new SecureInstance("orders")), /^CREATE USER "app" WITH LOGIN;\nGRANT rds_iam/);
    assert.match(await sqlOf(() => new SecureInstance("orders", { engine: "mysql" })), /AWSAuthenticationPlugin/);
    assert.match(await sqlOf(() => new SecureCluster("orders", { engine: "aurora-mysql" })), /AWSAuthenticationPlugin/);
    assert.match(await sqlOf(() => new SecureCluster("orders")), /GRANT rds_iam TO "app"/);
  });

  it("is refused for an engine without IAM log-in, and for a user with a wildcard", async () => {
    await assert.rejects(
      sqlOf(() => new SecureInstance("orders", { engine: "oracle-se2" })),
      {
        message:
          'SecureInstance "orders": engine is "oracle-se2", which has no IAM log-in, so that no user can be made for it.',
      },
    );
    await assert.rejects(
      sqlOf(() => new SecureCluster("orders"), "a*"),
      /^Error: SecureCluster "orders": user is "a\*", but must be 1 to 63 letters/,
    );
  });
});

describe("a grant to log in to a database", () => {
  const isMaster = /: user is "\w+", but must be another than the master user, who may do everything\.$/;
  const grants: [title: string, user: string, make: () => Grants, message?: RegExp][] = [
    ["a user with a dot", "my.app", () => new SecureInstance("orders")],
    [
      "a wildcard",
      "app_*",
      () => new SecureCluster("orders"),
      /^Error: SecureCluster "orders": user is "app_\*", but must/,
    ],
    ["a user of PostgreSQL of 63 characters", "u".repeat(63), () => new SecureInstance("orders")],
    [
      "a user of MySQL of 33 characters",
      "u".repeat(33),
      () => new SecureInstance("orders", { engine: "mysql" }),
      /user is "u{33}", but must be 1 to 32 letters/,
    ],
    ["the master user", "dbadmin", () => new SecureInstance("orders"), isMaster],
    [
      "the master user in other letters",
      "Owner",
      () => new SecureCluster("orders", { masterUsername: "owner" }),
      isMaster,
    ],
    [
      "a master user that turns out later",
      "owner",
      () => new SecureInstance("orders", { masterUsername: pulumi.output("owner") }),
      isMaster,
    ],
    [
      "the master user through a proxy",
      "dbadmin",
      () => {
        const { resourceId, identifier } = new SecureInstance("orders");
        return new DatabaseProxy("orders", {
          engine: "postgres",
          instanceIdentifier: identifier,
          databaseResourceId: resourceId,
          users: ["app"],
          subnetIds: ["subnet-0a", "subnet-0b"],
          securityGroupIds: ["sg-0a"],
        });
      },
      isMaster,
    ],
    [
      "an engine without IAM log-in",
      "app",
      () => new SecureInstance("orders", { engine: "sqlserver-se" }),
      /^Error: SecureInstance "orders": engine is "sqlserver-se", which has no IAM log-in/,
    ],
  ];
  for (const [title, user, make, message] of grants) {
    it(`is ${message === undefined ? "made for" : "refused for"} ${title}`, async () => {
      const { error } = await run(() => {
        make().grantConnect("role", user);
      });
      assert.match(String(error), message ?? /^undefined$/);
    });
  }
});

describe("leave to log in as the master user", () => {
  const rows: [what: string, make: () => unknown][] = [
    ["a policy", () => new SecureCluster("orders").connectPolicy("dbadmin")],
    ["an SQL statement", () => new SecureCluster("orders").createUserSql("dbadmin")],
    [
      "a DatabaseAccess to the instance",
      () => new DatabaseAccess("app", { resourceId: new SecureInstance("orders").resourceId, user: "dbadmin" }),
    ],
    [
      "a DatabaseAccess to its proxy",
      () => {
        const { proxyResourceId: resourceId } = new SecureInstance("orders", { proxy: { users: ["app"] } });
        return new DatabaseAccess("app", { resourceId, user: "dbadmin" });
      },
    ],
    [
      "a DatabaseAccess to what its output names",
      () => {
        const { resourceId, masterUsername: user } = new SecureCluster("orders");
        return new DatabaseAccess("app", { resourceId, user });
      },
    ],
  ];
  for (const [what, make] of rows) {
    it(`is refused by ${what}`, async () => {
      const { error } = await run(() => void make());
      assert.match(String(error), /user is "dbadmin", but must be another than the master user/);
    });
  }
});

interface Grants {
  grantConnect(role: string, user: string): unknown;
}

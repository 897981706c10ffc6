import assert from "node:assert/strict";
import { SecureCluster, SecureInstance } from "../../../components";
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
      /^Error: SecureCluster "orders": user is "a\*", but must be 1 to 32 letters/,
    );
  });
});

describe("a grant to log in to a database", () => {
  const grants: [title: string, user: string, make: () => Grants, message?: RegExp][] = [
    ["a user with a dot", "my.app", () => new SecureInstance("orders")],
    [
      "a wildcard",
      "app_*",
      () => new SecureCluster("orders"),
      /^Error: SecureCluster "orders": user is "app_\*", but must/,
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

interface Grants {
  grantConnect(role: string, user: string): unknown;
}

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

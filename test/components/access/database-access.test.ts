import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseAccess, type DatabaseAccessArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, type Run, run, scopes } from "../../support/mocks";

const access: DatabaseAccessArgs = { resourceId: "db-ABC123", user: "app" };
const policyType = "aws:iam/rolePolicy:RolePolicy";

function policyOf({ one }: Run): unknown {
  return JSON.parse(String(one(policyType).inputs.policy));
}

describe("DatabaseAccess", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    it(`lets a role connect to one database as one user in ${partition}, which holds every control`, async () => {
      const registered = await run(() => new DatabaseAccess("app", { ...access, roleName: "app" }), scope);
      assert.equal(registered.error, undefined);
      assert.deepEqual(policyOf(registered), {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "ConnectToDatabase",
            Effect: "Allow",
            Action: "rds-db:connect",
            Resource: `arn:${partition}:rds-db:${scope.region}:123456789012:dbuser:db-ABC123/app`,
          },
        ],
      });
      const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([findings, undecided], [[], []]);
    });
  }

  for (const resourceId of ["cluster-ABC123", "prx-0123abcd"]) {
    it(`takes ${resourceId}, in a region of its own`, async () => {
      const registered = await run(
        () => new DatabaseAccess("app", { ...access, resourceId, roleName: "app", region: "us-east-1" }),
      );
      assert.match(JSON.stringify(policyOf(registered)), new RegExp(`rds-db:us-east-1:.*:dbuser:${resourceId}/app`));
    });
  }

  it("attaches nothing without a role", async () => {
    const { resources } = await run(() => new DatabaseAccess("app", access));
    assert.deepEqual(
      resources.map(({ type }) => type),
      ["aws-secure-database:index:DatabaseAccess"],
    );
  });

  const sql: [engine: string, statements: string][] = [
    ["postgres", 'CREATE USER "app" WITH LOGIN;\nGRANT rds_iam TO "app";\n'],
    ["aurora-postgresql", 'CREATE USER "app" WITH LOGIN;\nGRANT rds_iam TO "app";\n'],
    ...["mysql", "mariadb", "aurora-mysql"].map((engine): [string, string] => [
      engine,
      "CREATE USER 'app'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';\nALTER USER 'app'@'%' REQUIRE SSL;\n",
    ]),
  ];
  for (const [engine, statements] of sql) {
    it(`tells the SQL that makes the user of ${engine}`, async () => {
      let told: string | undefined;
      await run(() => new DatabaseAccess("app", { ...access, engine }).createUserSql.apply((found) => (told = found)));
      assert.equal(told, statements);
    });
  }

  const user = "1 to 63 letters, digits, underscores, dots and hyphens, starting with a letter or underscore";
  const id =
    'the resource id of an instance ("db-..."), a cluster ("cluster-...") or a proxy ("prx-..."), which is not its name';
  const refused: [args: Partial<DatabaseAccessArgs>, message: string][] = [
    [{ user: "*" }, `user is "*", but must be ${user}.`],
    [{ user: "app*" }, `user is "app*", but must be ${user}.`],
    [{ user: "app?" }, `user is "app?", but must be ${user}.`],
    [{ user: "app$" }, `user is "app$", but must be ${user}.`],
    [{ user: "a'; DROP USER b; --" }, `user is "a'; DROP USER b; --", but must be ${user}.`],
    [{ user: "" }, `user is "", but must be ${user}.`],
    [{ resourceId: "*" }, `resourceId is "*", but must be ${id}.`],
    [{ resourceId: "db-*" }, `resourceId is "db-*", but must be ${id}.`],
    [{ resourceId: "orders" }, `resourceId is "orders", but must be ${id}.`],
    [
      { engine: "oracle-ee" },
      'engine is "oracle-ee", but must be one of "postgres", "aurora-postgresql", "mysql", "mariadb", "aurora-mysql".',
    ],
    [
      { roleName: "arn:aws:iam::123456789012:role/app" },
      'roleName is "arn:aws:iam::123456789012:role/app", but must be the name of a role, 1 to 64 characters of ' +
        "letters, digits and +=,.@_-.",
    ],
    [{ region: "here" }, 'region is "here", but must be the name of a region, such as "eu-central-1".'],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${JSON.stringify(args)}, and registers nothing`, async () => {
      const { resources, error } = await run(() => new DatabaseAccess("app", { ...access, ...args }));
      assert.equal(error?.message, `DatabaseAccess "app": ${message}`);
      assert.deepEqual(resources, []);
    });
  }

  it("refuses an output with a wildcard, and registers no policy", async () => {
    const { resources, error } = await run(
      () => new DatabaseAccess("app", { ...access, user: pulumi.output("*"), roleName: "app" }),
    );
    assert.ok(error?.message.endsWith(`DatabaseAccess "app": user is "*", but must be ${user}.`), error?.message);
    assert.ok(!resources.some(({ type }) => type === policyType));
  });
});

import assert from "node:assert/strict";
import { createMysqlPool, createPostgresPool, type PostgresPoolOptions } from "../../client";
import { behaviourOf, connectionOf } from "../../client/check-options";

const good = { host: "orders.abc123.eu-west-1.rds.amazonaws.com", user: "app" } as const;

describe("options of a pool", () => {
  const refused: readonly (readonly [given: Readonly<Record<string, unknown>>, found: RegExp])[] = [
    [{ host: undefined }, /^host is missing; it must be the endpoint of the database\. /],
    [{ user: undefined }, /^user is missing; /],
    [{ host: "10.0.0.1" }, /^host is "10\.0\.0\.1"; it must be the name that .* an IP address is given as address\. /],
    [{ host: "db.example.com" }, /^region is missing, and the host db\.example\.com names none; /],
    [{ port: "5432" }, /^port is "5432"; it must be a port, from 1 to 65535\. /],
    [{ port: 0 }, /^port is 0; /],
    [{ user: "" }, /^user is ""; it must be a text that is not empty\. /],
    [
      { region: "eu-central-1" },
      /^region is "eu-central-1"; it must be "eu-west-1", the region in the name of the host, as RDS takes no token of another\. /,
    ],
    [{ region: "Frankfurt" }, /^region is "Frankfurt"; it must be a region, such as "eu-west-1"\. /],
    [{ credentials: { key: "k" } }, /^credentials is of another form; it must be credentials \(accessKeyId /],
    [
      { credentials: { accessKeyId: "", secretAccessKey: "" } },
      /^credentials is of another form; it must be credentials \(accessKeyId and secretAccessKey, neither empty\) /,
    ],
    [{ credentials: { accessKeyId: "AKIA", secretAccessKey: " " } }, /^credentials is of another form; /],
    [{ ca: "no certificate" }, /^ca is "no certificate"; it must be PEM text of one or more certificates\. /],
    [{ ca: [] }, /^ca is a list; it must be PEM text /],
    [{ poolSize: 1.5 }, /^poolSize is 1\.5; it must be a whole number from 1 to 10000\. /],
    [{ deadlineMs: -1 }, /^deadlineMs is -1; it must be milliseconds, /],
    [{ access: "write" }, /^access is "write"; it must be "read-write" or "any"\. /],
    [{ databse: "shop" }, /^databse is no option\. Allowed are host, port, user, database, region, credentials, /],
    [{ driver: 1 }, /^driver is 1; it must be an object\. /],
    [{ driver: [] }, /^driver is a list; it must be an object\. /],
    ...["ssl", "password", "connectionString", "rejectUnauthorized", "sslmode", "uri", "constructor", "max"].flatMap(
      (name) =>
        [
          [{ [name]: false }, new RegExp(`^${name} is (refused: .+|no option)\\. Allowed are host, `)],
          [{ driver: { [name]: false } }, new RegExp(`^driver\\.${name} is (refused: .+|no option)\\. Allowed are `)],
        ] as const,
    ),
    [
      { driver: { checkServerIdentity: () => undefined } },
      /^driver\.checkServerIdentity is refused: the server's name /,
    ],
    [{ driver: { stream: () => undefined } }, /^driver\.stream is no option\. /],
    [{ driver: { host: "x" } }, /^driver\.host is no option\. /],
  ];
  for (const [given, message] of refused) {
    it(`refused: ${JSON.stringify(given)}`, () => {
      for (const create of [createPostgresPool, createMysqlPool]) {
        // As a program in JavaScript would give them.
        const options = { ...good, ...given } as unknown as PostgresPoolOptions;
        assert.throws(() => create(options as never), {
          name: "DatabaseConnectionError",
          code: "OPTION_REFUSED",
          message,
        });
      }
    });
  }

  const wrong: readonly (readonly [create: (options: never) => unknown, driver: object, found: RegExp])[] = [
    [createPostgresPool, { options: 5 }, /^driver\.options is 5; it must be a text\. /],
    [createPostgresPool, { options: "-c\0" }, /^driver\.options is .+; it must be a text/],
    [createPostgresPool, { application_name: {} }, /^driver\.application_name is an object; it must be a text\. /],
    [createPostgresPool, { types: 5 }, /^driver\.types is 5; it must be an object with the function getTypeParser\. /],
    [createPostgresPool, { types: {} }, /^driver\.types is an object; /],
    [
      createPostgresPool,
      { connectionTimeoutMillis: "x" },
      /^driver\.connectionTimeoutMillis is "x"; it must be milliseconds, a whole number from 0 to 2147483647\. /,
    ],
    [createPostgresPool, { statement_timeout: true }, /^driver\.statement_timeout is true; .+, or false\. /],
    [createPostgresPool, { maxUses: 0 }, /^driver\.maxUses is 0; .+, or Infinity\. /],
    [createPostgresPool, { maxLifetimeSeconds: Number.NaN }, /^driver\.maxLifetimeSeconds is NaN; /],
    [createPostgresPool, { min: -1 }, /^driver\.min is -1; it must be a whole number from 0 to 10000\. /],
    [createMysqlPool, { maxIdle: -1 }, /^driver\.maxIdle is -1; it must be a whole number from 0 to 10000\. /],
    [createMysqlPool, { maxPreparedStatements: -1 }, /^driver\.maxPreparedStatements is -1; /],
    [createMysqlPool, { charset: "nosuch" }, /^driver\.charset is "nosuch"; it must be a character set or collation /],
    [createMysqlPool, { charset: "constructor" }, /^driver\.charset is "constructor"; /],
    [createMysqlPool, { charset: 5 }, /^driver\.charset is 5; /],
    [createMysqlPool, { connectAttributes: { program: 5 } }, /^driver\.connectAttributes is an object; /],
    [
      createMysqlPool,
      { dateStrings: ["TIME"] },
      /^driver\.dateStrings is a list; it must be true or false, or a list /,
    ],
    [createMysqlPool, { timezone: "Europe/Berlin" }, /^driver\.timezone is "Europe\/Berlin"; /],
    [createMysqlPool, { typeCast: "no" }, /^driver\.typeCast is "no"; it must be true or false, or a function\. /],
  ];
  for (const [create, driver, message] of wrong) {
    it(`refused by ${create.name}: ${JSON.stringify(driver)}`, () =>
      assert.throws(() => create({ ...good, driver } as never), { code: "OPTION_REFUSED", message }));
  }

  it("of the driver that are right are taken", async () => {
    const postgres = createPostgresPool({
      ...good,
      driver: {
        application_name: "",
        idleTimeoutMillis: null,
        maxLifetimeSeconds: 0.5,
        maxUses: Number.POSITIVE_INFINITY,
        query_timeout: undefined,
        statement_timeout: false,
        types: { getTypeParser: () => String },
      },
    });
    const mysql = createMysqlPool({
      ...good,
      driver: {
        charset: "utf8mb4",
        connectAttributes: { program_name: "shop" },
        dateStrings: ["DATE"],
        maxIdle: 0,
        nestTables: "_",
        timezone: "+01:00",
        typeCast: (_field, next) => next(),
      },
    });
    await Promise.all([postgres.end(), mysql.end()]);
  });

  it("refused without a password that is in them", () => {
    const uri = "postgres://app:hunter2@h/db";
    const found = (given: unknown) => {
      try {
        createPostgresPool(given as never);
      } catch (error) {
        return (error as { readonly found: string }).found;
      }
    };
    assert.match(String(found(uri)), /^The options are "\.\.\.@h\/db"; they must be an object with host and user\.$/);
    assert.match(String(found({ ...good, host: uri })), /^host is "\.\.\.@h\/db"; /);
    assert.match(String(found({ ...good, driver: uri })), /^driver is "\.\.\.@h\/db"; /);
  });

  it("refused: no object", () =>
    assert.throws(() => createPostgresPool(undefined as never), /^\S+: The options are undefined; /));

  it("have defaults", () => {
    const { ca, ...rest } = connectionOf(good, { port: 5432 });
    assert.equal(ca.length, 3);
    assert.deepEqual(rest, {
      ...good,
      port: 5432,
      database: undefined,
      region: "eu-west-1",
      credentials: undefined,
      address: good.host,
      addressPort: 5432,
    });
    const behaviour = { poolSize: 10, connectTimeoutMs: 10_000, deadlineMs: 60_000 };
    assert.deepEqual(behaviourOf(good), { ...behaviour, access: "read-write" });
    const readers = { host: "shop.cluster-ro-abc123.eu-west-1.rds.amazonaws.com" };
    assert.deepEqual(behaviourOf(readers), { ...behaviour, access: "any" });
  });

  it("of the driver are passed on", async () => {
    const postgres = createPostgresPool({ ...good, driver: { application_name: "shop", statement_timeout: 5_000 } });
    const mysql = createMysqlPool({ ...good, driver: { namedPlaceholders: true } });
    assert.equal(postgres.options.application_name, "shop");
    assert.equal(
      (mysql.pool.config as { readonly connectionConfig?: { readonly namedPlaceholders?: unknown } }).connectionConfig
        ?.namedPlaceholders,
      true,
    );
    await Promise.all([postgres.end(), mysql.end()]);
  });
});

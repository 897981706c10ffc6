import assert from "node:assert/strict";
import buffer from "node:buffer";
import dns from "node:dns";
import { mock } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { DatabaseConnectionError, type FailureCode, isFailover } from "../../client";
import { connectionOf } from "../../client/check-options";
import type { MysqlPool } from "../../client/driver-types";
import type { ConnectionOptions } from "../../client/options";
import { type TokenSource, tokenSource } from "../../client/token";
import { createAuthority } from "./support/authority";
import { host } from "./support/database";
import { type Engine, engines, type OpenPool, type PoolOptions } from "./support/engines";
import { type Setting, serving, session, user } from "./support/setting";
import type { KnownIdentity } from "./support/token-verifier";

const minute = 60_000;

for (const engine of engines) {
  describe(`pools of ${engine.name}`, () => {
    const setting = serving(engine.start, engine.prepare);
    const options = (changed: Partial<PoolOptions> = {}) => ({
      ...setting().options,
      ...changed,
    });
    /** Uses a pool, and ends it. */
    const using = async <T>(
      changed: Partial<PoolOptions>,
      use: (pool: OpenPool) => Promise<T>,
      token?: TokenSource,
    ): Promise<T> => {
      const pool = engine.open(options(changed), token);
      try {
        return await use(pool);
      } finally {
        await pool.end();
      }
    };
    const whoAmI = (pool: OpenPool) => pool.query(engine.whoAmI);
    const connection = (changed: Partial<ConnectionOptions> = {}) =>
      connectionOf(options(changed), { port: setting().database.port });
    /** The token of a user, or of one that is changed, as a source. */
    const tokenOf = (changed: Partial<ConnectionOptions> = {}): TokenSource => tokenSource(connection(changed));

    it("log in", async () => {
      assert.deepEqual(await using({}, whoAmI), engine.me);
      assert.equal(setting().gate.accepted.at(-1)?.startsWith(`${host}:${setting().database.port}/?`), true);
    });

    it("log in with the long token of a role's session", async () => {
      assert.deepEqual(await using({ credentials: session }, whoAmI), engine.me);
      assert.ok((setting().gate.accepted.at(-1)?.length ?? 0) > 1500);
    });

    it("take the name of the host in any case, and sign it as RDS spells it", async () => {
      assert.deepEqual(await using({ host: host.toUpperCase() }, whoAmI), engine.me);
    });

    it("speak TLS 1.3 where the server does", async () => {
      assert.deepEqual(await using({}, (pool) => pool.query(engine.tlsVersion)), [{ v: "TLSv1.3" }]);
    });

    it("verify the name, whatever name is dialled", async () => {
      assert.deepEqual(await using({ address: "localhost" }, whoAmI), engine.me);
      await assertFails("CERTIFICATE_NAME", () => using({ host: "localhost", region: "eu-west-1" }, whoAmI));
    });

    describe("refuse", () => {
      const cases: readonly (readonly [what: string, code: FailureCode, changed: () => Partial<ConnectionOptions>])[] =
        [
          ["an authority that is not trusted", "CERTIFICATE_UNTRUSTED", () => ({ ca: otherAuthority })],
          ["the authorities of RDS for a server of another", "CERTIFICATE_UNTRUSTED", () => ({ ca: undefined })],
          ["a user with a password", "NOT_AN_IAM_USER", () => ({ user: "keyholder" })],
          ["a database that there is not", "DATABASE_REFUSED", () => ({ database: "no_such_database" })],
          ["credentials that have expired", "CREDENTIALS_EXPIRED", () => ({ credentials: expiredIdentity })],
          ["a provider of credentials that fails", "CREDENTIALS_MISSING", () => ({ credentials: noIdentity })],
          ["a name without an address", "HOST_UNKNOWN", () => ({ address: "no-such-host.invalid" })],
        ];
      let otherAuthority = "";
      before(async () => {
        otherAuthority = (await createAuthority("Another authority")).pem;
      });
      for (const [what, code, changed] of cases) {
        it(what, () => assertFails(code, () => using(changed(), whoAmI)));
      }

      it("a user that there is not", async () => {
        const error = await assertFails(unknownUserCodes[engine.name], () => using({ user: "no_such_user" }, whoAmI));
        assert.match(error.message, /[Cc]reate the user|there is such a user/);
      });

      it("a token for another user, and say why it may be", async () => {
        const error = await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, tokenOf({ user: "boss" })));
        assert.match(error.message, /rds-db:connect .* clock /);
        assert.equal(setting().gate.refusals.at(-1), "it is for user boss");
      });

      it("a token for another host", async () => {
        const other = "orders.abc124.eu-west-1.rds.amazonaws.com";
        await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, tokenOf({ host: other })));
        assert.equal(setting().gate.refusals.at(-1), `it is for ${other}:${setting().database.port}`);
      });

      it("a token for another port", async () => {
        await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, tokenOf({ port: 1234 })));
        assert.equal(setting().gate.refusals.at(-1), `it is for ${host}:1234`);
      });

      it("a token for another region", async () => {
        const elsewhere = tokenSource({ ...connection(), region: "us-east-1" });
        await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, elsewhere));
        assert.equal(setting().gate.refusals.at(-1), "it is for region us-east-1");
      });

      it("a region that is not the host's, before anything is sent", async () => {
        const asked = setting().gate.refusals.length + setting().gate.accepted.length;
        await assertFails("OPTION_REFUSED", () => using({ region: "us-east-1" }, whoAmI));
        assert.equal(setting().gate.refusals.length + setting().gate.accepted.length, asked);
      });

      it("a token that was altered", async () => {
        const altered = async () =>
          (await tokenOf()()).replace(/(?<=X-Amz-Signature=)\w/, (first) => (first === "0" ? "1" : "0"));
        await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, altered));
        assert.equal(setting().gate.refusals.at(-1), "its signature is wrong");
      });

      it("a token of a session that ended", async () => {
        const credentials = { ...session, sessionToken: "another" };
        await assertFails("TOKEN_REFUSED", () => using({ credentials }, whoAmI));
        assert.equal(setting().gate.refusals.at(-1), "its session is another");
      });

      it("a token that is 16 minutes old", async () => {
        setting().gate.setClock(16 * minute);
        try {
          await assertFails("TOKEN_REFUSED", () => using({}, whoAmI));
        } finally {
          setting().gate.setClock(0);
        }
        assert.equal(setting().gate.refusals.at(-1), "it has expired");
      });

      it("all of these at the first attempt, and send a user with a password no token", async () => {
        let asked = 0;
        const counted = async () => {
          asked += 1;
          return user;
        };
        await assertFails("NOT_AN_IAM_USER", () => using({ user: "keyholder", credentials: counted }, whoAmI));
        assert.equal(asked, 0);
        const wrong = async () => {
          asked += 1;
          return "no token";
        };
        await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, wrong));
        assert.equal(asked, 1);
      });
    });

    describe("refuse a server that shows", () => {
      after(async () => setting().database.present(await setting().authority.issue(host)));

      it("a certificate for another name", async () => {
        await setting().database.present(await setting().authority.issue("other.abc123.eu-west-1.rds.amazonaws.com"));
        await assertFails("CERTIFICATE_NAME", () => using({}, whoAmI));
      });

      it("a certificate that has expired", async () => {
        await setting().database.present(await setting().authority.issue(host, [-30, -1]));
        await assertFails("CERTIFICATE_EXPIRED", () => using({}, whoAmI));
      });

      it("a certificate that is not valid yet", async () => {
        await setting().database.present(await setting().authority.issue(host, [1, 30]));
        await assertFails("CERTIFICATE_NOT_YET_VALID", () => using({}, whoAmI));
      });

      it("one in TLS 1.1, and send it nothing", async () => {
        await setting().database.present(await setting().authority.issue(host), { oldTls: true });
        const tokens = setting().gate.accepted.length + setting().gate.refusals.length;
        const error = await assertFails("TLS_FAILED", () => using({}, whoAmI));
        assert.match(error.message, /\((unsupported protocol|tlsv1 alert protocol version)\)/);
        assert.equal(setting().gate.accepted.length + setting().gate.refusals.length, tokens);
      });

      it("no certificate, as it speaks no TLS, and send it nothing", async () => {
        await setting().database.present(undefined);
        const tokens = setting().gate.accepted.length + setting().gate.refusals.length;
        await assertFails("TLS_MISSING", () => using({}, whoAmI));
        assert.equal(setting().gate.accepted.length + setting().gate.refusals.length, tokens);
      });
    });

    it("serve 200 that check out at once, with one token for each connection", async () => {
      const before = setting().gate.accepted.length;
      const poolSize = 20;
      const answers = await using({ poolSize }, (pool) =>
        Promise.all(
          Array.from({ length: 200 }, async () => {
            const client = await pool.checkOut();
            try {
              return await client.query(engine.whoAmI);
            } finally {
              client.release();
            }
          }),
        ),
      );
      assert.deepEqual(answers, Array(200).fill(engine.me));
      const tokens = setting().gate.accepted.length - before;
      assert.ok(tokens >= 1 && tokens <= poolSize, `${tokens} tokens`);
    });

    for (const driver of engine.impatient) {
      it(`say that they are full, with ${JSON.stringify(driver)}`, async () => {
        await using({ poolSize: 1, driver }, async (pool) => {
          const only = await pool.checkOut();
          const others = [whoAmI(pool), whoAmI(pool)];
          const error = await assertFails("POOL_FULL", () => Promise.race(others));
          assert.match(error.message, /poolSize/);
          only.release();
          await Promise.allSettled(others);
          assert.deepEqual(await whoAmI(pool), engine.me);
        });
      });
    }

    it("live longer than a token: open connections stay, and new ones get new tokens", async () => {
      await using({ poolSize: 2 }, async (pool) => {
        const open = await pool.checkOut();
        const old = setting().gate.accepted.at(-1) ?? "";
        mock.timers.enable({ apis: ["Date"], now: Date.now() + 20 * minute });
        try {
          assert.deepEqual(await open.query(engine.whoAmI), engine.me);
          const later = await pool.checkOut();
          assert.deepEqual(await later.query(engine.whoAmI), engine.me);
          assert.notEqual(setting().gate.accepted.at(-1), old);
          later.release();
          await assertFails("TOKEN_REFUSED", () => using({}, whoAmI, async () => old));
          assert.equal(setting().gate.refusals.at(-1), "it has expired");
        } finally {
          mock.timers.reset();
        }
        open.release();
      });
    });

    describe("when the server is gone", () => {
      it("come back to it within the deadline, and repeat no statement that was sent", async () => {
        await using({ deadlineMs: 30_000 }, async (pool) => {
          assert.deepEqual(await whoAmI(pool), engine.me);
          const interrupted = failureOf(pool.query(engine.sleep));
          await pause(200);
          await setting().database.halt("crash");
          assert.equal(isFailover(await interrupted), true);
          const answers = Array.from({ length: 20 }, () => whoAmI(pool));
          await pause(500);
          await setting().database.resume();
          assert.deepEqual(await Promise.all(answers), Array(20).fill(engine.me));
        });
      });

      it("end no process by what happens to connections on which no statement runs", async () => {
        await using({ poolSize: 2, deadlineMs: 30_000 }, async (pool) => {
          const [held, idle] = [await pool.checkOut(), await pool.checkOut()];
          idle.release();
          await lose();
          const error = await failureOf(held.query(engine.whoAmI));
          assert.equal(isFailover(error), true, inspect(error));
          assertTellsNothing(error, setting());
          held.release();
          assert.deepEqual(await whoAmI(pool), engine.me);
        });
      });

      if (engine.name === "mysql") {
        it("end no process by a statement without a callback on a connection that was lost", async () => {
          await using({}, async ({ pool }) => {
            const { connection } = await (pool as MysqlPool).getConnection();
            await lose();
            connection.query(engine.whoAmI);
            await pause(50);
            connection.destroy();
          });
        });
      }

      if (engine.name === "postgres") {
        it("tell a listener of the pool about a connection that was idle, and no token", async () => {
          await using({ credentials: session }, async (pool) => {
            await whoAmI(pool);
            const told: unknown[] = [];
            (pool.pool as NodeJS.EventEmitter).on("error", (...event) => told.push(...event));
            await lose();
            const [error, client] = told;
            assert.equal(isFailover(error), true, inspect(error));
            assert.equal(told.length, 2);
            assertTellsNothing(error, setting());
            assertTellsNothing(client, setting());
          });
        });
      }

      /** Ends the server as a crash would, lets its clients see it, and starts it again. */
      async function lose(): Promise<void> {
        await setting().database.halt("crash");
        await pause(200);
        await setting().database.resume();
      }

      it("give up at the deadline, and say that it cannot be reached", async () => {
        await setting().database.halt();
        try {
          const start = performance.now();
          await assertFails("UNREACHABLE", () => using({ deadlineMs: 700 }, whoAmI));
          assert.ok(performance.now() - start < 5_000);
        } finally {
          await setting().database.resume();
        }
      });

      it("look its name up anew at each attempt", async () => {
        const addresses = ["127.0.0.2", "127.0.0.2", "127.0.0.1"];
        const lookup = mock.method(dns, "lookup", (_name: string, { all }: dns.LookupOptions, done: Looked) => {
          const address = addresses.shift() ?? "127.0.0.1";
          done(null, all ? [{ address, family: 4 }] : address, 4);
        });
        try {
          assert.deepEqual(await using({ address: "moved.example" }, whoAmI), engine.me);
        } finally {
          lookup.mock.restore();
        }
        assert.deepEqual(addresses, []);
      });
    });

    describe("with a server that takes no writes", () => {
      before(() => setting().database.setReadOnly(true));

      it("give up at the deadline, and say so", async () => {
        const error = await assertFails("READ_ONLY", () => using({ deadlineMs: 0 }, whoAmI));
        assert.match(error.message, /access: "any"/);
      });

      it("are content where reading is all that is wanted", async () => {
        assert.deepEqual(await using({ access: "any" }, whoAmI), engine.me);
      });

      it("drop a connection whose write was refused, once it is released", async () => {
        await using({ access: "any", poolSize: 1 }, async (pool) => {
          const first = await pool.checkOut();
          const id = await first.query(engine.connectionId);
          assert.equal(isFailover(await failureOf(first.query(engine.write))), true);
          first.release();
          const second = await pool.checkOut();
          assert.notDeepEqual(await second.query(engine.connectionId), id);
          second.release();
        });
      });

      it("wait for it to become the writer", async () => {
        await using({ deadlineMs: 30_000 }, async (pool) => {
          const answer = whoAmI(pool);
          await pause(300);
          await setting().database.setReadOnly(false);
          assert.deepEqual(await answer, engine.me);
          await pool.query(engine.write);
        });
      });
    });

    it("show no token and no credentials when they are looked at", async () => {
      await using({ credentials: session, poolSize: 3 }, async (pool) => {
        const [one, two] = [await pool.checkOut(), await pool.checkOut()];
        one.release();
        assertTellsNothing(pool.pool, setting());
        assertTellsNothing(one, setting());
        two.release();
      });
    });

    /** Fails with a code at the first attempt, and tells no secret. */
    async function assertFails(
      code: FailureCode | readonly FailureCode[],
      act: () => Promise<unknown>,
    ): Promise<DatabaseConnectionError> {
      const error = await act().then(
        () => assert.fail(`there was no ${code}`),
        (failure: unknown) => failure,
      );
      assert.ok(error instanceof DatabaseConnectionError, inspect(error));
      assert.ok([code].flat().includes(error.code), inspect(error));
      assertTellsNothing(error, setting());
      return error;
    }
  });
}

function failureOf(statement: Promise<unknown>): Promise<unknown> {
  return statement.then(
    () => assert.fail("the statement did not fail"),
    (error: unknown) => error,
  );
}

type Looked = (error: null, address: string | readonly dns.LookupAddress[], family: number) => void;

const expiredIdentity = { ...user, expiration: new Date(Date.now() - minute) };
const noIdentity = async () => {
  throw Object.assign(new Error("No profile here"), { name: "CredentialsProviderError", secret: user.secretAccessKey });
};

/** MySQL and MariaDB hide which users there are: they ask one that they lack in the way of any other. */
const unknownUserCodes: Readonly<Record<Engine["name"], readonly FailureCode[]>> = {
  postgres: ["USER_UNKNOWN"],
  mysql: ["NOT_AN_IAM_USER", "TOKEN_REFUSED"],
};

/** Looks for secrets in all that an object and what it holds show, hidden fields and bytes included. */
function assertTellsNothing(value: unknown, { gate }: Setting): void {
  const { INSPECT_MAX_BYTES } = buffer;
  buffer.INSPECT_MAX_BYTES = Number.POSITIVE_INFINITY;
  const shown = [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    value instanceof Error ? `${value.stack}${String(value)}${JSON.stringify(value)}` : "",
  ].join("\n");
  buffer.INSPECT_MAX_BYTES = INSPECT_MAX_BYTES;
  const signatures = gate.accepted.map((token) => /X-Amz-Signature=(\w+)/.exec(token)?.[1] ?? "X-Amz-Signature");
  const secretsOf = ({ secretAccessKey, sessionToken = secretAccessKey }: KnownIdentity) => [
    secretAccessKey,
    sessionToken,
  ];
  for (const secret of ["X-Amz-", ...signatures, ...secretsOf(user), ...secretsOf(session)]) {
    const bytes = Buffer.from(secret)
      .toString("hex")
      .replaceAll(/..(?!$)/g, "$& ");
    for (const form of [secret, encodeURIComponent(secret), bytes]) {
      assert.equal(shown.includes(form), false, `${secret.slice(0, 20)} is shown`);
    }
  }
}

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { obtainMariadbClient, obtainPostgres } from "../../sandbox/toolchain/database-servers";
import { run } from "../cli/run";
import { createAuthority } from "./support/authority";
import { host } from "./support/database";
import { engines } from "./support/engines";
import { type Setting, serving, session } from "./support/setting";

const guide = join(__dirname, "../../docs/client.md");

/** Of each run: its title in the guide, what makes the server so, and the files of authorities that are given. */
interface Case {
  readonly title: string;
  readonly code: number;
  readonly ca?: "own" | "none" | "other";
  arrange?(setting: Setting): Promise<void>;
}

const cases: readonly Case[] = [
  { title: "A connection that is good", code: 0 },
  { title: "The authority is not trusted", code: 1, ca: "none" },
  { title: "The authority given is another", code: 1, ca: "other" },
  {
    title: "The certificate is for another name",
    code: 1,
    arrange: async ({ database, authority }) =>
      database.present(await authority.issue("other.abc123.eu-west-1.rds.amazonaws.com")),
  },
  {
    title: "The certificate has expired",
    code: 1,
    arrange: async ({ database, authority }) => database.present(await authority.issue(host, [-30, -3.5])),
  },
  { title: "The server speaks no TLS", code: 1, arrange: ({ database }) => database.present(undefined) },
];

for (const engine of engines) {
  describe(`connect and token with ${engine.name}`, () => {
    const setting = serving(engine.start, engine.prepare);
    const saved = { ...process.env };
    let folder = "";
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "aws-secure-database-"));
      writeFileSync(join(folder, "own.pem"), setting().authority.pem);
      writeFileSync(join(folder, "other.pem"), (await createAuthority()).pem);
      delete process.env.AWS_PROFILE;
      Object.assign(process.env, {
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        AWS_SESSION_TOKEN: session.sessionToken,
      });
    });
    after(() => {
      process.env = saved;
      rmSync(folder, { recursive: true });
    });
    const options = () => [
      "--engine",
      engine.name,
      "--host",
      host,
      "--port",
      `${setting().database.port}`,
      "--user",
      "app",
    ];

    for (const { title, code, ca = "own", arrange } of cases) {
      it(`connect: ${title}`, async () => {
        await arrange?.(setting());
        const authorities = ca === "none" ? [] : ["--ca", join(folder, `${ca}.pem`)];
        const line = ["connect", ...options(), "--database", "shop", "--address", "127.0.0.1", ...authorities];
        const ended = await run(line);
        assert.deepEqual([ended.code, ended.stderr], [code, ""], ended.stdout);
        assert.equal(ended.stdout.includes("X-Amz-"), false);
        assert.equal(ended.stdout.includes(session.secretAccessKey), false);
        if (engine.name === "postgres") {
          assert.equal(
            shape(outputIn(title)),
            shape(ended.stdout),
            `docs/client.md, "${title}": it prints\n${ended.stdout}`,
          );
        } else {
          assert.match(
            ended.stdout,
            code === 0 ? /^✔ query +SELECT current_user\(\), .*app@%, shop/m : /^✘ certificate /m,
          );
        }
      });
    }

    it("connect: names the engine that the server speaks, when it is asked as another", async () => {
      await setting().database.present(await setting().authority.issue(host));
      const other = engine.name === "postgres" ? "mysql" : "postgres";
      const line = [...options().with(1, other), "--address", "127.0.0.1", "--ca", join(folder, "own.pem")];
      const { code, stdout } = await run(["connect", ...line]);
      const names = { postgres: "PostgreSQL", mysql: "MySQL" };
      assert.equal(code, 1);
      assert.match(
        stdout,
        new RegExp(
          `✘ certificate +127\\.0\\.0\\.1:\\d+ speaks ${names[engine.name]}'s protocol and not ${names[other]}'s\\.\\n +Give .+ --engine `,
        ),
      );
    });

    if (engine.name === "mysql") {
      it("a token of the command logs mariadb in, inside TLS whose name it verifies", async () => {
        const { stdout } = await run(["token", ...options()]);
        const { programs, libraries } = await obtainMariadbClient(saved, () => {});
        const plugins = libraries === undefined ? [] : [`--plugin-dir=${libraries}/libmariadb3/plugin`];
        // The command has no other name to verify than that it dials.
        const mariadb = async (certificateName: string, password: "environment" | "file" = "environment") => {
          await setting().database.present(await setting().authority.issue(certificateName));
          // As the guide gives it: a file that no disk holds.
          const file = `"$0" --defaults-extra-file=<(printf '[client]\\npassword="%s"\\n' "$TOKEN") "$@"`;
          const command = join(programs, "mariadb");
          return promisify(execFile)(
            password === "file" ? "bash" : command,
            [
              ...(password === "file" ? ["-c", file, command] : ["--no-defaults"]),
              ...plugins,
              "--protocol=tcp",
              "--host=localhost",
              `--port=${setting().database.port}`,
              "--user=app",
              "--ssl-verify-server-cert",
              `--ssl-ca=${folder}/own.pem`,
              "--batch",
              "--skip-column-names",
              `--execute=${engine.whoAmI}`,
              "shop",
            ],
            {
              env: {
                PATH: saved.PATH,
                LD_LIBRARY_PATH: libraries,
                [password === "file" ? "TOKEN" : "MYSQL_PWD"]: stdout.trim(),
              },
            },
          );
        };
        await assert.rejects(mariadb(host), /TLS\/SSL error/);
        const { stderr, stdout: answer } = await mariadb("localhost");
        assert.deepEqual([stderr, answer], ["", "app@%\tshop\n"]);
        assert.equal((await mariadb("localhost", "file")).stdout, "app@%\tshop\n");
      });
    }

    if (engine.name === "postgres") {
      it("a token of the command logs psql in, by the name of the host", async () => {
        await setting().database.present(await setting().authority.issue(host));
        const { stdout } = await run(["token", ...options()]);
        const { programs, libraries } = await obtainPostgres(saved, () => {});
        // The gate is in this process, so it must not wait.
        const psql = await promisify(execFile)(
          join(programs, "psql"),
          [
            `host=${host} hostaddr=127.0.0.1 port=${setting().database.port} user=app dbname=shop sslmode=verify-full sslrootcert=${folder}/own.pem`,
            "--tuples-only",
            "--no-align",
            "--command",
            engine.whoAmI,
          ],
          {
            env: { PATH: saved.PATH, LD_LIBRARY_PATH: libraries, PGPASSWORD: stdout.trim(), PSQLRC: "/dev/null" },
          },
        );
        assert.deepEqual([psql.stderr, psql.stdout], ["", "app|shop\n"]);
      });
    }
  });
}

/** The output that the guide shows below a title. */
function outputIn(title: string): string {
  const text = readFileSync(guide, "utf8");
  const [, output] = new RegExp(`### ${title}\n[^#]*?\`\`\`\n(.*?)\`\`\``, "s").exec(text) ?? [];
  return output ?? `${guide} shows no output of "${title}".`;
}

/** Without what differs from run to run: ports, days, versions of the server and of OpenSSL's choice of cipher. */
function shape(output: string): string {
  return output
    .replaceAll(/(?<=:|port )\d{4,5}\b/g, "PORT")
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:]+Z)?/g, "DATE")
    .replaceAll(/TLS_\w+/g, "CIPHER")
    .replaceAll(/PostgreSQL [\d.]+/g, "PostgreSQL VERSION");
}

import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainPostgres } from "../../../sandbox/toolchain/database-servers";
import { writeCertificate } from "./authority";
import { type Database, type DatabaseSetting, oldCiphers } from "./database";
import { freePort, handOver, type Running, readable, start, succeed } from "./process";

/**
 * Starts PostgreSQL with TLS and, as RDS has PAM, LDAP to check tokens: everyone who is to log in by token has the role
 * rds_iam, and everyone else a password.
 */
export async function startPostgres({ gate, certificate }: DatabaseSetting): Promise<Database> {
  const found = await obtainPostgres(process.env, (message) => console.error(message));
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-postgres-"));
  chmodSync(folder, 0o755);
  const server = readable(found, folder);
  const [data, port] = [join(folder, "data"), await freePort()];
  const env = {
    PATH: `${server.programs}:${process.env.PATH}`,
    ...(server.libraries === undefined ? {} : { LD_LIBRARY_PATH: server.libraries }),
  };
  const program = (name: string) => join(server.programs, name);
  handOver(folder);
  succeed(
    program("initdb"),
    ["--pgdata", data, "--username", "admin", "--auth", "trust", "--encoding", "UTF8", "--no-sync", "--locale", "C"],
    { env, cwd: folder },
  );
  const tokens = `ldap ldapserver=127.0.0.1 ldapport=${gate.ldapPort} ldapprefix="cn=" ldapsuffix=",dc=database"`;
  writeFileSync(
    join(data, "pg_hba.conf"),
    `local all admin trust\nhostssl all +rds_iam 127.0.0.1/32 ${tokens}\nhostssl all no_such_user 127.0.0.1/32 ${tokens}\nhostssl all all 127.0.0.1/32 scram-sha-256\n`,
  );
  appendFileSync(
    join(data, "postgresql.conf"),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      `unix_socket_directories = '${folder}'`,
      "ssl = on",
      "ssl_cert_file = 'server.crt'",
      "ssl_key_file = 'server.key'",
      "max_connections = 50",
      "fsync = off",
      "include_if_exists = 'test.conf'",
      "",
    ].join("\n"),
  );
  writeCertificate(data, certificate);
  handOver(data);

  const run = (): Promise<Running> =>
    start(
      program("postgres"),
      ["-D", data],
      { env, cwd: folder },
      /database system is ready to accept (read-only )?connections/,
    );
  let running = await run();
  const ask = (statements: string): string =>
    succeed(
      program("psql"),
      [
        "--host",
        folder,
        "--port",
        String(port),
        "--username",
        "admin",
        "--dbname",
        "postgres",
        "--no-psqlrc",
        "--quiet",
        "--tuples-only",
        "--no-align",
        "--set",
        "ON_ERROR_STOP=1",
        "--command",
        statements,
      ],
      { env, cwd: folder },
    );
  return {
    port,
    version: ask("SHOW server_version").trim(),
    administer: async (statements) => {
      ask(statements);
    },
    present: async (shown, { oldTls = false } = {}) => {
      if (shown !== undefined) {
        writeCertificate(data, shown);
      }
      const old = [
        "ssl_min_protocol_version = 'TLSv1.1'",
        "ssl_max_protocol_version = 'TLSv1.1'",
        `ssl_ciphers = '${oldCiphers}'`,
      ];
      const lines = [`ssl = ${shown === undefined ? "off" : "on"}`, ...(oldTls ? old : []), ""];
      writeFileSync(join(data, "test.conf"), lines.join("\n"));
      handOver(data);
      await running.stop("SIGINT");
      running = await run();
    },
    setReadOnly: async (on) => {
      await running.stop("SIGINT");
      const signal = join(data, "standby.signal");
      if (on) {
        writeFileSync(signal, "");
      } else {
        rmSync(signal);
      }
      running = await run();
    },
    halt: (how = "orderly") => running.stop(how === "crash" ? "SIGQUIT" : "SIGINT"),
    resume: async () => {
      running = await run();
    },
    remove: async () => {
      await running.stop("SIGINT");
      rmSync(folder, { recursive: true });
    },
  };
}

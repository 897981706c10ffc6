import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mariadbPlugins, obtainMariadb } from "../../../sandbox/toolchain/database-servers";
import { writeCertificate } from "./authority";
import { type Database, type DatabaseSetting, oldCiphers } from "./database";
import { freePort, handOver, type Running, readable, start, succeed } from "./process";

/** What a new MariaDB needs before it starts. */
const systemTables = [
  "mysql_system_tables.sql",
  "mysql_performance_tables.sql",
  "mysql_system_tables_data.sql",
  "maria_add_gis_sp_bootstrap.sql",
];

/**
 * Starts MariaDB with TLS and its PAM plug-in, which as RDS's asks the client for the token in the clear inside TLS, with
 * a PAM tool of ours that asks the gate.
 */
export async function startMariadb({ gate, certificate }: DatabaseSetting): Promise<Database> {
  const found = await obtainMariadb(process.env, (message) => console.error(message));
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-mariadb-"));
  chmodSync(folder, 0o755);
  const server = readable(found, folder);
  const [data, plugins, port] = [join(folder, "data"), join(folder, "plugins"), await freePort()];
  const share = ["mysql", "mariadb"]
    .map((name) => join(server.prefix, "share", name))
    .find((path) => existsSync(join(path, "mysql_system_tables.sql")));
  if (share === undefined) {
    throw new Error(`${server.prefix} holds no mysql_system_tables.sql.`);
  }
  mkdirSync(data);
  mkdirSync(join(plugins, "auth_pam_tool_dir"), { recursive: true });
  copyFileSync(join(mariadbPlugins(server.prefix) ?? "", "auth_pam.so"), join(plugins, "auth_pam.so"));
  const tool = join(plugins, "auth_pam_tool_dir", "auth_pam_tool");
  const script = readFileSync(join(__dirname, "pam-tool.py"), "utf8");
  writeFileSync(tool, `#!/usr/bin/env -S python3 -S -E\n${script}`);
  chmodSync(tool, 0o755);
  writeFileSync(join(plugins, "auth_pam_tool_dir", "gate-port"), String(gate.linePort));
  writeCertificate(folder, certificate);
  handOver(folder);

  const env = {
    PATH: process.env.PATH,
    ...(server.libraries === undefined ? {} : { LD_LIBRARY_PATH: server.libraries }),
  };
  const program = join(server.programs, "mariadbd");
  const common = [
    "--no-defaults",
    `--datadir=${data}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${share}/charsets`,
  ];
  const administer = (statements: string): void => {
    succeed(program, [...common, "--bootstrap", "--skip-networking"], { env, cwd: folder, input: statements });
  };
  administer(
    [
      "CREATE DATABASE mysql;",
      "USE mysql;",
      ...systemTables.map((name) => readFileSync(join(share, name), "utf8")),
    ].join("\n"),
  );
  let tls = true;
  let old = false;
  let readOnly = false;
  let initial = "";
  const run = (): Promise<Running> => {
    writeFileSync(join(folder, "init.sql"), initial);
    handOver(folder);
    return start(
      program,
      [
        ...common,
        "--bind-address=127.0.0.1",
        `--port=${port}`,
        `--socket=${join(folder, "socket")}`,
        `--pid-file=${join(folder, "pid")}`,
        `--plugin-dir=${plugins}`,
        "--plugin-load-add=auth_pam.so",
        "--pam-use-cleartext-plugin=ON",
        "--innodb-flush-log-at-trx-commit=0",
        "--max-connections=50",
        "--skip-name-resolve",
        `--init-file=${join(folder, "init.sql")}`,
        `--read-only=${readOnly ? "ON" : "OFF"}`,
        ...(tls
          ? ["--require-secure-transport=ON", `--ssl-cert=${folder}/server.crt`, `--ssl-key=${folder}/server.key`]
          : []),
        ...(old ? ["--tls-version=TLSv1.1", `--ssl-cipher=${oldCiphers}`] : []),
      ],
      { env, cwd: folder },
      /ready for connections/,
    );
  };
  let running = await run();
  const restart = async (): Promise<void> => {
    await running.stop("SIGTERM");
    running = await run();
  };
  return {
    port,
    version: /Version: '([^']+)'/.exec(running.log())?.[1] ?? "",
    // It has no client of its own here: what is to be done is done at its next start.
    administer: async (statements) => {
      initial = statements;
      await restart();
      initial = "";
    },
    present: async (shown, { oldTls = false } = {}) => {
      tls = shown !== undefined;
      old = oldTls;
      if (shown !== undefined) {
        writeCertificate(folder, shown);
      }
      await restart();
    },
    setReadOnly: async (on) => {
      readOnly = on;
      await restart();
    },
    halt: (how = "orderly") => running.stop(how === "crash" ? "SIGKILL" : "SIGTERM"),
    resume: async () => {
      running = await run();
    },
    remove: async () => {
      await running.stop("SIGTERM");
      rmSync(folder, { recursive: true });
    },
  };
}

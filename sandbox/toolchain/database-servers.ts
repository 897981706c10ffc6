import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../paths";
import { Problem } from "../problem";
import { type CacheEntry, cacheKey, ensure } from "./cache";
import { run } from "./command";
import { which } from "./prerequisites";
import { showing } from "./progress";

/** A database server's files, or its client's, on the machine or unpacked in the cache. */
export interface DatabaseServer {
  /** The folder that holds its programs. */
  readonly programs: string;
  /** The folder that its own folders for data and plug-ins are in, such as /usr. */
  readonly prefix: string;
  /** Of one in the cache, the folder of libraries that the machine lacks. */
  readonly libraries?: string;
}

interface Kind {
  readonly title: string;
  /** Debian's packages whose files are needed. */
  readonly packages: readonly string[];
  readonly expectedSeconds: number;
  /** The server in the installation below a prefix, if all that is needed of it is there. */
  find(prefix: string): string | undefined;
  /** The prefixes to look in on this machine. */
  prefixes(environment: NodeJS.ProcessEnv): readonly string[];
}

const postgres: Kind = {
  title: "PostgreSQL",
  packages: ["postgresql"],
  expectedSeconds: 20,
  find(prefix) {
    const versions = join(prefix, "lib", "postgresql");
    // Debian's folders of versions hold other things too, such as those of extensions.
    const debian = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, "bin")) : [];
    return [...debian, join(prefix, "bin")].find((folder) => existsSync(join(folder, "initdb")));
  },
  prefixes: (environment) => ["/usr", ...prefixOf("postgres", environment)],
};

const mariadb: Kind = {
  title: "MariaDB",
  packages: ["mariadb-server-core", "mariadb-server"],
  expectedSeconds: 15,
  find(prefix) {
    const programs = ["sbin", "bin", "libexec"].map((name) => join(prefix, name));
    const folder = programs.find((name) => existsSync(join(name, "mariadbd")));
    return mariadbPlugins(prefix) === undefined ? undefined : folder;
  },
  prefixes: (environment) => ["/usr", ...prefixOf("mariadbd", environment)],
};

const mariadbClient: Kind = {
  title: "MariaDB-client",
  packages: ["mariadb-client-core"],
  expectedSeconds: 10,
  find: (prefix) => (existsSync(join(prefix, "bin", "mariadb")) ? join(prefix, "bin") : undefined),
  prefixes: (environment) => ["/usr", ...prefixOf("mariadb", environment)],
};

/** PostgreSQL: the machine's own, else Debian's unpacked in the cache. `say` gets messages for the user. */
export function obtainPostgres(
  environment: NodeJS.ProcessEnv,
  say: (message: string) => void,
): Promise<DatabaseServer> {
  return obtain(postgres, environment, say);
}

/** MariaDB with its PAM plug-in: the machine's own, else Debian's unpacked in the cache. */
export function obtainMariadb(environment: NodeJS.ProcessEnv, say: (message: string) => void): Promise<DatabaseServer> {
  return obtain(mariadb, environment, say);
}

/** The command `mariadb`: the machine's own, else Debian's unpacked in the cache. */
export function obtainMariadbClient(
  environment: NodeJS.ProcessEnv,
  say: (message: string) => void,
): Promise<DatabaseServer> {
  return obtain(mariadbClient, environment, say);
}

/** The folder of MariaDB's plug-ins below a prefix, if the one for PAM is there. */
export function mariadbPlugins(prefix: string): string | undefined {
  const folders = [
    "lib/mysql/plugin",
    "lib/mariadb/plugin",
    "lib64/mysql/plugin",
    "lib64/mariadb/plugin",
    "lib/plugin",
  ];
  return folders.map((name) => join(prefix, name)).find((folder) => existsSync(join(folder, "auth_pam.so")));
}

async function obtain(
  kind: Kind,
  environment: NodeJS.ProcessEnv,
  say: (message: string) => void,
): Promise<DatabaseServer> {
  for (const prefix of kind.prefixes(environment)) {
    const programs = kind.find(prefix);
    if (programs !== undefined) return { programs, prefix };
  }
  const entry = fetched(kind, environment);
  await ensure(
    { ...entry, build: (folder) => showing(entry.title, entry.expectedSeconds, () => entry.build(folder)) },
    say,
  );
  const prefix = join(entry.folder, "usr");
  const programs = kind.find(prefix);
  if (programs === undefined) throw new Problem(`${entry.folder} holds no ${kind.title}; remove it and start again.`);
  return { programs, prefix, libraries: libraries(prefix) };
}

/** Debian's packages of a server, with what they need and this machine lacks, unpacked and not installed. */
function fetched(kind: Kind, environment: NodeJS.ProcessEnv): CacheEntry {
  const key = cacheKey({
    packages: kind.packages.join("\n"),
    system: existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : process.platform,
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cacheFolder(environment), `${kind.title.toLowerCase()}-${key}`),
    title: `fetching ${kind.title}`,
    expectedSeconds: kind.expectedSeconds,
    async build(folder) {
      if (which("apt-get", environment) === undefined || which("dpkg-deb", environment) === undefined) {
        throw new Problem(
          `The tests of the client need ${kind.title}, which is not installed here and can only be fetched on Debian and Ubuntu. Install it with your system's package manager.`,
        );
      }
      const scratch = join(folder, "apt");
      const archives = join(scratch, "archives");
      mkdirSync(join(archives, "partial"), { recursive: true });
      mkdirSync(join(scratch, "lists", "partial"), { recursive: true });
      const apt = (...args: readonly string[]): Promise<string> =>
        run("apt-get", [...privately(scratch, archives), "-qq", ...args], { env: environment, cwd: archives });
      await apt("update");
      await apt("install", "--download-only", "--no-install-recommends", "--yes", ...kind.packages.slice(0, 1));
      await apt("download", ...kind.packages);
      for (const name of readdirSync(archives).filter((file) => file.endsWith(".deb"))) {
        await run("dpkg-deb", ["--extract", join(archives, name), folder], { env: environment });
      }
      rmSync(scratch, { recursive: true });
    },
  };
}

/** Has apt keep its lists and downloads in folders of ours: nothing of the machine is changed, and root is not needed. */
function privately(scratch: string, archives: string): readonly string[] {
  return [
    `Dir::State::Lists=${join(scratch, "lists")}`,
    `Dir::Cache=${scratch}`,
    `Dir::Cache::archives=${archives}`,
    "Debug::NoLocking=1",
    "APT::Sandbox::User=",
  ].flatMap((setting) => ["-o", setting]);
}

function libraries(prefix: string): string {
  const folder = join(prefix, "lib");
  const [name] = readdirSync(folder).filter((entry) => /-linux-gnu/.test(entry));
  return name === undefined ? folder : join(folder, name);
}

function prefixOf(program: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const path = which(program, environment);
  return path === undefined ? [] : [dirname(dirname(realpathSync(path)))];
}

import { chmodSync, cpSync, linkSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { checkout, sandbox } from "../paths";
import { type CacheEntry, cacheKey } from "./cache";
import { firstLine, run } from "./command";
import { removeScratch, withOwnScratch } from "./go-scratch";
import { filesBelow, installedVersion } from "./inputs";
import { requireGo, which } from "./prerequisites";

/** The release of the engine that is built; the module has no version of its own without it. */
const ENGINE_VERSION = "3.274.1";
const OLDEST_OFFICIAL = [3, 200] as const;
const FETCH_TIMEOUT_MS = 180_000;

/** A Pulumi CLI that was installed on this machine, with its Node.js language host. */
export interface OfficialEngine {
  readonly folder: string;
  readonly version: string;
}

/** The installed Pulumi CLI, if it is new enough and complete. */
export function officialEngine(environment: NodeJS.ProcessEnv): OfficialEngine | undefined {
  const cli = which("pulumi", environment);
  if (cli === undefined) return undefined;
  const folder = dirname(realpathSync(cli));
  const host = which("pulumi-language-nodejs", { PATH: folder }) ?? which("pulumi-language-nodejs", environment);
  const version = firstLine(cli, ["version"], { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" })?.replace(/^v/, "");
  if (host === undefined || version === undefined) return undefined;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major !== OLDEST_OFFICIAL[0] || minor < OLDEST_OFFICIAL[1]) return undefined;
  return { folder: dirname(cli), version };
}

/** The official Pulumi CLI with its language hosts, fetched from Pulumi. */
export function fetchedCli(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  return {
    folder: join(cache, `pulumi-${ENGINE_VERSION}-${process.platform}-${process.arch}`),
    title: `fetching the Pulumi CLI ${ENGINE_VERSION}`,
    expectedSeconds: 60,
    async build(folder) {
      const script = join(__dirname, "install-cli.ts");
      const args = ["-r", "ts-node/register/transpile-only", script, folder, ENGINE_VERSION];
      await run(process.execPath, args, { cwd: checkout, env: environment, timeout: FETCH_TIMEOUT_MS });
    },
  };
}

/** The Pulumi CLI that `fetchedCli` brought. */
export function fetchedEngine(entry: CacheEntry): OfficialEngine {
  return { folder: join(entry.folder, "bin"), version: ENGINE_VERSION };
}

/** The Pulumi CLI built from its Go module. */
export function builtCli(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const source = join(sandbox, "engine");
  const key = cacheKey({
    ...filesBelow(source),
    version: ENGINE_VERSION,
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cache, `engine-${key}`),
    title: "building the Pulumi engine",
    expectedSeconds: 300,
    async build(folder) {
      requireGo(environment);
      const module = join(folder, "module");
      cpSync(source, module, { recursive: true });
      const version = `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${ENGINE_VERSION}`;
      await run(
        "go",
        [
          "build",
          "-trimpath",
          "-ldflags",
          `-s -w -X ${version}`,
          "-o",
          join(folder, "pulumi"),
          "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        ],
        { cwd: module, env: withOwnScratch(environment, folder) },
      );
      removeScratch(folder);
    },
  };
}

/**
 * The folder that goes on PATH: the built CLI with the stand-in for the Node.js language host beside it, and the hosts
 * of further languages.
 * The engine takes a language host from its own folder without the warning that it gives for one found on PATH.
 */
export function builtEngine(cli: CacheEntry, hosts: readonly CacheEntry[] = []): CacheEntry {
  const key = cacheKey({
    ...filesBelow(join(sandbox, "language-host")),
    cli: [cli, ...hosts].map(({ folder }) => folder).join("\n"),
    sdk: installedVersion("@pulumi/pulumi", checkout),
  });
  return {
    folder: join(dirname(cli.folder), `bin-${key}`),
    title: "bundling the language host",
    expectedSeconds: 1,
    async build(folder) {
      const host = join(folder, "language-host");
      mkdirSync(host);
      buildSync({
        absWorkingDir: checkout,
        entryPoints: ["main.ts", "preload.ts"].map((name) => join(sandbox, "language-host", name)),
        bundle: true,
        platform: "node",
        target: "node20",
        outdir: host,
        logLevel: "warning",
      });
      const script = join(folder, "pulumi-language-nodejs");
      writeFileSync(script, '#!/bin/sh\nexec node "$(dirname "$0")/language-host/main.js" "$@"\n');
      chmodSync(script, 0o755);
      linkSync(join(cli.folder, "pulumi"), join(folder, "pulumi"));
      for (const { folder: built } of hosts) {
        for (const file of readdirSync(built)) linkSync(join(built, file), join(folder, file));
      }
    },
  };
}

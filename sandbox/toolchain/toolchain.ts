import { delimiter } from "node:path";
import { cacheFolder } from "../paths";
import { accountEnvironment, python } from "./account-environment";
import { type CacheEntry, ensure, isBuilt } from "./cache";
import { builtCli, builtEngine, fetchedCli, fetchedEngine, type OfficialEngine, officialEngine } from "./engine";
import { generators, pythonHost, pythonSdk, yamlHost } from "./languages";
import { requireGo } from "./prerequisites";
import { duration, showing } from "./progress";
import { builtProvider, officialProvider } from "./provider";

/** What a run of the sandbox needs on the machine. */
export interface Toolchain {
  /** Folders that go to the front of PATH. */
  readonly path: readonly string[];
  /** The folder of the AWS plugin. */
  readonly plugin: string;
  /** The Python interpreter of the emulated account. */
  readonly python: string;
  /** The Python interpreter of programs, where languages are asked for. */
  readonly programPython?: string;
}

/**
 * Finds the tools, building or fetching those that are missing; with `languages` also those for programs in YAML, Python
 * and Go. `say` gets messages for the user.
 */
export async function prepareToolchain(
  environment: NodeJS.ProcessEnv,
  say: (message: string) => void,
  languages = false,
): Promise<Toolchain> {
  const cache = cacheFolder(environment);
  // Its key needs Python, so a Python that is missing is told before anything else is done.
  const account = accountEnvironment(cache, environment);
  const obtain = (entry: CacheEntry): Promise<void> => obtainEntry(entry, say);

  const official = officialEngine(environment) ?? (await fetchEngine(cache, environment, obtain, say));
  if (official !== undefined) {
    const withCli = { ...environment, PATH: prepended([official.folder], environment.PATH) };
    const plugin = await officialOrBuiltPlugin(cache, withCli, obtain, say);
    await obtain(account);
    const tools = { path: [official.folder], plugin: plugin.folder, python: python(account.folder) };
    return languages ? withLanguages(tools, cache, environment, obtain) : tools;
  }
  const cli = builtCli(cache, environment);
  const hosts = languages ? [yamlHost(cache, environment), pythonHost(cache, environment)] : [];
  const engine = builtEngine(cli, hosts);
  const plugin = builtProvider(cache, environment);
  // A start that can't succeed says so before minutes are spent on the rest.
  if (![cli, plugin, ...hosts].every(isBuilt)) requireGo(environment);
  const more = languages ? [generators(cache, environment), pythonSdk(cache, environment)] : [];
  announce([account, cli, plugin, ...hosts, ...more], cache, say);
  for (const entry of [account, cli, plugin, ...hosts]) await obtain(entry);
  await ensure(engine, say);
  const tools = { path: [engine.folder], plugin: plugin.folder, python: python(account.folder) };
  return languages ? withLanguages(tools, cache, environment, obtain) : tools;
}

/** Adds what programs in other languages need beside the engine's language hosts. */
async function withLanguages(
  tools: Toolchain,
  cache: string,
  environment: NodeJS.ProcessEnv,
  obtain: (entry: CacheEntry) => Promise<void>,
): Promise<Toolchain> {
  const [generator, sdk] = [generators(cache, environment), pythonSdk(cache, environment)];
  await obtain(generator);
  await obtain(sdk);
  return { ...tools, path: [...tools.path, generator.folder], programPython: python(sdk.folder) };
}

/** The official CLI, where it can be had and none has been built yet. */
async function fetchEngine(
  cache: string,
  environment: NodeJS.ProcessEnv,
  obtain: (entry: CacheEntry) => Promise<void>,
  say: (message: string) => void,
): Promise<OfficialEngine | undefined> {
  const fetched = fetchedCli(cache, environment);
  if (isBuilt(fetched)) return fetchedEngine(fetched);
  if (isBuilt(builtCli(cache, environment))) return undefined;
  try {
    await obtain(fetched);
    return fetchedEngine(fetched);
  } catch (error) {
    say(`The official Pulumi CLI can't be fetched here (${reason(error)}), so it is built from its sources.`);
    return undefined;
  }
}

async function officialOrBuiltPlugin(
  cache: string,
  environment: NodeJS.ProcessEnv,
  obtain: (entry: CacheEntry) => Promise<void>,
  say: (message: string) => void,
): Promise<CacheEntry> {
  const official = officialProvider(cache, environment);
  const built = builtProvider(cache, environment);
  if (!isBuilt(official) && isBuilt(built)) {
    await obtain(built);
    return built;
  }
  try {
    await obtain(official);
    return official;
  } catch (error) {
    say(
      `The official AWS plugin can't be fetched here (${reason(error)}), so a smaller one is built from its sources.`,
    );
    await obtain(built);
    return built;
  }
}

/** The last thing that a failed step said. */
function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? "";
}

function obtainEntry(entry: CacheEntry, say: (message: string) => void): Promise<void> {
  return ensure(
    { ...entry, build: (folder) => showing(entry.title, entry.expectedSeconds, () => entry.build(folder)) },
    say,
  );
}

function announce(entries: readonly CacheEntry[], cache: string, say: (message: string) => void): void {
  const missing = entries.filter((entry) => !isBuilt(entry));
  if (missing.length === 0) return;
  const seconds = missing.reduce((sum, entry) => sum + entry.expectedSeconds, 0);
  say(`Preparing once, in ${cache}: about ${duration(seconds * 1000)} on two cores. Later starts take seconds.`);
}

/** The folders of `path` in front of an existing PATH. */
export function prepended(path: readonly string[], existing: string | undefined): string {
  return [...path, existing ?? ""].filter((part) => part !== "").join(delimiter);
}

import { cacheFolder } from "./paths";
import { Problem } from "./problem";
import { accountEnvironment } from "./toolchain/account-environment";
import { type CacheEntry, isBuilt } from "./toolchain/cache";
import { builtCli, fetchedCli, fetchedEngine, officialEngine } from "./toolchain/engine";
import { requireGo, requirePython } from "./toolchain/prerequisites";
import { duration } from "./toolchain/progress";
import { builtProvider, officialProvider } from "./toolchain/provider";

/** What the next start does for the engine and the AWS provider. */
interface Plan {
  readonly cli: string;
  /** Used by the start, and fetched or built where it is not there yet. */
  readonly steps: readonly CacheEntry[];
  /** Built only if `what` can't be fetched. */
  readonly otherwise?: { readonly what: string; readonly steps: readonly CacheEntry[] };
}

/** Prints what is found on this machine, what a start would build and how long that takes. Returns the exit code. */
export function doctor(
  environment: NodeJS.ProcessEnv,
  write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): number {
  const cache = cacheFolder(environment);
  const problems: string[] = [];
  const check = (look: () => string): string => {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
      return "missing";
    }
  };
  const print = (name: string, value: string): void => write(`${name.padEnd(16)}${value}`);

  print("Node.js", process.version);
  print(
    "Python",
    check(() => `${requirePython(environment)}, with venv`),
  );
  const account = problems.length === 0 ? [accountEnvironment(cache, environment)] : [];
  const plan = planned(cache, environment);
  print("Pulumi CLI", plan.cli);
  print("Go", goFor(plan, environment, check));
  print("Cache", cache);
  const show = (entry: CacheEntry, when: string): void => {
    const time = `about ${duration(entry.expectedSeconds * 1000)}`;
    print("", isBuilt(entry) ? `${entry.title}: done, ${entry.folder}` : `${entry.title}: ${when}, ${time}`);
  };
  for (const entry of [...account, ...plan.steps]) show(entry, "at the next start");
  for (const entry of plan.otherwise?.steps ?? []) show(entry, `only if ${plan.otherwise?.what} can't be fetched`);
  for (const problem of problems) write(`\n${problem}`);
  return problems.length === 0 ? 0 : 1;
}

/** The decisions of `prepareToolchain`, without carrying them out. */
function planned(cache: string, environment: NodeJS.ProcessEnv): Plan {
  const [fetched, cli] = [fetchedCli(cache, environment), builtCli(cache, environment)];
  const [plugin, provider] = [officialProvider(cache, environment), builtProvider(cache, environment)];
  const provided = [plugin, provider].find(isBuilt);

  const official = officialEngine(environment) ?? (isBuilt(fetched) ? fetchedEngine(fetched) : undefined);
  if (official !== undefined) {
    const words = `${official.version} in ${official.folder}`;
    if (provided !== undefined) return { cli: words, steps: [provided] };
    return { cli: words, steps: [plugin], otherwise: { what: "the official AWS plugin", steps: [provider] } };
  }
  const none = "none in 3.200 or newer with its Node.js language host";
  if (isBuilt(cli)) return { cli: `${none}: the one built from its Go module is used`, steps: [cli, provider] };
  return {
    cli: `${none}: fetched at the next start, else built from its Go module`,
    steps: [fetched, ...(provided === undefined ? [plugin] : [])],
    otherwise: { what: "the official CLI", steps: [cli, provider] },
  };
}

function goFor(plan: Plan, environment: NodeJS.ProcessEnv, check: (look: () => string) => string): string {
  const isMissing = (entry: CacheEntry): boolean => entry.title.startsWith("building") && !isBuilt(entry);
  if (plan.steps.some(isMissing)) return check(() => requireGo(environment));
  try {
    return requireGo(environment);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return plan.otherwise?.steps.some(isMissing)
      ? `missing, needed only if ${plan.otherwise.what} can't be fetched`
      : "missing, but not needed: nothing is left to build";
  }
}

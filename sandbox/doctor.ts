import { cacheFolder } from "./paths";
import { Problem } from "./problem";
import { accountEnvironment } from "./toolchain/account-environment";
import { type CacheEntry, isBuilt } from "./toolchain/cache";
import { builtCli, fetchedCli, fetchedEngine, officialEngine } from "./toolchain/engine";
import { requireGo, requirePython } from "./toolchain/prerequisites";
import { duration } from "./toolchain/progress";
import { builtProvider, officialProvider } from "./toolchain/provider";

/** Prints what is found on this machine, what a start would build and how long that takes. Returns the exit code. */
export function doctor(environment: NodeJS.ProcessEnv): number {
  const cache = cacheFolder(environment);
  const fetched = fetchedCli(cache, environment);
  const official = officialEngine(environment) ?? (isBuilt(fetched) ? fetchedEngine(fetched) : undefined);
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

  const entries: CacheEntry[] = [];
  const print = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(16)}${value}\n`);
  print("Node.js", process.version);
  print(
    "Python",
    check(() => `${requirePython(environment)}, with venv`),
  );
  if (problems.length === 0) entries.push(accountEnvironment(cache, environment));
  if (official === undefined) {
    print(
      "Pulumi CLI",
      "not installed in 3.200 or newer with its Node.js language host: fetched, else built from its Go module",
    );
    entries.push(builtCli(cache, environment), builtProvider(cache, environment));
    // Go is needed for what is not built yet only.
    const needed = entries.some((entry) => entry.title.startsWith("building") && !isBuilt(entry));
    print("Go", needed ? check(() => requireGo(environment)) : goThatIsNotNeeded(environment));
  } else {
    print("Pulumi CLI", `${official.version} in ${official.folder}`);
    entries.push(
      isBuilt(builtProvider(cache, environment))
        ? builtProvider(cache, environment)
        : officialProvider(cache, environment),
    );
  }
  print("Cache", cache);
  for (const entry of entries) {
    const time = `about ${duration(entry.expectedSeconds * 1000)}`;
    print("", isBuilt(entry) ? `${entry.title}: done, ${entry.folder}` : `${entry.title}: at the next start, ${time}`);
  }
  for (const problem of problems) process.stdout.write(`\n${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

function goThatIsNotNeeded(environment: NodeJS.ProcessEnv): string {
  try {
    return requireGo(environment);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return "missing, but all is built already";
  }
}

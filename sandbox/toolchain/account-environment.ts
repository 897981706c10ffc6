import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sandbox } from "../paths";
import { type CacheEntry, cacheKey } from "./cache";
import { run } from "./command";
import { requirePython } from "./prerequisites";

/** The Python environment that the emulated account runs in. */
export function accountEnvironment(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const requirements = join(sandbox, "account", "requirements.txt");
  const key = cacheKey({
    requirements: readFileSync(requirements, "utf8"),
    python: requirePython(environment),
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cache, `account-${key}`),
    title: "installing the emulated AWS account",
    expectedSeconds: 45,
    async build(folder) {
      // Scripts inside would name the folder that this is built in; only the interpreter, which does not, is used.
      await run("python3", ["-m", "venv", folder], { env: environment });
      await run(
        python(folder),
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements],
        {
          env: environment,
        },
      );
    },
  };
}

/** The interpreter of an account environment. */
export function python(folder: string): string {
  return join(folder, "bin", "python");
}

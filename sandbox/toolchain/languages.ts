import { chmodSync, copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sandbox } from "../paths";
import { type CacheEntry, cacheKey } from "./cache";
import { run } from "./command";
import { removeScratch, withOwnScratch } from "./go-scratch";
import { filesBelow } from "./inputs";
import { requireGo, requirePython } from "./prerequisites";

const languages = join(sandbox, "languages");
/** The newest release whose module holds the host of Python. */
const PYTHON_HOST_VERSION = "v3.68.0";

/** Pulumi's generators of SDKs and programs, as the command `pulumi-generate`. */
export function generators(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  return goTool(cache, environment, {
    kind: "generators",
    title: "building the generators of SDKs",
    expectedSeconds: 20,
    module: join(languages, "generators"),
    package: ".",
    executable: "pulumi-generate",
  });
}

/** Pulumi's language host for YAML. Its module is the generators', so the two share what is compiled. */
export function yamlHost(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  return goTool(cache, environment, {
    kind: "yaml-host",
    title: "building the YAML language host",
    expectedSeconds: 60,
    module: join(languages, "generators"),
    package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    executable: "pulumi-language-yaml",
  });
}

/** Pulumi's language host for Python, with the script that it runs programs by. */
export function pythonHost(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const module = "github.com/pulumi/pulumi/sdk/v3";
  return goTool(cache, environment, {
    kind: "python-host",
    title: "building the Python language host",
    expectedSeconds: 60,
    module: join(languages, "python"),
    package: `${module}/python/cmd/pulumi-language-python`,
    executable: "pulumi-language-python",
    flags: `-X ${module}/go/common/version.Version=${PYTHON_HOST_VERSION}`,
    async finish(folder) {
      const list = ["list", "-m", "-f", "{{.Dir}}", module];
      const source = await run("go", list, { cwd: join(languages, "python"), env: environment });
      const script = "pulumi-language-python-exec";
      copyFileSync(join(source.trim(), "python", "cmd", script), join(folder, script));
      chmodSync(join(folder, script), 0o755);
    },
  });
}

/** A Python environment with Pulumi's SDK, for programs. */
export function pythonSdk(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const requirements = join(languages, "python", "requirements.txt");
  const key = cacheKey({
    requirements: readFileSync(requirements, "utf8"),
    python: requirePython(environment),
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cache, `python-sdk-${key}`),
    title: "installing Pulumi's SDK for Python",
    expectedSeconds: 30,
    async build(folder) {
      await run("python3", ["-m", "venv", folder], { env: environment });
      const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements];
      await run(join(folder, "bin", "python"), pip, { env: environment });
    },
  };
}

interface GoTool {
  readonly kind: string;
  readonly title: string;
  readonly expectedSeconds: number;
  /** The folder of the module that pins what is built. */
  readonly module: string;
  readonly package: string;
  readonly executable: string;
  /** For the linker, beside those that leave out what debuggers need. */
  readonly flags?: string;
  /** Adds to what was built. */
  finish?(folder: string): Promise<void>;
}

function goTool(cache: string, environment: NodeJS.ProcessEnv, tool: GoTool): CacheEntry {
  const key = cacheKey({
    ...filesBelow(tool.module),
    package: tool.package,
    flags: tool.flags ?? "",
    finish: String(tool.finish),
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cache, `${tool.kind}-${key}`),
    title: tool.title,
    expectedSeconds: tool.expectedSeconds,
    async build(folder) {
      requireGo(environment);
      const env = withOwnScratch(environment, folder);
      const flags = `-s -w ${tool.flags ?? ""}`;
      const output = join(folder, tool.executable);
      await run("go", ["build", "-trimpath", "-ldflags", flags, "-o", output, tool.package], { cwd: tool.module, env });
      await tool.finish?.(folder);
      removeScratch(folder);
    },
  };
}

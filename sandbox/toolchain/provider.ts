import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout, sandbox } from "../paths";
import { Problem } from "../problem";
import { type CacheEntry, cacheKey } from "./cache";
import { run } from "./command";
import { removeScratch, withOwnScratch } from "./go-scratch";
import { filesBelow, installedVersion } from "./inputs";
import { requireGo } from "./prerequisites";
import { trimProvider } from "./trim-provider";

const UPSTREAM = "github.com/hashicorp/terraform-provider-aws";
const OFFICIAL_TIMEOUT_MS = 90_000;

/** The version of the AWS plugin that the installed @pulumi/aws asks the engine for. */
export function pluginVersion(): string {
  return installedVersion("@pulumi/aws", checkout);
}

/** Pulumi's own AWS plugin, fetched by an installed Pulumi CLI into a PULUMI_HOME of its own. */
export function officialProvider(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const version = pluginVersion();
  return {
    folder: join(cache, `aws-plugin-${version}-${process.platform}-${process.arch}`),
    title: `fetching the AWS plugin ${version}`,
    expectedSeconds: 60,
    async build(folder) {
      const home = join(folder, "home");
      await run("pulumi", ["plugin", "install", "resource", "aws", version], {
        env: { ...environment, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeout: OFFICIAL_TIMEOUT_MS,
      });
      cpSync(join(home, "plugins", `resource-aws-v${version}`), folder, { recursive: true });
      rmSync(home, { recursive: true });
    },
  };
}

/** The AWS plugin built from the provider that Pulumi bridges, with the services that this project uses. */
export function builtProvider(cache: string, environment: NodeJS.ProcessEnv): CacheEntry {
  const source = join(sandbox, "provider");
  const version = pluginVersion();
  const key = cacheKey({
    ...filesBelow(source),
    version,
    trim: readFileSync(join(__dirname, "trim-provider.ts"), "utf8"),
    platform: `${process.platform}-${process.arch}`,
  });
  return {
    folder: join(cache, `provider-${key}`),
    title: "building the AWS provider",
    expectedSeconds: 480,
    async build(folder) {
      requireGo(environment);
      const work = join(folder, "work");
      const module = join(work, "module");
      cpSync(source, module, { recursive: true });
      const options = { cwd: module, env: environment };

      const upstream = await download(UPSTREAM, module, environment);
      const services = JSON.parse(readFileSync(join(source, "services.json"), "utf8")) as string[];
      trimProvider(upstream, join(work, "upstream"), services);
      await run("go", ["mod", "edit", `-replace=${UPSTREAM}=../upstream`], options);

      const plugin = join(folder, "pulumi-resource-aws");
      await run("go", ["build", "-trimpath", "-ldflags", `-s -w -X main.version=${version}`, "-o", plugin, "."], {
        ...options,
        env: withOwnScratch(environment, folder),
      });
      removeScratch(folder);
      await run(plugin, ["generate", folder], options);
      rmSync(work, { recursive: true });
    },
  };
}

/** Fetches a module as go.mod says, checked against go.sum, and returns where Go keeps its source. */
async function download(module: string, folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  // The module is a fork under another name, which the public checksum database does not list; go.sum pins its hash.
  const env = { ...environment, GONOSUMDB: "github.com/upbound/terraform-provider-aws" };
  const answer = JSON.parse(await run("go", ["mod", "download", "-json", module], { cwd: folder, env })) as {
    Dir?: string;
  };
  if (answer.Dir === undefined) throw new Problem(`go mod download ${module} gave no source folder.`);
  return answer.Dir;
}

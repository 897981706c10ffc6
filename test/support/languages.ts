import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../../sandbox/paths";
import { createStacks, STACK } from "../../sandbox/projects";
import { type Result, run } from "../../sandbox/scenario";

const languages = join(checkout, "docs", "languages");
const schema = join(checkout, "provider", "schema.json");

/** Of these Pulumi's own generators make the program in docs/languages from that in YAML. */
export const generatedLanguages = ["csharp", "go", "java", "python"] as const;

/** A copy of a project of docs/languages, outside the checkout, with a state of its own. */
export interface Shop {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

export function shop(language: "yaml" | "python", region: string): Shop {
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-shop-"));
  cpSync(join(languages, language), folder, { recursive: true });
  editManifest(folder, (manifest) => manifest.replace("../../..", checkout));
  const backend = join(folder, "backend");
  mkdirSync(backend);
  createStacks([folder], backend);
  const environment = { PULUMI_BACKEND_URL: `file://${backend}`, AWS_REGION: region, AWS_DEFAULT_REGION: region };
  return { folder, environment };
}

export function editManifest(folder: string, edit: (manifest: string) => string): void {
  const path = join(folder, "Pulumi.yaml");
  writeFileSync(path, edit(readFileSync(path, "utf8")));
}

/** Runs `pulumi <operation>` in the folder of one project on the stack of another, or of its own. */
export function pulumiIn(folder: string, { environment }: Shop, operation: string, ...args: string[]): Promise<Result> {
  return run("pulumi", [operation, "-C", folder, "-s", STACK, "--non-interactive", ...args], environment);
}

/** Generates the SDK of Go into a folder. */
export async function generateGoSdk(folder: string): Promise<void> {
  await succeed("pulumi-generate", "sdk", "go", schema, folder);
}

/** Generates the SDK of Python and installs it into a folder, for PYTHONPATH. */
export async function installPythonSdk(folder: string): Promise<void> {
  const source = mkdtempSync(join(tmpdir(), "aws-secure-database-sdk-"));
  try {
    await succeed("pulumi-generate", "sdk", "python", schema, source);
    // From what is there already: the registry is out of reach behind the account's proxy.
    const offline = ["--no-index", "--no-deps", "--no-build-isolation"];
    const python = process.env.PULUMI_PYTHON_CMD ?? "python3";
    await succeed(python, "-m", "pip", "install", "--quiet", ...offline, "--target", folder, source);
  } finally {
    rmSync(source, { recursive: true });
  }
}

/** What the generators make of the program in YAML: the text of each file by its path in docs/languages. */
export async function generatePrograms(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-programs-"));
  try {
    const files = new Map<string, string>();
    for (const language of generatedLanguages) {
      const target = join(folder, language);
      await succeed("pulumi-generate", "program", language, schema, join(languages, "yaml"), target);
      for (const file of readdirSync(target)) {
        files.set(`${language}/${file}`, readFileSync(join(target, file), "utf8"));
      }
    }
    return files;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function succeed(command: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await run(command, args);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  }
}

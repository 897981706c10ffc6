import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout } from "./paths";
import { STACK } from "./projects";

/** How a command ended and what it printed. */
export interface Result {
  readonly command: string;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A line of the policy pack's judgement. */
export interface Violation {
  readonly control: string;
  readonly level: "mandatory" | "advisory";
  readonly resource: string;
  readonly message: string;
}

export const policyPack = join(checkout, "policy-pack");

/** Runs a command in the checkout and collects its output. */
export function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: checkout,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => {
      stdout += data;
    });
    child.stderr.on("data", (data: Buffer) => {
      stderr += data;
    });
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve({
        command: [command, ...args].join(" "),
        code: code ?? (signal === null ? 1 : 128),
        stdout,
        stderr,
      }),
    );
  });
}

/** A project of the checkout, such as "examples/postgres", and its stack configuration. */
export interface Project {
  readonly folder: string;
  /** Nothing of a settings file that lies in the folder counts. Default: none. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What Pulumi wants to be encrypted. Default: none. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Runs `pulumi <operation>` on the project's ready stack. */
export function pulumi(operation: string, project: Project, ...args: string[]): Promise<Result> {
  return run("pulumi", [operation, ...stackOf(project), ...args]);
}

/** What a preview and the policy pack over it printed. */
export type GatedPreview = Result & { readonly violations: readonly Violation[] };

/** Previews a project under the policy pack and collects what the pack reports. */
export function previewWithPack(project: Project, ...args: string[]): Promise<GatedPreview> {
  return previewWithPackIn(policyPack, project, ...args);
}

/** Previews a project under the policy pack in a folder, as `previewWithPack` does under that of the checkout. */
export async function previewWithPackIn(folder: string, project: Project, ...args: string[]): Promise<GatedPreview> {
  const preview = ["preview", ...stackOf(project), "--json", "--policy-pack", folder, ...args];
  // Without this the JSON of a preview leaves out what policies report.
  const result = await run("pulumi", preview, { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1" });
  return { ...result, violations: violationsOf(result.stdout) };
}

/** The arguments by which the CLI finds a project's ready stack and its configuration. */
export function stackOf(project: Project): string[] {
  return ["-C", project.folder, "-s", STACK, "--non-interactive", "--config-file", settingsFile(project)];
}

/** One file a project and configuration, as the CLI keeps the salt of a stack's secrets in it. */
function settingsFile({ folder, config = {}, secrets = {} }: Project): string {
  const settings = join(sandboxFolder(), "settings");
  mkdirSync(settings, { recursive: true });
  const name = createHash("sha256")
    .update(JSON.stringify([folder, config, secrets]))
    .digest("hex");
  const path = join(settings, `${name}.yaml`);
  if (!existsSync(path)) {
    writeFileSync(path, JSON.stringify({ config }));
    for (const [key, value] of Object.entries(secrets)) {
      const target = ["-C", folder, "-s", STACK, "--config-file", path];
      execFileSync("pulumi", ["config", "set", "--secret", key, value, ...target], { cwd: checkout });
    }
  }
  return path;
}

/** The temporary folder of this run, which goes when the sandbox goes. */
function sandboxFolder(): string {
  if (process.env.PULUMI_HOME === undefined || process.env.SANDBOX_ENDPOINT_URL === undefined) {
    throw new Error("This runs in the sandbox only: npm run sandbox -- <command>");
  }
  return dirname(process.env.PULUMI_HOME);
}

interface EngineEvent {
  readonly policyEvent?: {
    readonly policyName: string;
    readonly enforcementLevel: Violation["level"];
    readonly resourceUrn?: string;
    readonly message: string;
  };
}

/** What policies reported, in the events that the CLI prints as JSON, one a line. */
export function violationsOf(events: string): readonly Violation[] {
  return events
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => (JSON.parse(line) as EngineEvent).policyEvent)
    .filter((event) => event !== undefined)
    .map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
      control: policyName,
      level: enforcementLevel,
      resource: resourceUrn?.split("::").at(-1) ?? "",
      message: message.trim(),
    }));
}

/** How many resources a stack's state holds, beside the stack itself. */
export async function resourcesInState({ folder }: Project): Promise<number> {
  const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", STACK]);
  const state = JSON.parse(stdout) as { deployment: { resources?: readonly { readonly type: string }[] } };
  return (state.deployment.resources ?? []).filter(({ type }) => type !== "pulumi:pulumi:Stack").length;
}

/** What the emulated account holds beyond what a new one has, one line a resource. */
export async function accountContents(region?: string): Promise<readonly string[]> {
  const script = join(__dirname, "account", "contents.py");
  const result = await run(
    process.env.SANDBOX_PYTHON ?? "python3",
    [script],
    region === undefined ? {} : { AWS_DEFAULT_REGION: region },
  );
  if (result.code !== 0) {
    throw new Error(`The contents of the account could not be listed:\n${result.stderr}`);
  }
  return result.stdout.split("\n").filter((line) => line !== "");
}

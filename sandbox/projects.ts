import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The stack that is ready in every project. */
export const STACK = "dev";

/** The folders of the checkout's Pulumi projects: its root, where it has one, and the examples. */
export function projectFolders(checkout: string): string[] {
  const examples = join(checkout, "examples");
  const names = existsSync(examples) ? readdirSync(examples) : [];
  return [checkout, ...names.map((name) => join(examples, name))].filter((folder) =>
    existsSync(join(folder, "Pulumi.yaml")),
  );
}

/** A project's name as its Pulumi.yaml gives it. */
export function projectName(manifest: string): string | undefined {
  return /^name:\s*["']?([\w.-]+)["']?\s*(?:#.*)?$/m.exec(manifest)?.[1];
}

/**
 * Puts an empty stack for every project into a file backend, as `pulumi stack init` would: written directly it takes
 * no time, and no encryption salt appears beside the user's Pulumi.yaml.
 */
export function createStacks(folders: readonly string[], backend: string): void {
  for (const folder of folders) {
    const name = projectName(readFileSync(join(folder, "Pulumi.yaml"), "utf8"));
    if (name === undefined) continue;
    const stacks = join(backend, ".pulumi", "stacks", name);
    mkdirSync(stacks, { recursive: true });
    const manifest = { time: new Date().toISOString(), magic: "", version: "" };
    const checkpoint = { stack: `organization/${name}/${STACK}`, latest: { manifest } };
    writeFileSync(join(stacks, `${STACK}.json`), JSON.stringify({ version: 3, checkpoint }));
  }
}

/** The settings files of the ready stacks that are not there yet. */
export function absentSettings(folders: readonly string[]): string[] {
  return folders.map((folder) => join(folder, `Pulumi.${STACK}.yaml`)).filter((path) => !existsSync(path));
}

/**
 * Removes those of the files that hold nothing but the encryption salt that the CLI writes when it first uses a stack.
 * It belongs to the sandbox's passphrase and would stand in the way of a real stack of that name.
 */
export function removeSalts(paths: readonly string[]): void {
  for (const path of paths) {
    if (existsSync(path) && /^encryptionsalt: \S+\s*$/.test(readFileSync(path, "utf8"))) rmSync(path);
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of every file below `folder` by its path, as inputs of a cache key. */
export function filesBelow(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts[path.slice(folder.length + 1)] = readFileSync(path, "utf8");
  }
  return texts;
}

/** The version of a package in the checkout's node_modules. */
export function installedVersion(name: string, checkout: string): string {
  const manifest = readFileSync(join(checkout, "node_modules", name, "package.json"), "utf8");
  // Pulumi writes some of its own versions with a leading v.
  return (JSON.parse(manifest) as { version: string }).version.replace(/^v/, "");
}

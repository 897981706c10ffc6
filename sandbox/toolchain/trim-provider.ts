import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** The Go import path that the upstream provider's own packages start with. */
const MODULE = "github.com/hashicorp/terraform-provider-aws";
const SERVICE_LIST = "internal/provider/sdkv2/service_packages_gen.go";
const CLIENTS = "internal/conns/awsclient_gen.go";

/**
 * Copies the upstream AWS provider's source from `from` to `to` with only the named services in it.
 * Whole, its 263 services take over half an hour to compile; the two dozen used here take a few minutes.
 */
export function trimProvider(from: string, to: string, services: readonly string[]): void {
  for (const part of ["go.mod", "go.sum", "internal", "names", "version", "xpprovider"])
    copy(join(from, part), join(to, part));
  rewrite(to, SERVICE_LIST, (text) => keepServices(text, services));
  const used = namesOfClients(to, ["xpprovider"]);
  rewrite(to, CLIENTS, (text) => keepClients(text, used));
  for (const service of services) {
    const folder = join("internal", "service", service);
    for (const file of goFiles(join(to, folder))) rewrite(to, join(folder, basename(file)), shortenWaits);
  }
}

/** Go's module cache is read-only; a copy that kept its modes could be neither filled nor changed. */
function copy(from: string, to: string): void {
  if (!isSource(from)) return;
  if (!statSync(from).isDirectory()) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
    chmodSync(to, 0o644);
    return;
  }
  for (const name of readdirSync(from)) copy(join(from, name), join(to, name));
}

/**
 * Shortens the pauses before and between looks at a resource that is being made or deleted. They are meant for AWS,
 * where a database takes minutes; the emulated account is done at once.
 */
export function shortenWaits(text: string): string {
  const time = String.raw`(?:\d+ ?\* ?time\.(?:Second|Minute)|time\.(?:Second|Minute) ?\* ?\d+)`;
  return text
    .replace(
      new RegExp(String.raw`\b(?<name>Delay|MinTimeout|PollInterval):(?<space>\s+)${time}`, "g"),
      "$1:$2100 * time.Millisecond",
    )
    .replace(
      new RegExp(String.raw`\b(?<name>\w*[dD]elay)(?<space>\s+)= ${time}`, "g"),
      "$<name>$<space>= 100 * time.Millisecond",
    )
    .replace(
      new RegExp(String.raw`\b(?<name>WithDelay|WithMinTimeout|WithPollInterval)\(${time}`, "g"),
      "$<name>(100*time.Millisecond",
    );
}

function isSource(path: string): boolean {
  const name = basename(path);
  return !name.endsWith("_test.go") && name !== "testdata" && name !== "test-fixtures";
}

function rewrite(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  if (changed !== text) writeFileSync(file, changed);
}

/** Leaves only the named services in the generated list of service packages. */
export function keepServices(text: string, services: readonly string[]): string {
  const wanted = new Set(services);
  const missing = services.filter((service) => !text.includes(`/internal/service/${service}"`));
  if (missing.length > 0) {
    throw new Error(
      `The AWS provider's source has no service ${missing.join(", ")}: correct sandbox/provider/services.json.`,
    );
  }
  return text
    .split("\n")
    .filter((line) => {
      const service =
        /\/internal\/service\/(\w+)"$/.exec(line)?.[1] ?? /^\t\t(\w+)\.ServicePackage\(ctx\),$/.exec(line)?.[1];
      return service === undefined || wanted.has(service);
    })
    .join("\n");
}

/** Leaves only the named client functions, and the imports that these need, in the generated list of clients. */
export function keepClients(text: string, used: ReadonlySet<string>): string {
  const functions = /\nfunc \(c \*AWSClient\) (\w+)\(ctx context\.Context[^\n]*\{\n[\s\S]*?\n\}\n/g;
  const body = text.replace(functions, (whole, name: string) => (used.has(name) ? whole : ""));
  const code = body.slice(body.indexOf("\n)\n"));
  return body.replace(
    /^\t(?:(\w+) )?"([^"]+\/service\/(\w+))"\n/gm,
    (line, alias: string | undefined, _path, last: string) => (code.includes(`*${alias ?? last}.`) ? line : ""),
  );
}

/** The names of all client functions called by the packages that the given ones import, directly or not. */
function namesOfClients(root: string, entries: readonly string[]): Set<string> {
  const seen = new Set<string>(entries);
  const queue = [...entries];
  const names = new Set<string>();
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    for (const file of goFiles(join(root, folder))) {
      if (file.endsWith(CLIENTS)) continue;
      const text = readFileSync(file, "utf8");
      for (const [, name] of text.matchAll(/\.(\w+Client)\(/g)) names.add(name as string);
      for (const [, path] of text.matchAll(new RegExp(`"${MODULE}/([^"]+)"`, "g"))) {
        if (seen.has(path as string)) continue;
        seen.add(path as string);
        queue.push(path as string);
      }
    }
  }
  return names;
}

function goFiles(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".go"))
    .map((name) => join(folder, name));
}

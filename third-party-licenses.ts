import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes the licences of the packages that are bundled into a function beside it: `npm run build` calls this with the
 * bundle's metafile, of which it takes the names, and removes it. Throws for a package that has no licence.
 * @param what is bundled, as the first line calls it
 */
function write(metafile: string, what: string): void {
  const { inputs } = JSON.parse(readFileSync(metafile, "utf8")) as {
    readonly inputs: Readonly<Record<string, unknown>>;
  };
  const folders = Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const namesOf = new Map<string, Set<string>>();
  for (const folder of new Set(folders)) {
    const { name, text } = noticeOf(folder);
    namesOf.set(text, (namesOf.get(text) ?? new Set()).add(name));
  }
  const notices = [...namesOf].map(([text, names]) => `${[...names].sort().join("\n")}\n---\n\n${text}`);
  const title = `${what} ships as one file, into which these packages are bundled.`;
  writeFileSync(join(dirname(metafile), "THIRD-PARTY-LICENSES.txt"), `${[title, ...notices.sort()].join("\n\n")}\n`);
  rmSync(metafile);
}

function noticeOf(folder: string): { readonly name: string; readonly text: string } {
  const { name = folder, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.\w+)?$/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  // Some of AWS's have no file of their own; the text of their licence is that of their siblings.
  if (texts.length === 0 && license !== "Apache-2.0") {
    throw new Error(`${name} is bundled, but has no licence in ${folder}: licence ${license}`);
  }
  return { name, text: texts.length === 0 ? `Licence: ${license}` : texts.join("\n\n") };
}

const [metafile, what] = process.argv.slice(2);
if (metafile === undefined || !existsSync(metafile)) {
  throw new Error(`the metafile is ${metafile ?? "missing"}, but must be one that esbuild wrote`);
}
if (what === undefined) {
  throw new Error("what is bundled is missing, but must be words such as 'The audit'");
}
write(metafile, what);

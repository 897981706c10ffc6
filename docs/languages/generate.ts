/**
 * `npm run docs:languages`, in the sandbox: writes the programs that Pulumi makes of the one in YAML, and what deploying
 * that one prints.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatePrograms, pulumiIn, shop } from "../../test/support/languages";

async function main(): Promise<void> {
  for (const [path, text] of await generatePrograms()) {
    writeFileSync(join(__dirname, path), text);
  }
  const yaml = shop("yaml", "eu-west-1");
  try {
    const { code, stdout, stderr } = await pulumiIn(yaml.folder, yaml, "up", "--yes", "--skip-preview");
    if (code !== 0) {
      throw new Error(`${stdout}\n${stderr}`);
    }
    writeFileSync(join(__dirname, "deployment.txt"), stdout);
  } finally {
    rmSync(yaml.folder, { recursive: true });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

/** Installs the official Pulumi CLI of a version into a folder: `install-cli.ts <folder> <version>`. */
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { SemVer } from "semver";

const [root, version] = process.argv.slice(2);
if (root === undefined || version === undefined) throw new Error("usage: install-cli.ts <folder> <version>");
PulumiCommand.install({ root, version: new SemVer(version) }).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

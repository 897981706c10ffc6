import { ComponentResource } from "@pulumi/pulumi";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import * as components from "../components";
import manifest from "../package.json";

/** What the package is called where Pulumi's default would name it as one of Pulumi's own. */
const languages: Readonly<Record<string, object>> = {
  nodejs: { packageName: manifest.name },
  python: { packageName: "aws_secure_database", pyproject: { enabled: true } },
  csharp: { namespaces: { [manifest.name]: "AwsSecureDatabase" } },
  go: {
    importBasePath: `${manifest.name}/sdk/go/awssecuredatabase`,
    rootPackageName: "awssecuredatabase",
    // Without it the generator leaves out types that arguments name.
    generateExtraInputTypes: true,
  },
};

/**
 * The package as Pulumi's generators of SDKs know it, read from the types and comments of the components by Pulumi's own
 * analyzer. That takes seconds, so the provider serves what was written beforehand.
 */
export function packageSchema(): string {
  const names = new Set(Object.keys(componentClasses()));
  // The entry point that the analyzer would find is the compiled one.
  const found = new Analyzer(__dirname, manifest.name, { exports: "../components/index.ts" }, names).analyze();
  const { language, ...schema } = generateSchema(
    manifest.name,
    manifest.version,
    manifest.description,
    sorted(found.components),
    sorted(found.typeDefinitions),
    found.dependencies,
  );
  const named = Object.entries(language ?? {}).map(([key, info]) => [key, { ...info, ...languages[key] }]);
  const { license, keywords } = manifest;
  const described = {
    ...schema,
    displayName: "Secure databases on AWS",
    license,
    keywords: [...keywords, "category/database", "kind/component"],
    language: Object.fromEntries(named),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** What the library exports for programs to make, by name. */
function componentClasses(): Record<string, unknown> {
  const exported: [string, unknown][] = Object.entries(components);
  return Object.fromEntries(
    exported.filter(([, value]) => typeof value === "function" && value.prototype instanceof ComponentResource),
  );
}

/** The analyzer's order is that of imports. */
function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

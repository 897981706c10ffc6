import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

export interface Property {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Property;
  readonly oneOf?: readonly Property[];
  readonly willReplaceOnChanges?: boolean;
}

export interface Schema {
  readonly resources: Record<string, { readonly inputProperties?: Record<string, Property> }>;
  readonly functions: Record<string, { readonly inputs?: { readonly properties?: Record<string, Property> } }>;
  readonly types: Record<string, { readonly properties?: Record<string, Property> }>;
}

/** What the sandbox's AWS provider says of itself, and whether the sandbox built it or has Pulumi's own plugin. */
export function providerSchema(): { readonly schema: Schema; readonly built: boolean } {
  const version = (require("@pulumi/aws/package.json") as { version: string }).version.replace(/^v/, "");
  const plugin = join(process.env.PULUMI_HOME ?? "", "plugins", `resource-aws-v${version}`, "pulumi-resource-aws");
  // Not in the checkout, which is a project and a plugin: the CLI takes either, but not both.
  const options = { cwd: tmpdir(), maxBuffer: 2 ** 30 };
  const text = execFileSync("pulumi", ["package", "get-schema", `aws@${version}`], options);
  return {
    schema: JSON.parse(text.toString()) as Schema,
    built: basename(dirname(realpathSync(plugin))).startsWith("provider-"),
  };
}

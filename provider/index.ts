/** What the engine starts for programs in other languages, as PulumiPlugin.yaml and package.json's `main` say. */
import { main, type Provider } from "@pulumi/pulumi/provider";
import schema from "./schema.json";

const provider: Provider = {
  version: schema.version,
  schema: JSON.stringify(schema),
  // Loaded by the first component: the schema is served without the library, which takes a second to load.
  construct: async (...component) => (await import("./construct")).construct(...component),
};

void main(provider, process.argv.slice(2));

// Plain JavaScript and no @pulumi/aws: what is measured is the pack, not the program.
const pulumi = require("@pulumi/pulumi");
const kinds = require("./resources.json");

for (let index = 0; index < Number(process.env.BENCH_RESOURCES); index += 1) {
  const { type, inputs } = kinds[index % kinds.length];
  new pulumi.CustomResource(type, `bench-${index}`, inputs, { version: process.env.BENCH_PROVIDER_VERSION });
}

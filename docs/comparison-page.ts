import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusters } from "./comparison/clusters";
import { instances } from "./comparison/instances";
import { projects } from "./comparison/projects";
import type { Comparison, Row, Shown } from "./comparison/row";
import { tables } from "./comparison/tables";

export const comparisons: readonly Comparison[] = [instances, clusters, tables];

/** The page that sets the components beside Terraform's modules and the CDK's constructs, feature by feature. */
export function comparisonPage(): string {
  return `# Beside Terraform's modules and the CDK

The components beside what many use in their place: terraform-aws-modules
[rds](https://github.com/terraform-aws-modules/terraform-aws-rds) 7,
[rds-aurora](https://github.com/terraform-aws-modules/terraform-aws-rds-aurora) 10 and
[dynamodb-table](https://github.com/terraform-aws-modules/terraform-aws-dynamodb-table) 5, and the constructs of
[aws-cdk-lib](https://docs.aws.amazon.com/cdk/api/v2/) 2.276.0.

As of 2026-11-28, from their documentation alone: the README of rds at 7.0 and of dynamodb-table in the summer of 2026, variables
and upgrade guide of rds-aurora 10.0, READMEs and declarations of aws-cdk-lib. Nothing of theirs was deployed for this page, and
what a later minor version added may be missing.

- **default**: on without an argument
- **argument**: there, by an argument or a call
- **no**: not there. What the module or construct lacks can be made beside it, by a resource of Terraform's provider or a
  construct that is generated.
- **?**: their documentation did not settle it

What of ours is not "no" names the test that shows it, by its title or its row. Those tests run against an emulated account or
stand-ins of the engine, not against AWS.

## The projects

| | aws-secure-database | terraform-aws-modules | AWS CDK |
| --- | --- | --- | --- |
${projects.map((cells) => `| ${cells.join(" | ").replace("{version}", version())} |`).join("\n")}

Who wants an argument that is not here, an engine's newest feature or a project with a history is better served by one of the
other two.

${comparisons.map(section).join("\n\n")}
`;
}

function section({ heading, compared, example, deployedBy, rows }: Comparison): string {
  const [ours, module, cdk] = compared;
  return `## ${heading}

With what is on by default, [${example}](../${example}) is deployed as well, by the test
${link(deployedBy)}.

| | ${ours} | shown by | ${module} | ${cdk} |
| --- | --- | --- | --- | --- |
${rows.map(line).join("\n")}`;
}

function line({ feature, ours, test, peers }: Row): string {
  return `| ${[feature, ours, test === undefined ? "" : link(test), ...peers].join(" | ")} |`;
}

function link({ file, by, text }: Shown): string {
  return `[${by === "title" && !text.includes("$") ? text : `\`${text}\``}](../${file})`;
}

function version(): string {
  return JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")).version;
}

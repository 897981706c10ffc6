/** What the projects are, in words. */
export const projects: readonly (readonly [question: string, ours: string, modules: string, cdk: string])[] = [
  ["version", "{version}, unreleased", "rds 7, rds-aurora 10, dynamodb-table 5", "aws-cdk-lib 2.276.0 of 2026-11-10"],
  [
    "maturity",
    "new: no users yet, and nothing has met a real AWS account",
    "released since 2020 and before, widely used",
    "version 2 since 2021, widely used",
  ],
  ["maintained by", "its authors alone", "Anton Babenko and many contributors", "AWS and many contributors"],
  ["licence", "Apache-2.0", "Apache-2.0", "Apache-2.0"],
  ["deploys by", "Pulumi and its AWS provider", "Terraform and its AWS provider", "CloudFormation"],
  [
    "languages",
    "TypeScript, JavaScript, YAML and Python deployed by tests, Go compiled, C# and Java unchecked",
    "HCL",
    "TypeScript, JavaScript, Python, Java, C#, Go",
  ],
  [
    "made for",
    "databases that hold every control, or say why not",
    "general use: most arguments of the resources, passed through",
    "general use, with grants among constructs",
  ],
  [
    "judges what others wrote",
    "a policy pack and an audit with the same controls",
    "no: other tools read Terraform",
    "no: other tools read CDK programs",
  ],
];

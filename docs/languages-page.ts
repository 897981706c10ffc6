import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "languages");
const readme = join(__dirname, "..", "README.md");

/** The page of the package's languages, from the programs beside it and what deploying one of them printed. */
export function languagesPage(): string {
  return `# From every language

The components are one Pulumi package: programs in TypeScript and JavaScript import it, those in other languages start it as
a plugin. The folder of this repository is that plugin, once \`npm ci\` has built it. Arguments, defaults, refusals and outputs
are the same; in Python the names are in snake case. A wrong argument is refused before the component makes anything, and ends the
program; what the program asked for before it may be made by then. What is an output until deploy time is refused when it
resolves: what needs it is not made, and what does not may be there already. So it looks:

\`\`\`text
error: aws-secure-database:index:SecureInstance resource 'orders' has a problem:
  - property multiAz with value false has a problem: multiAz is false, which fails the control rds-instance-multi-az; make it
    true, or state the reason in acceptedRisks["rds-instance-multi-az"].
\`\`\`

The same two databases in each language follow: [TypeScript](#typescript), [YAML](#yaml), [Python](#python), [Go](#go),
[C#](#c) and [Java](#java). The programs in Python, Go, C# and Java are what Pulumi's own generators make of the one in YAML.

## TypeScript

${code("ts", firstExample())}

## YAML

\`Pulumi.yaml\`, whose \`packages\` names the folder of this package. Deployed by a test.

${program("yaml", "yaml/Pulumi.yaml")}

<details>
<summary>What \`pulumi up --yes --skip-preview\` prints, in the sandbox</summary>

${program("text", "deployment.txt")}

</details>

## Python

\`pulumi package add <folder of this package>\` generates the SDK that this program imports. Deployed by a test, with an SDK of
Pulumi's generator; the program in YAML then finds nothing to change.

${program("python", "python/__main__.py")}

## Go

\`pulumi package add <folder of this package>\` generates the SDK. Compiled by a test against one of Pulumi's generator, not
deployed.

${program("go", "go/main.go")}

## C#

Unchecked: generated, neither compiled nor deployed.

${program("csharp", "csharp/Program.cs")}

## Java

Unchecked: generated, neither compiled nor deployed.

${program("java", "java/MyStack.java")}

## How it works

\`PulumiPlugin.yaml\` says that Node.js runs the package, and \`main\` of \`package.json\` what runs: a provider that makes
components and serves [its schema](../provider/schema.json), which \`npm run schema\` reads beforehand from the components' types
and comments. \`pulumi package get-schema <folder>\` shows it.

Methods do not reach other languages. What they do exists as components too: \`DatabaseAccess\`, \`TableAccess\`.

An argument that is an output is checked when it resolves, and then named in the message of the engine's error instead.
`;
}

/** The first example of the README. */
export function firstExample(): string {
  return /```ts\n(.*?)```/s.exec(readFileSync(readme, "utf8"))?.[1] ?? "";
}

function program(language: string, path: string): string {
  return code(language, readFileSync(join(folder, path), "utf8"));
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

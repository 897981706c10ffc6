/** `npm run demo`: the whole path on the sandbox, with a verdict for every step. */
import { styleText } from "node:util";
import { bothGates, distinct } from "./gates";
import {
  accountContents,
  type Project,
  policyPack,
  previewWithPack,
  pulumi,
  resourcesInState,
  run,
  type Violation,
} from "./scenario";
import { expect, heading, say, step, Unexpected } from "./steps";

const postgres: Project = { folder: "examples/postgres" };
const dynamodb: Project = { folder: "examples/dynamodb" };
// Apart from the secure ones, whose event subscriptions would speak for its databases too.
const insecureRegion = "us-west-2";
const insecure: Project = { folder: "examples/insecure", config: { "aws:region": insecureRegion } };

async function demo(): Promise<void> {
  heading("1  Deploy the secure examples with the policy pack on");
  const withPack = ["--policy-pack", policyPack];
  await Promise.all([deploy(postgres, ...withPack), deploy(dynamodb, ...withPack)]);

  heading("2  Audit the account");
  await audit("us-east-1", 0, "no findings");

  heading("3  Preview the insecure example with the policy pack on");
  const blocked = await previewInsecure();

  heading("4  Deploy the insecure example without the policy pack");
  await deploy(insecure);

  heading("5  Audit the account again");
  const found = await audit(insecureRegion, 1, "findings");
  await step("compare the gate and the audit", async () => {
    const { atGate, inAccount } = await bothGates(blocked, found);
    expect(
      atGate.join() === inAccount.join(),
      `the gate blocked ${atGate.join(", ")}\nthe audit found ${inAccount.join(", ")}`,
    );
    return `the same ${inAccount.length} controls fail in both, of those that both can see`;
  });

  heading("6  Destroy everything");
  const config = { disposable: "true" };
  await Promise.all([unprotect({ ...postgres, config }), unprotect({ ...dynamodb, config })]);
  await Promise.all([destroy(postgres), destroy(dynamodb), destroy(insecure)]);
  await step("list what is left in the account", async () => {
    const left = [...(await accountContents()), ...(await accountContents(insecureRegion))];
    expect(left.length === 0, `left over:\n${left.join("\n")}`);
    return "nothing";
  });
}

async function deploy(project: Project, ...args: string[]): Promise<void> {
  await step(`pulumi up -C ${project.folder}${args.length > 0 ? " --policy-pack policy-pack" : ""}`, async () => {
    const update = await pulumi("up", project, "--yes", ...args);
    expect(update.code === 0, "it failed", update);
    return `${await resourcesInState(project)} resources`;
  });
}

/** Takes the protection from deletion off, as an owner does before deleting for good. */
async function unprotect(project: Project): Promise<void> {
  await step(`pulumi up -C ${project.folder}, with "disposable" set`, async () => {
    const update = await pulumi("up", project, "--yes", "--skip-preview");
    expect(update.code === 0, "it failed", update);
    return "protection taken off";
  });
}

async function destroy(project: Project): Promise<void> {
  await step(`pulumi destroy -C ${project.folder}`, async () => {
    const destruction = await pulumi("destroy", project, "--yes", "--skip-preview");
    expect(destruction.code === 0, "it failed", destruction);
    return "gone";
  });
}

/** Runs the audit and returns the controls that fail, in order. */
async function audit(region: string, exitCode: number, expected: string): Promise<readonly string[]> {
  const command = ["aws-secure-database", "audit", "--region", region];
  let failing: readonly string[] = [];
  await step(`npx ${command.join(" ")}`, async () => {
    const result = await run("npx", [...command, "--format", "json"]);
    expect(result.code === exitCode, `it ended with ${result.code}, not ${exitCode}`, result);
    const report = JSON.parse(result.stdout) as {
      readonly findings: readonly { readonly control: string }[];
      readonly counts: { readonly held: number };
    };
    failing = distinct(report.findings.map(({ control }) => control));
    const count = report.findings.length;
    return `${count === 0 ? expected : `${count} ${expected}`}, ${report.counts.held} checks hold, exit code ${result.code}`;
  });
  return failing;
}

/** Previews the insecure example under the pack, lists what it says, and returns the controls that block, in order. */
async function previewInsecure(): Promise<readonly string[]> {
  let blocking: readonly string[] = [];
  await step(`pulumi preview -C ${insecure.folder} --policy-pack policy-pack`, async () => {
    const before = await accountContents(insecureRegion);
    const preview = await previewWithPack(insecure);
    const mandatory = preview.violations.filter(({ level }) => level === "mandatory");
    expect(preview.code !== 0 && mandatory.length > 0, "it was not blocked", preview);
    sayViolations(preview.violations);
    const inState = await resourcesInState(insecure);
    const made = (await accountContents(insecureRegion)).filter((resource) => !before.includes(resource));
    expect(inState === 0 && made.length === 0, `it made ${inState} resources in the state and ${made} in the account`);
    blocking = distinct(mandatory.map(({ control }) => control));
    return `blocked by ${mandatory.length} violations of ${blocking.length} controls, nothing was created`;
  });
  return blocking;
}

/** How many violations are told in full; of the others, which control and resource. */
const toldInFull = 3;

function sayViolations(violations: readonly Violation[]): void {
  for (const { control, level, resource, message } of violations.slice(0, toldInFull)) {
    const [found, ...remediation] = message.split(/(?<=\.) (?=[A-Z]|https:)/);
    say(`   ${styleText(level === "mandatory" ? "red" : "yellow", control)} ${styleText("dim", resource)}`);
    say(["", found, ...remediation].join("\n     ").slice(1));
  }
  const more = violations.slice(toldInFull);
  const controls = distinct(more.map(({ control }) => control));
  for (const control of controls) {
    const resources = distinct(
      more.filter((violation) => violation.control === control).map(({ resource }) => resource),
    );
    say(`   ${styleText("red", control)} ${styleText("dim", resources.join(", "))}`);
  }
}

const started = Date.now();
say(styleText("bold", "aws-secure-database on the real Pulumi engine, the real AWS provider and an emulated account"));
demo().then(
  () => {
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    say(styleText("bold", styleText("green", `\nEvery step is as it should be (${minutes} minutes).`)));
  },
  (error: unknown) => {
    process.exitCode = 1;
    if (!(error instanceof Unexpected)) {
      throw error;
    }
    say(styleText("bold", styleText("red", "\nThe demo stopped at a step that is not as it should be.")));
  },
);

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyDocument } from "../../audit/policy";
import { run } from "../cli/run";

interface Template {
  readonly Parameters: Readonly<Record<string, { readonly Default?: string; readonly AllowedPattern?: string }>>;
}

/** What CloudFormation takes with --template-body: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const largestBody = 51_200;

describe("the recipe for an audit of an organization", () => {
  const block = readFileSync(join(__dirname, "../../docs/audit.md"), "utf8")
    .split("```")
    .find((text) => text.startsWith("sh\n") && text.includes("create-stack-set "));
  const lines = (block ?? "").replaceAll("\\\n", " ").split("\n");
  const own = "npx aws-secure-database ";
  const wordsOf = (start: string) => {
    const line = lines.find((candidate) => candidate.startsWith(start));
    assert.ok(line, `there is no ${start}`);
    return line.split(/\s+/);
  };
  const optionOf = (start: string, option: string) => {
    const words = wordsOf(start);
    const index = words.indexOf(option);
    assert.notEqual(index, -1, `${start} has no ${option}`);
    return words[index + 1] ?? "";
  };
  const printed = async (file: string): Promise<string> => {
    const line = lines.find((candidate) => candidate.startsWith(own) && candidate.endsWith(`> ${file}`));
    assert.ok(line, `nothing writes ${file}`);
    const { code, stdout } = await run(line.slice(own.length).replace(/ > .*/, ""));
    assert.equal(code, 0);
    return stdout;
  };
  const createSet = "aws cloudformation create-stack-set";
  const createInstances = "aws cloudformation create-stack-instances";
  const putPolicy = "aws iam put-role-policy";
  const parameters = () =>
    new Map(
      wordsOf(createSet).flatMap((word) => {
        const [, key, value] = /^ParameterKey=(\w+),ParameterValue=(.+)$/.exec(word) ?? [];
        return key === undefined || value === undefined ? [] : [[key, value] as const];
      }),
    );

  it("gives the template the parameters that it has and needs", async () => {
    const text = await printed(optionOf(createSet, "--template-body").replace("file://", ""));
    const given = parameters();
    const { Parameters } = JSON.parse(text) as Template;
    assert.ok(text.length < largestBody, String(text.length));
    assert.ok(given.size > 0);
    for (const [key, value] of given) {
      assert.match(value, new RegExp(Parameters[key]?.AllowedPattern ?? "^$"), key);
    }
    const needed = Object.keys(Parameters).filter((key) => Parameters[key]?.Default === undefined);
    assert.deepEqual(
      needed.filter((key) => !given.has(key)),
      [],
    );
  });

  it("makes instances of the stack set, in one region", () => {
    assert.equal(optionOf(createInstances, "--stack-set-name"), optionOf(createSet, "--stack-set-name"));
    assert.match(optionOf(createInstances, "--deployment-targets"), /^OrganizationalUnitIds=r-/);
    assert.match(optionOf(createInstances, "--regions"), /^[a-z-]+-\d$/);
  });

  it("lets the role that the template trusts assume the roles that the template makes", async () => {
    const { Parameters } = JSON.parse(await printed("role.json")) as Template;
    const policy = JSON.parse(
      await printed(optionOf(putPolicy, "--policy-document").replace("file://", "")),
    ) as PolicyDocument;
    const assume = policy.Statement.find(({ Action }) => Action === "sts:AssumeRole");
    assert.equal(assume?.Resource, `arn:*:iam::*:role/${Parameters.RoleName?.Default}`);
    assert.equal(parameters().get("AuditorPrincipal"), `role/${optionOf(putPolicy, "--role-name")}`);
  });

  it("audits with the external id and the role that the template has", async () => {
    const line = lines.find((candidate) => candidate.startsWith(`${own}audit --`));
    const { code, asked } = await run(line?.slice(own.length) ?? "");
    assert.equal(code, 0);
    const [options] = asked;
    const { Parameters } = JSON.parse(await printed("role.json")) as Template;
    assert.equal(options?.accounts?.externalId, parameters().get("ExternalId"));
    assert.equal(options?.accounts?.roleName, Parameters.RoleName?.Default);
    assert.ok(options?.accounts?.organization);
  });
});

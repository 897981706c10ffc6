import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import ts from "typescript";
import { SecureInstance, type SecureInstanceArgs } from "../../components";
import { type Run, run } from "../support/mocks";

const guide = readFileSync(join(__dirname, "../../docs/adopt.md"), "utf8");

/** The program of the guide for an instance. */
function adopt(): void {
  const [, program = ""] = /## An instance\n.*?```ts\n(.*?)```/s.exec(guide) ?? [];
  const { outputText } = ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const given = {
    pulumi,
    SecureInstance: Transformed,
    kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/there",
    subnetGroupName: "there",
    securityGroupIds: ["sg-0a"],
  };
  new Function(...Object.keys(given), outputText)(...Object.values(given));
}

/** The stand-in of the engine runs no transforms, but what came before them. */
class Transformed extends SecureInstance {
  constructor(name: string, args: SecureInstanceArgs, { transforms }: pulumi.ComponentResourceOptions) {
    super(name, args, { transformations: transforms as unknown as pulumi.ResourceTransformation[] });
  }
}

describe("the guide to adopting an instance", () => {
  let registered: Run;
  before(async () => {
    registered = await run(adopt);
    assert.equal(registered.error, undefined);
  });

  const rows: readonly [what: string, type: string, name: string, property: string, value: unknown][] = [
    ["the instance", "aws:rds/instance:Instance", "orders", "identifier", "legacy-db"],
    ["its network", "aws:rds/instance:Instance", "orders", "dbSubnetGroupName", "there"],
    ...["postgresql", "upgrade"].map((log): (typeof rows)[number] => [
      `its ${log} log`,
      "aws:cloudwatch/logGroup:LogGroup",
      `orders-${log}`,
      "name",
      `/aws/rds/instance/legacy-db/${log}`,
    ]),
    [
      "the log in which failed log-ins are counted",
      "aws:cloudwatch/logMetricFilter:LogMetricFilter",
      "orders-failed-logins",
      "logGroupName",
      "/aws/rds/instance/legacy-db/postgresql",
    ],
  ];
  for (const [what, type, name, property, value] of rows) {
    it(`names ${what}`, () => assert.equal(registered.one(type, name).inputs[property], value));
  }

  it("lets RDS monitor the instance and no other", () => {
    const { assumeRolePolicy } = registered.one("aws:iam/role:Role", "orders-monitoring").inputs;
    const [{ Condition }] = JSON.parse(String(assumeRolePolicy)).Statement;
    assert.equal(Condition.ArnLike["aws:SourceArn"], "arn:aws:rds:eu-west-1:123456789012:db:legacy-db");
  });
});

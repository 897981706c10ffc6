import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AwsSecurityFinding } from "@aws-sdk/client-securityhub";
import { formats } from "../../audit/report/formats";
import { importWithRoles } from "../../audit/security-hub";
import { run } from "../../sandbox/scenario";
import { emptyReport, emptyScope, findingOf } from "../support/report";
import { showcase } from "../support/report-showcase";
import { succeeds } from "./results";

/** The emulated account's own, in a region of this file alone. */
const account = "123456789012";
const region = "eu-north-1";
const python = () => process.env.SANDBOX_PYTHON ?? "python3";

const named = (name: string) => findingOf("rds-instance-not-public", name, { account, region });
const report = (...names: readonly string[]) =>
  emptyReport({ scopes: [emptyScope({ account, region })], findings: names.map(named) });

describe("findings in Security Hub", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "aws-secure-database-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** What boto3 prints, as JSON. */
  const boto = async (program: string): Promise<unknown> =>
    JSON.parse((await succeeds(run(python(), ["-c", `import json, sys, boto3, botocore.session\n${program}`]))).stdout);

  /** "orders ACTIVE FAILED", as another client reads them. */
  const there = async () => {
    const answer = (await boto(
      `print(json.dumps(boto3.client("securityhub", region_name="${region}").get_findings()["Findings"], default=str))`,
    )) as readonly AwsSecurityFinding[];
    return answer
      .map(({ Resources, RecordState, Compliance }) =>
        [Resources?.[0]?.Id?.split(":").at(-1), RecordState, Compliance?.Status].join(" "),
      )
      .sort();
  };

  it("are what the SDK for Python takes as well", async () => {
    const file = join(folder, "asff.json");
    writeFileSync(file, formats.asff(showcase()));
    const faults = await boto(
      `from botocore.validate import ParamValidator
shape = botocore.session.get_session().get_service_model("securityhub").operation_model("BatchImportFindings").input_shape
validate = lambda findings: ParamValidator().validate({"Findings": findings}, shape).generate_report()
findings = json.load(open(${JSON.stringify(file)}))
print(json.dumps([len(findings), validate(findings), validate([{**findings[0], "Title": 1}]) != ""]))`,
    );
    assert.deepEqual(faults, [13, "", true]);
  });

  it("are imported, updated, and archived when they are gone", async () => {
    const access = { homeRegion: region };
    assert.deepEqual(await importWithRoles(report("orders", "stock"), access), { active: 2, archived: 0, failed: [] });
    assert.deepEqual(await there(), ["orders ACTIVE FAILED", "stock ACTIVE FAILED"]);
    assert.deepEqual(await importWithRoles(report("orders"), access), { active: 1, archived: 1, failed: [] });
    assert.deepEqual(await there(), ["orders ACTIVE FAILED", "stock ARCHIVED PASSED"]);
    assert.deepEqual(await importWithRoles(report("orders"), access), { active: 1, archived: 0, failed: [] });
    assert.deepEqual(await importWithRoles(report("stock"), access), { active: 1, archived: 1, failed: [] });
    assert.deepEqual(await there(), ["orders ARCHIVED PASSED", "stock ACTIVE FAILED"]);
  });

  it("come from the command line, beside reports in files", async () => {
    const outputs = ["html", "json", "asff"].map((format) => `${format}=${join(folder, `audit.${format}`)}`);
    const args = ["audit", "--region", region, "--security-hub", ...outputs.flatMap((output) => ["--output", output])];
    const { code, stdout, stderr } = await run("npx", ["aws-secure-database", ...args]);
    assert.equal(stdout, "");
    const { findings, undecided } = JSON.parse(readFileSync(join(folder, "audit.json"), "utf8"));
    assert.equal(
      JSON.parse(readFileSync(join(folder, "audit.asff"), "utf8")).length,
      findings.length + undecided.length,
    );
    assert.match(readFileSync(join(folder, "audit.html"), "utf8"), /^<!doctype html>/);
    // What the earlier test left is in no account, and so it is gone.
    assert.match(stderr, new RegExp(`^Security Hub: ${findings.length} active findings?, 1 archived one\\.$`, "m"));
    assert.ok(code === 0 || code === 1, stderr);
    assert.ok((await there()).includes("stock ARCHIVED PASSED"));
  });
});

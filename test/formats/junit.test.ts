import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { junitReport } from "../../formats/junit";
import type { Report } from "../../formats/model";
import { finding, reportOfFixture, reportWith, runs } from "../report/sample";

const schema = readFileSync(join(__dirname, "schemas/junit-10.xsd"), "utf8");

async function valid(xml: string): Promise<string> {
  const { errors } = await validateXML({ xml, schema });
  assert.deepEqual(errors, []);
  return xml;
}

/** Each test case, as its class, its name and what came of it. */
function outcomes(xml: string): readonly string[] {
  return xml
    .split("<testcase ")
    .slice(1)
    .map((part) => {
      const [, classname, name] = /^classname="([^"]*)" name="([^"]*)"/.exec(part) ?? [];
      const [, kind, type, message] = /<(failure|error|skipped) type="([^"]*)" message="([^"]*)"/.exec(part) ?? [];
      return [classname, name, ...(kind === undefined ? [] : [kind, type, message])].join(" | ");
    });
}

const clean = "pulumi | preview of shop/dev";

describe("JUnit XML", () => {
  for (const name of runs) {
    it(`of ${name} follows the schema that Jenkins uses`, () => valid(junitReport(reportOfFixture(name))));
  }

  it("of the schema itself is not all that is accepted", async () => {
    const { errors } = await validateXML({ xml: "<testsuites><testcase/></testsuites>", schema });
    assert.ok(errors.length > 0);
  });

  it("has a failed test case for every violation of the insecure example, and none that passed but the run", () => {
    const xml = junitReport(reportOfFixture("blocked"));
    assert.match(xml, /<testsuites name="aws-secure-database" tests="17" failures="16" errors="0">/);
    assert.equal(outcomes(xml).filter((outcome) => outcome.includes("| failure |")).length, 16);
    assert.ok(outcomes(xml).includes("pulumi | preview of example-insecure/dev"));
  });

  const advice = { ...finding, enforcementLevel: "advisory", blocks: false } as const;
  const excepted = { ...finding, blocks: false, exceptions: [{ id: "EXC-1", reason: "moves in May" }] };
  const about = "topic-tags | news (aws:sns/topic:Topic)";
  const cases: readonly [string, Report, readonly string[]][] = [
    ["what blocks as failed", reportWith([finding]), [clean, `${about} | failure | high | tags are missing`]],
    ["advice as skipped", reportWith([advice]), [clean, `${about} | skipped | high | advisory: tags are missing`]],
    [
      "what is excepted as skipped, with the reason",
      reportWith([excepted]),
      [clean, `${about} | skipped | high | excepted by EXC-1: moves in May: tags are missing`],
    ],
    [
      "several violations of one policy by one resource as one test case",
      reportWith([
        { ...advice, message: "a" },
        { ...finding, message: "b" },
        { ...finding, message: "c" },
      ]),
      [clean, `${about} | failure | high | b`],
    ],
    [
      "a policy about the whole stack",
      reportWith([{ ...finding, resource: undefined, severity: undefined }]),
      [clean, "topic-tags | the whole stack | failure | unspecified | tags are missing"],
    ],
    [
      "a run that failed as an error, beside what was found",
      reportWith([finding], [{ message: "TypeError: x\n  at index.ts" }]),
      [`${clean} | error | run | TypeError: x at index.ts`, `${about} | failure | high | tags are missing`],
    ],
    ["nothing else where nothing was found", reportWith([]), [clean]],
  ];
  for (const [shows, report, expected] of cases) {
    it(`has ${shows}`, async () => {
      assert.deepEqual(outcomes(await valid(junitReport(report))), expected);
    });
  }

  it("gives position, resource, remediation and page in full", () => {
    const xml = junitReport(
      reportWith([
        {
          ...finding,
          remediation: "Set tags.",
          url: "https://example.com/a",
          position: { file: "index.ts", line: 3, column: 4, of: "resource" },
        },
      ]),
    );
    assert.ok(
      xml.includes(
        `>tags are missing\nSet tags.\n${finding.resource?.id}\nindex.ts:3:4\nhttps://example.com/a</failure>`,
      ),
    );
  });

  it("writes what XML cannot hold, and what it must escape", async () => {
    const message = `<a href="x">&amp;</a> ]]> \u0000\u001b[31m\ud800 \u{1f600} 'quoted'`;
    const name = `n"<&>'`;
    const resource = { id: name, name, type: "t" };
    const xml = await valid(junitReport(reportWith([{ ...finding, message, resource }])));
    assert.ok(xml.includes("&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"));
    assert.ok(xml.includes("\ufffd\ufffd[31m\ufffd \u{1f600}"));
  });
});

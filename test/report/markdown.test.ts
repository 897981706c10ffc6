import assert from "node:assert/strict";
import type { ReportedFinding } from "../../formats/model";
import { markdownReport } from "../../report/markdown";
import { finding, reportOfFixture, reportWith } from "./sample";

function row(more: Partial<ReportedFinding>): string {
  const line = markdownReport(reportWith([{ ...finding, ...more }]))
    .split("\n")
    .find((candidate) => /^\| (\[|`)/.test(candidate));
  return line ?? "";
}

function headings(markdown: string): readonly string[] {
  return markdown.split("\n").filter((line) => line.startsWith("#"));
}

describe("Markdown", () => {
  it("groups what blocks by severity, and puts the rest behind it", () => {
    assert.deepEqual(headings(markdownReport(reportOfFixture("exceptions"))), [
      "### Database policies: 12 violations block the preview of example-insecure/dev",
      "#### Critical (1)",
      "#### High (2)",
      "#### Medium (7)",
      "#### Low (2)",
      "#### Advisory (1)",
      "#### Excepted (2)",
    ]);
  });

  it("starts with a line by which a pipeline finds its comment again", () => {
    assert.ok(markdownReport(reportOfFixture("clean")).startsWith("<!-- aws-secure-database report -->\n### "));
  });

  it("lists what a policy mended", () => {
    const markdown = markdownReport(reportOfFixture("other-pack"));
    assert.ok(
      markdown.includes("#### Mended by a policy (1)\n\n| control | resource |\n| --- | --- |\n| `topic-key` |"),
    );
  });

  it("says in few words that nothing was found", () => {
    assert.equal(
      markdownReport(reportWith([])),
      "<!-- aws-secure-database report -->\n### Database policies: nothing blocks the preview of shop/dev\n\n" +
        "0 blocking, 0 advisory, 0 excepted; judged by `other 1.2.3`.\n",
    );
  });

  it("does not look clean where the run failed", () => {
    const markdown = markdownReport(reportWith([], [{ message: "TypeError: ``` x" }]));
    assert.ok(markdown.includes("### Database policies: the preview of shop/dev was not judged as a whole\n"));
    assert.ok(markdown.includes("````text\nTypeError: ``` x\n````\n"));
    assert.ok(!markdown.includes("nothing blocks"));
  });

  const resource = "`news`<br>`aws:sns/topic:Topic`";
  const rows: readonly [string, Partial<ReportedFinding>, string][] = [
    ["control, resource and message", {}, `| \`topic-tags\` | ${resource} | tags are missing |`],
    [
      "the position, the page and what mends it",
      {
        url: "https://example.com/a",
        remediation: "Set tags.",
        position: { file: "index.ts", line: 3, column: 4, of: "resource" },
      },
      `| [\`topic-tags\`](https://example.com/a) | ${resource}<br>\`index.ts:3:4\` | tags are missing<br>**Mend:** Set tags. |`,
    ],
    [
      "a page whose address has brackets and bars",
      { url: "https://example.com/a_(b)|c%20d" },
      `| [\`topic-tags\`](https://example.com/a_%28b%29%7cc%20d) | ${resource} | tags are missing |`,
    ],
    [
      "the exception",
      { blocks: false, exceptions: [{ id: "EXC-1", reason: "by *them*" }] },
      `| \`topic-tags\` | ${resource} | tags are missing | EXC-1: by \\*them\\* |`,
    ],
    [
      "the severity of advice",
      { blocks: false, enforcementLevel: "advisory" },
      `| \`topic-tags\` | ${resource} | tags are missing | high |`,
    ],
    ["the whole stack", { resource: undefined }, "| `topic-tags` | the whole stack | tags are missing |"],
    [
      "no markup of others",
      { message: "a | b\n<script> `c` [d](e) ![f](g) @team #12 **h** &amp; https://i.example" },
      `| \`topic-tags\` | ${resource} | a \\| b \\<script\\> \\\`c\\\` \\[d\\](e) !\\[f\\](g) @<!-- -->team #<!-- -->12 \\*\\*h\\*\\* \\&amp; https:<!-- -->//i.example |`,
    ],
    [
      "names with backticks and bars",
      { resource: { id: "x", name: "`a|b`", type: "t" } },
      "| `topic-tags` | `` `a\\|b` ``<br>`t` | tags are missing |",
    ],
  ];
  for (const [shows, more, expected] of rows) {
    it(`shows ${shows}`, () => assert.equal(row(more), expected));
  }

  it("shortens a long message", () => {
    assert.ok(row({ message: "x".repeat(5000) }).endsWith(`| ${"x".repeat(600)}… |`));
  });

  it("fits into a comment and says how much does not", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...finding,
      severity: index < 100 ? ("critical" as const) : ("low" as const),
      resource: { id: `urn-${index}`, name: `topic-${index}`, type: "aws:sns/topic:Topic" },
    }));
    const failures = Array.from({ length: 5 }, () => ({ message: "`".repeat(10_000) }));
    const markdown = markdownReport(reportWith(many, failures));
    const shown = markdown.split("\n").filter((line) => line.startsWith("| `topic-tags`")).length;
    assert.ok(markdown.length <= 65_536, `${markdown.length} characters`);
    assert.ok(markdown.length > 60_000, `${markdown.length} characters`);
    assert.ok(shown > 100);
    assert.ok(
      markdown.includes(
        `**${3000 - shown} entries and 2 errors more did not fit here; the reports in the other formats have everything.**`,
      ),
    );
  });

  it("says nothing about room where everything fits", () => {
    assert.doesNotMatch(markdownReport(reportOfFixture("blocked")), /did not fit/);
  });
});

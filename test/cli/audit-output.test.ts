import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatNames } from "../../audit/report/format-names";
import type { Imported } from "../../audit/security-hub";
import type { Import } from "../../cli/audit-command";
import { troubled } from "../support/report";
import { folderWith, run } from "./run";

const audit = async () => troubled;
const inEuWest = (words: readonly string[]) => run(["audit", "--region", "eu-west-1", ...words], { audit });

/** How a report of each format begins. */
const beginnings: { readonly [F in (typeof formatNames)[number]]: RegExp } = {
  text: /^CRITICAL \(2\)\n/,
  json: /^\{\n {2}"version": 2,/,
  csv: /^status,severity,control,/,
  markdown: /^<!-- aws-secure-database report -->\n### Database audit/,
  sarif: /^\{\n {2}"\$schema": "[^"]*sarif-schema-2\.1\.0\.json"/,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /,
  asff: /^\[\n {2}\{\n {4}"SchemaVersion": "2018-10-08"/,
  ocsf: /^\[\n {2}\{\n {4}"activity_id": 1/,
  html: /^<!doctype html>\n/,
};

describe("aws-secure-database audit --output", () => {
  const folder = folderWith({ "old.json": "old" });
  const listed = () => readdirSync(folder.path(".")).sort();
  // What the page is made of is built, not written: `npm run build:page`.
  const formats = formatNames.filter((name) => name !== "html");

  for (const format of formats) {
    it(`--format ${format} is on standard output`, async () => {
      const { code, stdout, stderr } = await inEuWest(["--format", format]);
      assert.equal(code, 2, stderr);
      assert.match(stdout, beginnings[format]);
    });
  }

  it("writes several at once, and nothing to standard output", async () => {
    const words = formats.flatMap((format) => ["--output", `${format}=${folder.path(`several.${format}`)}`]);
    const { code, stdout, stderr } = await inEuWest(words);
    assert.deepEqual([code, stdout, stderr], [2, "", ""]);
    for (const format of formats) {
      assert.match(readFileSync(folder.path(`several.${format}`), "utf8"), beginnings[format]);
    }
  });

  it("writes one to standard output, beside files", async () => {
    const { stdout } = await inEuWest(["--format", "text", "--output", `json=${folder.path("old.json")}`]);
    assert.match(stdout, beginnings.text);
    assert.match(readFileSync(folder.path("old.json"), "utf8"), beginnings.json);
    assert.match((await inEuWest(["--output", "csv=-"])).stdout, beginnings.csv);
  });

  const refused: readonly (readonly [string, () => readonly string[], string])[] = [
    [
      "an unknown format",
      () => ["--output", "xml=a.xml"],
      `argument 'xml=a.xml' is invalid. The formats are ${formatNames.join(", ")}, as in html=audit.html.`,
    ],
    ["no file", () => ["--output", "json"], "It names no file, as in json=audit.json."],
    ["an empty file", () => ["--output", "json="], "It names no file, as in json=audit.json."],
    [
      "two on standard output",
      () => ["--format", "text", "--output", "json=-"],
      "two reports are for standard output; give all but one a file, as in --output html=audit.html",
    ],
    [
      "a file twice, by two names",
      () => [
        "--output",
        `json=${folder.path("x")}`,
        "--output",
        `csv=${join(folder.path("."), "..", folder.path("x").split("/").at(-2) ?? "", "x")}`,
      ],
      "x twice; each report needs a place of its own",
    ],
    [
      "the file of --save",
      () => ["--save", folder.path("x.json"), "--output", `json=${folder.path("x.json")}`],
      "x.json, the file that --save names too and that would be lost; it must be another file",
    ],
    [
      "the file of --resume",
      () => ["--resume", folder.path("x.json"), "--output", `json=${folder.path("x.json")}`],
      "x.json, the file that --resume names too and that would be lost; it must be another file",
    ],
  ];
  for (const [shows, words, expected] of refused) {
    it(`refuses ${shows}, before anything is read`, async () => {
      const { code, stdout, stderr, asked } = await inEuWest(words());
      assert.deepEqual([code, stdout, asked], [64, "", []]);
      assert.ok(stderr.includes(expected), stderr);
    });
  }

  it("leaves all files as they were where one cannot be written", async () => {
    const before = listed();
    const words = ["--output", `json=${folder.path("new.json")}`, "--output", `csv=${folder.path("none/new.csv")}`];
    const { code, stderr, asked } = await inEuWest(words);
    // Before the audit, whose hours would be lost.
    assert.deepEqual([code, asked], [73, []]);
    assert.match(stderr, /none\/new\.csv cannot be written: its folder does not exist; make it first\n$/);
    assert.deepEqual(listed(), before);
  });
});

describe("aws-secure-database audit --security-hub", () => {
  const nothing = { active: 0, archived: 0, failed: [] };
  const because = "securityhub:GetFindings: InvalidAccessException: account is not subscribed";
  const cases: readonly (readonly [string, Imported, number, string])[] = [
    [
      "says what was imported",
      { active: 1, archived: 2, failed: [] },
      0,
      "Security Hub: 1 active finding, 2 archived ones.\n",
    ],
    [
      "names a region whose Security Hub takes nothing, and fails",
      { ...nothing, failed: [{ account: "111122223333", region: "eu-west-1", because }] },
      2,
      `Security Hub: 0 active findings, 0 archived ones.\nerror: not imported into Security Hub: 111122223333, eu-west-1: ${because}\n`,
    ],
    [
      "names a finding that is refused",
      { ...nothing, failed: [{ region: "eu-west-1", id: "x", because: "InvalidInput: \u001b[31mno" }] },
      2,
      "Security Hub: 0 active findings, 0 archived ones.\n" +
        "error: not imported into Security Hub: x (eu-west-1): InvalidInput:  [31mno\n",
    ],
  ];
  for (const [shows, outcome, expected, says] of cases) {
    it(shows, async () => {
      const { code, stderr } = await run("audit --region eu-west-1 --security-hub", { importing: async () => outcome });
      assert.deepEqual([code, stderr], [expected, says]);
    });
  }

  it("imports nothing of an audit that was interrupted, which is to end", async () => {
    const { code, stderr } = await run("audit --region eu-west-1 --security-hub", {
      audit: async () => ({ ...troubled, partial: "interrupted" }),
      importing: async () => assert.fail("it was imported"),
    });
    assert.deepEqual([code, stderr], [2, "error: nothing is imported into Security Hub: the audit was interrupted.\n"]);
  });

  it("imports with the profile and the roles of the audit, and archives nothing that a filter left out", async () => {
    const given: unknown[] = [];
    const importing: Import = async (_, access, isAsked) => {
      given.push([access.profile, access.accounts?.ids, isAsked?.("x")]);
      return nothing;
    };
    await run("audit --region eu-west-1 --profile billing --account 444455556666 --resource x --security-hub", {
      importing,
      env: {
        AWS_CONFIG_FILE: "test/cli/profiles/config",
        AWS_SHARED_CREDENTIALS_FILE: "test/cli/profiles/credentials",
      },
    });
    await run("audit --region eu-west-1 --security-hub", { importing });
    await run("audit --region eu-west-1", { importing });
    assert.deepEqual(given, [
      ["billing", ["444455556666"], false],
      [undefined, undefined, undefined],
    ]);
  });
});

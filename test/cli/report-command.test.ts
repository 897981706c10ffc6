import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { Command, CommanderError } from "commander";
import { addReportCommand } from "../../cli/report-command";
import { CannotWrite } from "../../formats/cannot-report";
import { fixture, fixtures } from "../report/sample";

interface Outcome {
  /** 64 with commander's message in stderr for wrong usage, 73 with the sentence for what cannot be written. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], stdin = ""): Promise<Outcome> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let code = -1;
  const program = new Command("aws-secure-database").exitOverride().configureOutput({ outputError: () => {} });
  addReportCommand(
    program,
    { env: {}, stdout, stderr },
    (given) => {
      code = given;
    },
    Readable.from([Buffer.from(stdin)]),
  );
  try {
    await program.parseAsync(["report", ...args], { from: "user" });
  } catch (error) {
    assert.ok(error instanceof CommanderError || error instanceof CannotWrite);
    code = error instanceof CannotWrite ? 73 : 64;
    stderr.write(`${error.message}\n`);
  }
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

const blocked = join(fixtures, "blocked.events");
const preview = join(fixtures, "blocked.preview.json");
const said = "The preview of example-insecure/dev: 16 violations that block, 0 advisory, 0 excepted.\n";

describe("aws-secure-database report", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
    mkdirSync(at("shop"));
    writeFileSync(at("shop/Pulumi.yaml"), "name: example-insecure\nruntime: nodejs\n");
    writeFileSync(at("shop/index.ts"), "");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes every format in one run", async () => {
    const outputs = ["sarif", "junit", "markdown", "json"].flatMap((format) => ["--output", `${format}=${at(format)}`]);
    const { code, stdout, stderr } = await run(["--events", blocked, ...outputs]);
    assert.deepEqual([code, stdout, stderr], [0, "", said]);
    assert.deepEqual(readdirSync(folder).sort(), ["json", "junit", "markdown", "sarif", "shop"]);
    assert.equal(JSON.parse(readFileSync(at("sarif"), "utf8")).runs[0].results.length, 16);
    assert.match(readFileSync(at("junit"), "utf8"), /^<\?xml .*\n<testsuites /);
    assert.match(readFileSync(at("markdown"), "utf8"), /^<!-- aws-secure-database report -->\n/);
    assert.equal(JSON.parse(readFileSync(at("json"), "utf8")).counts.blocking, 16);
  });

  it("reads standard input and writes standard output", async () => {
    const { code, stdout, stderr } = await run(["--events", "-", "--output", "json=-"], fixture("blocked.events"));
    assert.deepEqual([code, JSON.parse(stdout).counts.blocking, stderr], [0, 16, said]);
  });

  it("reads what Windows PowerShell wrote", async () => {
    writeFileSync(at("events"), Buffer.from(`\ufeff${fixture("blocked.events").replaceAll("\n", "\r\n")}`, "utf16le"));
    const { code, stderr } = await run(["--events", at("events"), "--output", "json=-"]);
    assert.deepEqual([code, stderr], [0, said]);
  });

  async function placesOf(...options: readonly string[]): Promise<readonly string[]> {
    const { code, stdout, stderr } = await run(["--events", blocked, "--output", "json=-", ...options]);
    assert.equal(code, 0, stderr);
    const { findings } = JSON.parse(stdout);
    return [
      ...new Set<string>(
        findings.map(
          ({ position }: { position?: { file: string; line: number } }) =>
            position && `${position.file}:${position.line}`,
        ),
      ),
    ].sort();
  }

  it("places findings by a preview, relative to the root", async () => {
    const places = await placesOf("--preview", preview, "--project", at("shop"), "--root", folder);
    assert.deepEqual(places, ["shop/index.ts:26", "shop/index.ts:32", "shop/index.ts:46"]);
  });

  it("places the rest at the project's file where it is given, and else nowhere", async () => {
    writeFileSync(
      at("state.json"),
      JSON.stringify({
        deployment: {
          resources: [
            {
              urn: "urn:pulumi:dev::example-insecure::aws:rds/instance:Instance::shop",
              sourcePosition: "project:///index.ts#32,18",
            },
          ],
        },
      }),
    );
    const options = ["--stack-export", at("state.json"), "--project", at("shop"), "--root", folder];
    assert.deepEqual(await placesOf(...options), ["shop/Pulumi.yaml:1", "shop/index.ts:32"]);
    assert.deepEqual(await placesOf(), [undefined]);
  });

  it("reports a run that failed by itself, and says so", async () => {
    const { code, stdout, stderr } = await run(["--events", join(fixtures, "pack-dies.events"), "--output", "json=-"]);
    assert.deepEqual([code, JSON.parse(stdout).run.complete], [0, false]);
    assert.equal(
      stderr,
      "The preview of broken/dev was not judged as a whole, and the reports say so " +
        "(0 violations that block, 0 advisory, 0 excepted): failed to run policy: error reading from server: EOF\n",
    );
  });

  const unreadable: readonly [string, string | undefined, string, number?][] = [
    ["is not there", undefined, "cannot be read: there is no such file", 64],
    [
      "holds two runs",
      fixture("clean.events").repeat(2),
      "holds the events of 2 runs, and a report is about one; write each run to a file of its own",
    ],
    ["is empty", "", "is empty: Pulumi stopped before its first event, and its error output says why"],
    [
      "is cut off",
      fixture("blocked.events").slice(0, 2000),
      "is a broken event: it ends too early or holds something else as well",
    ],
  ];
  for (const [shows, content, reason, expected = 1] of unreadable) {
    it(`writes nothing where the file of events ${shows}`, async () => {
      if (content !== undefined) {
        writeFileSync(at("events"), content);
      }
      const { code, stdout, stderr } = await run(["--events", at("events"), "--output", `json=${at("report.json")}`]);
      assert.deepEqual([code, stdout], [expected, ""]);
      assert.match(stderr, /^(error: )?[^\n]+\n$/);
      assert.ok(stderr.endsWith(`${at("events")} ${reason}\n`), stderr);
      assert.ok(!readdirSync(folder).includes("report.json"));
    });
  }

  it("writes no report where one of them cannot be written", async () => {
    const outputs = ["--output", `json=${at("a")}`, "--output", "json=-", "--output", `sarif=${at("none/b")}`];
    assert.deepEqual(await run(["--events", blocked, ...outputs]), {
      code: 73,
      stdout: "",
      stderr: `${at("none/b")} cannot be written: its folder does not exist; make it first\n`,
    });
    assert.deepEqual(readdirSync(folder), ["shop"]);
  });

  const json = ["--output", "json=-"];
  const formats = "The formats are sarif, junit, markdown, json, as in sarif=report.sarif.";
  const wrong: readonly [readonly string[], string][] = [
    [json, "error: required option '--events <file>' not specified"],
    [["--events", blocked], "error: required option '--output <format=file>' not specified"],
    [
      ["--events", blocked, "--output", "html=a"],
      `error: option '--output <format=file>' argument 'html=a' is invalid. ${formats}`,
    ],
    [
      ["--events", blocked, "--output", "report.sarif"],
      `error: option '--output <format=file>' argument 'report.sarif' is invalid. ${formats}`,
    ],
    [
      ["--events", blocked, "--output", "sarif"],
      "error: option '--output <format=file>' argument 'sarif' is invalid. It names no file, as in sarif=report.sarif.",
    ],
    [
      ["--events", blocked, "--output", "sarif="],
      "error: option '--output <format=file>' argument 'sarif=' is invalid. It names no file, as in sarif=report.sarif.",
    ],
    [
      ["--events", blocked, "--output", "sarif=a", "--output", "json=./a"],
      `error: --output names ${resolve("a")} twice; each report needs a place of its own`,
    ],
    [
      ["--events", blocked, "--output", "sarif=-", ...json],
      "error: --output names standard output twice; each report needs a place of its own",
    ],
    [
      ["--events", blocked, ...json, "--preview", preview, "--stack-export", preview],
      "error: --preview and --stack-export are both given; one of them tells the positions",
    ],
    ...["--preview", "--stack-export"].map((option): [string[], string] => [
      ["--events", blocked, ...json, option, "-"],
      `error: ${option} is '-', but only --events reads standard input; give it a file`,
    ]),
    [["--events", blocked, ...json, "more"], "error: unexpected argument 'more'; report takes options only"],
  ];
  for (const [args, message] of wrong) {
    it(`wrong usage: ${message}`, async () => {
      assert.deepEqual(await run(args), { code: 64, stdout: "", stderr: `${message}\n` });
    });
  }

  const places: readonly [string, string, string][] = [
    ["--project", ".", ", where there is no Pulumi.yaml; give it the folder of one"],
    ["--root", "none", ", which is not there; give it the folder of the repository"],
    ["--root", "shop/index.ts", ", which is no folder; give it the folder of the repository"],
  ];
  for (const [option, name, reason] of places) {
    it(`wrong ${option} ${name}: says where it looked`, async () => {
      assert.deepEqual(await run(["--events", blocked, ...json, option, at(name)]), {
        code: 64,
        stdout: "",
        stderr: `error: ${option} is ${resolve(at(name))}${reason}\n`,
      });
    });
  }

  const inputs: readonly [option: string, options: (file: string) => readonly string[]][] = [
    ["--events", (file) => ["--events", file]],
    ["--preview", (file) => ["--events", blocked, "--preview", file]],
    ["--stack-export", (file) => ["--events", blocked, "--stack-export", file]],
  ];
  for (const [option, options] of inputs) {
    it(`leaves the file of ${option} alone, whatever leads to it`, async () => {
      writeFileSync(at("input"), fixture("blocked.events"));
      symlinkSync(at("input"), at("link"));
      for (const name of ["input", "link", "shop/../input"]) {
        const output = `${folder}/${name}`;
        assert.deepEqual(await run([...options(at("input")), "--output", `json=${output}`]), {
          code: 64,
          stdout: "",
          stderr: `error: --output is ${output}, the file that ${option} names too and that would be lost; it must be another file\n`,
        });
      }
      assert.equal(readFileSync(at("input"), "utf8"), fixture("blocked.events"));
    });
  }
});

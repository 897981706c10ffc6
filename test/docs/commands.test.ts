import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { parse } from "yaml";
import { main } from "../../cli/cli";

const docs = join(__dirname, "../../docs");
const files = [
  "organization.md",
  "client.md",
  "audit.md",
  "ci/github-actions.yml",
  "ci/gitlab-ci.yml",
  "../policy-pack/README.md",
];

describe("what guides and pipelines tell people to run", () => {
  for (const file of files) {
    it(`${file} uses commands and options that there are`, async () => {
      const commands = commandsOf(readFileSync(join(docs, file), "utf8"));
      assert.ok(commands.length > 0);
      for (const { words, options } of commands) {
        const help = await helpOf(words);
        for (const option of options) {
          assert.ok(help.includes(`${option} `), `aws-secure-database ${words.join(" ")} has no ${option}`);
        }
      }
    });
  }

  it("the pipeline for GitHub runs on pull requests and fails where Pulumi does", () => {
    const { on, jobs } = parse(readFileSync(join(docs, "ci/github-actions.yml"), "utf8"));
    assert.deepEqual(Object.keys(on), ["pull_request"]);
    const { steps } = jobs.gate as { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
    const gate = steps.find(({ id }) => id === "gate");
    assert.match(gate?.run ?? "", /^pulumi preview .+--policy-pack \S+ --policy-pack-config \S+ > events\.json$/m);
    assert.ok(!JSON.stringify(gate).includes("continue-on-error"));
  });

  it("the pipeline for GitLab keeps the exit code of the gate until its reports are written", () => {
    const { databases } = parse(readFileSync(join(docs, "ci/gitlab-ci.yml"), "utf8"));
    const gate = (databases.script as readonly string[]).at(-1) ?? "";
    assert.match(gate, /\|\| blocked=\$\?\n.*aws-secure-database report .*\nexit "\$blocked"\n/s);
    assert.equal(databases.artifacts.reports.junit, /junit=(\S+)/.exec(gate)?.[1]);
  });

  it("the guide's links within the repository lead somewhere", () => {
    const text = readFileSync(join(docs, "organization.md"), "utf8");
    const links = [...text.matchAll(/\]\((?!https:|#)([^)]+)\)/g)].map(([, target = ""]) => target);
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((target) => !existsSync(join(docs, target))),
      [],
    );
  });
});

interface Shown {
  /** The command's name and its subcommand's. */
  readonly words: readonly string[];
  readonly options: readonly string[];
}

function commandsOf(text: string): readonly Shown[] {
  return [...text.matchAll(/npx aws-secure-database ([a-z][^\n`>]*)/g)].map(([, line = ""]) => {
    const words = line.trim().split(/\s+/);
    const named = words.findIndex((word) => !/^[a-z]+$/.test(word));
    return {
      words: named === -1 ? words : words.slice(0, named),
      options: words.filter((word) => word.startsWith("--")),
    };
  });
}

async function helpOf(words: readonly string[]): Promise<string> {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const code = await main([...words, "--help"], { env: {}, stdout: output, stderr: output });
  assert.equal(code, 0, `aws-secure-database ${words.join(" ")}: ${text}`);
  assert.match(text, new RegExp(`Usage: aws-secure-database ${words.join(" ")}`), `there is no ${words.join(" ")}`);
  return text;
}

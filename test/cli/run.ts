import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { AuditOptions } from "../../audit/run";
import type { Audit, Import } from "../../cli/audit-command";
import { main } from "../../cli/cli";
import { clean } from "../support/report";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the audit was asked to do. */
  readonly asked: readonly AuditOptions[];
}

export interface Setting {
  readonly env?: NodeJS.ProcessEnv;
  readonly audit?: Audit;
  readonly importing?: Import;
  readonly isTTY?: boolean;
  readonly now?: string;
}

/** Runs the command line with words, or with a line of them that hold no space. */
export async function run(
  line: string | readonly string[],
  { env = {}, audit = async () => clean, importing, isTTY, now }: Setting = {},
): Promise<Run> {
  const asked: AuditOptions[] = [];
  const terminal = () => Object.assign(new PassThrough({ encoding: "utf8" }), isTTY === undefined ? {} : { isTTY });
  const [stdout, stderr] = [terminal(), terminal()];
  const args = typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line;
  const moment = now === undefined ? {} : { now: () => new Date(now) };
  const spy: Audit = async (options) => {
    asked.push(options);
    return audit(options);
  };
  const code = await main(args, { env, stdout, stderr, ...moment }, spy, importing);
  return { code, stdout: stdout.read() ?? "", stderr: stderr.read() ?? "", asked };
}

/** A folder with files that is gone when the tests of a describe block are done. */
export function folderWith(files: Readonly<Record<string, string>>): { path(name: string): string } {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "aws-secure-database-"));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true }));
  return { path: (name) => join(folder, name) };
}

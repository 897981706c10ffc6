import { strict as assert } from "node:assert";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doctor } from "../../sandbox/doctor";
import { type CacheEntry, isBuilt } from "../../sandbox/toolchain/cache";
import { builtCli, fetchedCli } from "../../sandbox/toolchain/engine";
import { builtProvider, officialProvider } from "../../sandbox/toolchain/provider";
import { prepareToolchain } from "../../sandbox/toolchain/toolchain";

describe("The sandbox on a machine", () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "doctor-test-"));
    environment = { PATH: join(folder, "bin"), AWS_SECURE_DATABASE_CACHE: join(folder, "cache") };
    mkdirSync(join(folder, "bin"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const PROGRAMS: Readonly<Record<string, string>> = {
    python3: "Python 3.11.4",
    go: "go version go1.26.0 linux/amd64",
    pulumi: "v3.250.0",
    "pulumi-language-nodejs": "",
  };
  const OFFICIAL = ["pulumi", "pulumi-language-nodejs"];
  const ENTRIES = { builtCli, fetchedCli, builtProvider, officialProvider };

  function install(...programs: string[]): void {
    for (const name of programs) {
      const path = join(folder, "bin", name);
      writeFileSync(path, `#!/bin/sh\necho "${PROGRAMS[name]}"\n`);
      chmodSync(path, 0o755);
    }
  }

  function entry(name: keyof typeof ENTRIES): CacheEntry {
    return ENTRIES[name](join(folder, "cache"), environment);
  }

  interface Row {
    readonly title: string;
    readonly programs: readonly string[];
    readonly built: readonly (keyof typeof ENTRIES)[];
    readonly code: number;
    readonly lines: readonly RegExp[];
    readonly silentAbout?: RegExp;
  }
  const rows: Row[] = [
    {
      title: "nothing yet and no Go: a start may fetch the official CLI",
      programs: ["python3"],
      built: [],
      code: 0,
      lines: [
        /^Pulumi CLI .*fetched at the next start, else built/m,
        /^Go +missing, needed only if the official CLI can't be fetched$/m,
        /fetching the Pulumi CLI .*: at the next start/,
        /fetching the AWS plugin .*: at the next start/,
        /building the Pulumi engine: only if the official CLI can't be fetched/,
        /building the AWS provider: only if the official CLI can't be fetched/,
      ],
    },
    {
      title: "nothing yet, with Go",
      programs: ["python3", "go"],
      built: [],
      code: 0,
      lines: [/^Go +go version go1\.26\.0/m],
    },
    {
      title: "a built engine and no Go: a start must build the provider",
      programs: ["python3"],
      built: ["builtCli"],
      code: 1,
      lines: [/^Pulumi CLI .*the one built from its Go module is used$/m, /^Go +missing$/m, /go\.dev/],
      silentAbout: /fetch/,
    },
    {
      title: "all built and no Go",
      programs: ["python3"],
      built: ["builtCli", "builtProvider"],
      code: 0,
      lines: [/^Go +missing, but not needed/m, /engine: done/, /provider: done/],
      silentAbout: /fetch|next start, about \d+ min/,
    },
    {
      title: "the official CLI and no Go",
      programs: ["python3", ...OFFICIAL],
      built: [],
      code: 0,
      lines: [
        /^Pulumi CLI +3\.250\.0 in /m,
        /^Go +missing, needed only if the official AWS plugin can't be fetched$/m,
        /fetching the AWS plugin .*: at the next start/,
        /building the AWS provider: only if the official AWS plugin can't be fetched/,
      ],
      silentAbout: /engine/,
    },
    {
      title: "the official CLI with a provider built already",
      programs: ["python3", ...OFFICIAL],
      built: ["builtProvider"],
      code: 0,
      lines: [/^Go +missing, but not needed/m, /building the AWS provider: done/],
      silentAbout: /fetch/,
    },
    {
      title: "a CLI fetched already with its plugin",
      programs: ["python3"],
      built: ["fetchedCli", "officialProvider", "builtProvider"],
      code: 0,
      lines: [
        /^Pulumi CLI +3\.\d+\.\d+ in .*cache/m,
        /^Go +missing, but not needed/m,
        /fetching the AWS plugin .*: done/,
      ],
      silentAbout: /building/,
    },
    {
      title: "no Python",
      programs: ["go"],
      built: [],
      code: 1,
      lines: [/^Python +missing$/m, /needs Python/],
    },
  ];
  for (const { title, programs, built, code, lines, silentAbout } of rows) {
    it(`${title}: doctor says what a start does`, () => {
      install(...programs);
      for (const name of built) mkdirSync(entry(name).folder, { recursive: true });
      const said: string[] = [];
      assert.equal(
        doctor(environment, (line) => said.push(line)),
        code,
      );
      const text = said.join("\n");
      for (const line of lines) assert.match(text, line);
      if (silentAbout) assert.doesNotMatch(text, silentAbout);
    });
  }

  it("without Go a start that must build fails before it installs anything", async () => {
    install("python3");
    mkdirSync(entry("builtCli").folder, { recursive: true });
    const said: string[] = [];
    await assert.rejects(
      prepareToolchain(environment, (line) => said.push(line)),
      /needs Go/,
    );
    assert.deepEqual(said, []);
    assert.equal(isBuilt(entry("builtProvider")), false);
  });

  it("without Python a start fails before it tries to fetch anything", async () => {
    const said: string[] = [];
    await assert.rejects(
      prepareToolchain(environment, (line) => said.push(line)),
      /needs Python/,
    );
    assert.deepEqual(said, []);
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = readFileSync(join(__dirname, "../../docs/organization-audit.md"), "utf8");
const words = page.replace(/\s+/g, " ");

/** US dollars, by the words with which the page says so. */
const price = (sentence: RegExp, of: number): number => {
  const [, amount] = sentence.exec(words) ?? [];
  assert.ok(amount !== undefined, `the page has no price like ${sentence}`);
  return Number(amount) / of;
};

const prices = {
  transition: price(/([\d.]+) for 1,000 state transitions/, 1000),
  gigabyteSecond: price(/([\d.]+) for a GB-second on arm64/, 1),
  request: price(/([\d.]+) for a million requests of Lambda/, 1_000_000),
  write: price(/([\d.]+) for 1,000 writes/, 1000),
  read: price(/([\d.]+) for 1,000 reads of S3/, 1000),
  key: price(/([\d.]+) for 10,000 requests of KMS/, 10_000),
  log: price(/([\d.]+) for a GB of logs/, 1_000_000),
};

const assumed = [...(/For (\d+) regions in each account, (.*?):/.exec(words) ?? [])];
const regions = Number(assumed[1]);
/** The value of a letter of the formulas, such as "s = 1.8". */
const of = (letter: string): number => Number(new RegExp(`${letter} = ([\\d.]*\\d)`).exec(assumed[2] ?? "")?.[1]);
const [seconds, memory] = [of("s"), of("m")];

/** What the page's table of parts says, with its formulas. */
function row(accounts: number): readonly string[] {
  const targets = accounts * regions;
  const transitions = (2 * targets + 6) * prices.transition;
  const lambda = targets * seconds * memory * prices.gigabyteSecond + (targets + 2) * prices.request;
  const s3 = (targets + 8) * prices.write + (targets + 3) * prices.read;
  const kms = 2 * targets * prices.key;
  const logs = 0.5 * targets * prices.log;
  const run = transitions + lambda + s3 + kms + logs;
  return [
    accounts.toLocaleString("en"),
    targets.toLocaleString("en"),
    transitions.toFixed(2),
    lambda.toFixed(2),
    s3.toFixed(3),
    kms.toFixed(3),
    logs.toFixed(3),
    run.toFixed(2),
    (30 * run).toFixed(2),
  ];
}

describe("the costs of an organization's audit, as its page works them out", () => {
  for (const formula of [
    "2 T + 6",
    "T s m GB-seconds, T + 2 requests",
    "T + 8 writes, T + 3 reads",
    "up to 2 T",
    "about 0.5 KB T",
  ]) {
    it(`come from its formula ${formula}`, () => assert.ok(page.includes(formula)));
  }

  it("come from the seconds of its formula for a scan", () => {
    assert.ok(page.includes("s = p 1,769 / (1,024 m) + r L seconds"));
    assert.equal(seconds, Number(((of("p") * 1769) / (1024 * memory) + of("r") * of("L")).toFixed(1)));
  });

  for (const accounts of [100, 1000, 10_000]) {
    it(`for ${accounts} accounts`, () => {
      const rows = page.split("\n").map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
      assert.deepEqual(
        rows.find(([first]) => first === accounts.toLocaleString("en")),
        row(accounts),
      );
    });
  }
});

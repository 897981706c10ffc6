import assert from "node:assert/strict";
import { type Block, overlap, parseCidr, subnetCidrs } from "../../../components/network/cidr";

describe("parseCidr", () => {
  const rows: [cidr: string, block: [first: string, prefix: number] | undefined][] = [
    ["10.0.0.0/16", ["10.0.0.0", 16]],
    ["0.0.0.0/0", ["0.0.0.0", 0]],
    ["255.255.255.255/32", ["255.255.255.255", 32]],
    ["10.0.0.1/16", undefined],
    ["10.0.0.0", undefined],
    ["10.0.0.0/33", undefined],
    ["10.0.256.0/24", undefined],
    ["10.0.0/24", undefined],
    ["012.0.0.0/16", undefined],
    ["0x0a.0.0.0/16", undefined],
    ["10.0.0.0/016", undefined],
    [" 10.0.0.0/16", undefined],
    ["fd00::/64", undefined],
    ["", undefined],
  ];
  for (const [cidr, block] of rows) {
    it(`${JSON.stringify(cidr)} is ${JSON.stringify(block)}`, () => {
      const parsed = parseCidr(cidr);
      assert.deepEqual(parsed && [parsed.first.toString(), parsed.prefix], block);
    });
  }
});

describe("overlap of blocks", () => {
  const rows: [one: string, other: string, expected: boolean][] = [
    ["10.0.0.0/24", "10.0.0.0/24", true],
    ["10.0.0.0/24", "10.0.0.128/25", true],
    ["10.0.0.0/25", "10.0.0.128/25", false],
    ["10.0.0.0/24", "10.0.1.0/24", false],
    ["0.0.0.0/0", "255.255.255.255/32", true],
  ];
  for (const [one, other, expected] of rows) {
    it(`${one} and ${other}: ${expected}`, () => {
      assert.equal(overlap(blockOf(one), blockOf(other)), expected);
      assert.equal(overlap(blockOf(other), blockOf(one)), expected);
    });
  }
});

describe("subnetCidrs", () => {
  const rows: [vpc: string, count: number, subnets: string[] | undefined][] = [
    ["10.0.0.0/16", 2, ["10.0.0.0/24", "10.0.1.0/24"]],
    ["10.255.254.0/23", 2, ["10.255.254.0/24", "10.255.255.0/24"]],
    ["10.0.0.0/24", 3, ["10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/26"]],
    ["10.0.0.32/27", 2, ["10.0.0.32/28", "10.0.0.48/28"]],
    ["10.0.0.0/27", 3, undefined],
    ["10.0.0.0/28", 2, undefined],
    ["10.0.0.0", 2, undefined],
  ];
  for (const [vpc, count, subnets] of rows) {
    it(`lays ${count} out in ${vpc}`, () => {
      assert.deepEqual(subnetCidrs(vpc, count), subnets);
    });
  }

  it("lays every VPC out inside it, without overlap, in equal subnets that AWS takes", () => {
    const random = generator(20261124);
    let laidOut = 0;
    for (let round = 0; round < 2000; round += 1) {
      const prefix = 16 + Math.floor(random() * 13);
      const size = 2 ** (32 - prefix);
      const first = Math.floor((random() * 2 ** 32) / size) * size;
      const vpc = `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join(".")}/${prefix}`;
      const count = 2 + Math.floor(random() * 5);
      const cidrs = subnetCidrs(vpc, count);
      const room = prefix + Math.ceil(Math.log2(count)) <= 28;
      assert.equal(cidrs !== undefined, room, `${vpc} for ${count}`);
      const blocks = (cidrs ?? []).map(blockOf);
      laidOut += blocks.length;
      for (const [index, block] of blocks.entries()) {
        assert.ok(block.prefix >= prefix && overlap(block, blockOf(vpc)), `${vpc} holds ${cidrs}`);
        assert.ok(block.prefix >= 24 && block.prefix <= 28 && block.prefix === blocks[0]?.prefix, `${cidrs}`);
        assert.ok(!blocks.slice(0, index).some((other) => overlap(block, other)), `${cidrs} overlap`);
      }
    }
    assert.ok(laidOut > 2000);
  });
});

function blockOf(cidr: string): Block {
  return parseCidr(cidr) ?? assert.fail(`${cidr} is no block`);
}

/** Mulberry32: the same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

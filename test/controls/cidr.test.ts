import assert from "node:assert/strict";
import { isPublicCidr } from "../../controls/cidr";

describe("isPublicCidr", () => {
  const rows: [cidr: string, expected: boolean, what: string][] = [
    ["0.0.0.0/0", true, "the whole of IPv4"],
    ["0.0.0.0/1", true, "its lower half"],
    ["128.0.0.0/1", true, "its upper half"],
    ["::/0", true, "the whole of IPv6"],
    ["52.0.0.0/8", true, "a public /8"],
    ["203.0.113.7/32", true, "one public address"],
    ["2600:1f00::/24", true, "a public IPv6 range"],
    ["10.0.0.0/7", true, "wider than 10.0.0.0/8"],
    ["172.0.0.0/8", true, "wider than 172.16.0.0/12"],
    ["anything", true, "no CIDR block at all"],
    ["10.0.0.0/8", false, "RFC 1918"],
    ["10.1.2.0/24", false, "inside RFC 1918"],
    ["172.31.0.0/16", false, "the default VPC's range"],
    ["192.168.1.1/32", false, "one private address"],
    ["100.64.0.0/10", false, "RFC 6598"],
    ["fd00::/8", false, "unique local IPv6"],
  ];
  for (const [cidr, expected, what] of rows) {
    it(`${cidr}: ${expected ? "public" : "private"} (${what})`, () => {
      assert.equal(isPublicCidr(cidr), expected);
    });
  }

  it("takes allowed ranges for private, and nothing wider", () => {
    assert.equal(isPublicCidr("203.0.113.7/32", ["203.0.113.0/24"]), false);
    assert.equal(isPublicCidr("203.0.112.0/23", ["203.0.113.0/24"]), true);
  });
});

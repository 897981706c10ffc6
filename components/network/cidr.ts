import ipaddr from "ipaddr.js";
import type { Rule } from "../shared/arguments";

/** A block of IPv4 addresses: its first address, and its prefix length. */
export interface Block {
  readonly first: ipaddr.IPv4;
  readonly prefix: number;
}

/** The smallest subnet that a VPC takes: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const longestSubnetPrefix = 28;

/** 251 usable addresses are plenty for databases, and leave the rest of the VPC to applications. */
const preferredSubnetPrefix = 24;

/** The block of "10.0.0.0/16", or undefined for anything else, a block with host bits ("10.0.0.1/16") too. */
export function parseCidr(cidr: string): Block | undefined {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) {
    return undefined;
  }
  const first = ipaddr.IPv4.networkAddressFromCIDR(cidr);
  const [, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  // The library reads "10.0/16" and octal "012.0.0.0/16" as well, which AWS does not.
  return `${first}/${prefix}` === cidr ? { first, prefix } : undefined;
}

/** Whether two blocks have an address in common; what is no block has none. */
export function overlapping(one: string, other: string): boolean {
  const [first, second] = [parseCidr(one), parseCidr(other)];
  return first !== undefined && second !== undefined && overlap(first, second);
}

/** Whether every address of a block is one of another. */
export function isWithin(block: string, whole: string): boolean {
  const [inner, outer] = [parseCidr(block), parseCidr(whole)];
  return inner !== undefined && outer !== undefined && inner.prefix >= outer.prefix && overlap(inner, outer);
}

export function overlap(one: Block, other: Block): boolean {
  return one.first.match(other.first, Math.min(one.prefix, other.prefix));
}

/**
 * The blocks of `count` subnets at the start of a VPC, of /24 or, where the VPC is too small for those, equal shares.
 * Undefined when a share would be smaller than the /28 that AWS asks for, or `vpcCidr` is no block.
 */
export function subnetCidrs(vpcCidr: string, count: number): string[] | undefined {
  const vpc = parseCidr(vpcCidr);
  if (vpc === undefined) {
    return undefined;
  }
  const prefix = Math.max(preferredSubnetPrefix, vpc.prefix + Math.ceil(Math.log2(count)));
  if (prefix > longestSubnetPrefix) {
    return undefined;
  }
  return Array.from(
    { length: count },
    (_, index) => `${addressAfter(vpc.first, index * 2 ** (32 - prefix))}/${prefix}`,
  );
}

function addressAfter(first: ipaddr.IPv4, offset: number): ipaddr.IPv4 {
  const address = first.octets.reduce((number, octet) => number * 256 + octet, 0) + offset;
  return new ipaddr.IPv4([24, 16, 8, 0].map((shift) => (address >>> shift) & 255));
}

/** Blocks from which clients may come: private ones are /8 at most, so anything wider has the internet in it. */
export const clientBlock: Rule<string> = {
  allowed: "an IPv4 block from /8 to /32 that starts at its first address, such as 10.1.0.0/16",
  accepts: (value) => typeof value === "string" && (parseCidr(value)?.prefix ?? 0) >= 8,
};

/**
 * The /64 of a subnet in the /56 that AWS gives a VPC, by its index.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html#subnet-sizing-ipv6
 */
export function ipv6Subnet(vpcBlock: string, index: number): string {
  const bytes = [...ipaddr.IPv6.networkAddressFromCIDR(vpcBlock).toByteArray()];
  bytes[7] = index;
  return `${new ipaddr.IPv6(bytes).toRFC5952String()}/64`;
}

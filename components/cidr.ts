/** A block of IPv4 addresses: its first address as a number, and its prefix length. */
export interface Block {
  readonly first: number;
  readonly prefix: number;
}

/** The smallest subnet that a VPC takes: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const longestSubnetPrefix = 28;

/** 251 usable addresses are plenty for databases, and leave the rest of the VPC to applications. */
const preferredSubnetPrefix = 24;

/** The block of "10.0.0.0/16", or undefined for anything else, a block with host bits ("10.0.0.1/16") too. */
export function parseCidr(cidr: string): Block | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)?.slice(1).map(Number);
  if (parts === undefined) {
    return undefined;
  }
  const prefix = parts.pop() ?? 0;
  if (parts.some((byte) => byte > 255) || prefix > 32) {
    return undefined;
  }
  const first = parts.reduce((address, byte) => address * 256 + byte, 0);
  return first % sizeOf(prefix) === 0 ? { first, prefix } : undefined;
}

export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

export function overlap(one: Block, other: Block): boolean {
  return one.first < other.first + sizeOf(other.prefix) && other.first < one.first + sizeOf(one.prefix);
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
  return Array.from({ length: count }, (_, index) => format({ first: vpc.first + index * sizeOf(prefix), prefix }));
}

function format({ first, prefix }: Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${bytes.join(".")}/${prefix}`;
}

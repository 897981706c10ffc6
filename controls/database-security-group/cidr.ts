import ipaddr from "ipaddr.js";

type Range = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** Ranges that the internet does not route: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291, loopback. */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
].flatMap(rangesOf);

/**
 * Whether a CIDR block holds any address outside the private ranges (and outside those allowed).
 * A text that is no CIDR block counts as public: AWS would refuse it, and no rule may pass by being unreadable.
 */
export function isPublicCidr(cidr: string, allowed: readonly string[] = []): boolean {
  const [range] = rangesOf(cidr);
  return (
    range === undefined || ![...privateRanges, ...allowed.flatMap(rangesOf)].some((outer) => contains(outer, range))
  );
}

/** Whether a CIDR block lies inside another one; false where one of them is none. */
export function isWithin(outer: string, inner: string): boolean {
  const [range] = rangesOf(inner);
  return range !== undefined && rangesOf(outer).some((candidate) => contains(candidate, range));
}

/**
 * Whether a CIDR block is so wide that it means the internet: public and wider than /8 of IPv4 or /32 of IPv6, which
 * also catches the internet in several parts. A text that is no CIDR block counts, as nothing passes by being unreadable.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isEverywhere(cidr: string): boolean {
  const [range] = rangesOf(cidr);
  if (range === undefined) {
    return true;
  }
  const [address, bits] = range;
  return bits < (address.kind() === "ipv4" ? 8 : 32) && !privateRanges.some((outer) => contains(outer, range));
}

/** The range that a text means; none where it is no CIDR block. */
function rangesOf(cidr: string): readonly Range[] {
  return ipaddr.isValidCIDR(cidr) ? [ipaddr.parseCIDR(cidr)] : [];
}

function contains([outerAddress, outerBits]: Range, [innerAddress, innerBits]: Range): boolean {
  return (
    outerAddress.kind() === innerAddress.kind() && innerBits >= outerBits && innerAddress.match(outerAddress, outerBits)
  );
}

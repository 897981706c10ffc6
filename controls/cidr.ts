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

/**
 * Whether CIDR blocks mean the internet, one of them or all together: what is public of them takes up more than a /8 of
 * IPv4 or a /32 of IPv6, however it is cut.
 */
export function areEverywhere(cidrs: readonly string[]): boolean {
  if (cidrs.some(isEverywhere)) {
    return true;
  }
  const shares = { ipv4: 0, ipv6: 0 };
  for (const [address, bits] of outermost(new Set(cidrs))) {
    shares[address.kind()] += 2 ** -bits;
  }
  return shares.ipv4 > 2 ** -8 || shares.ipv6 > 2 ** -32;
}

/** The public ranges of which none lies inside another, sorted so that each is compared with the one before it. */
function outermost(cidrs: ReadonlySet<string>): readonly Range[] {
  const ranges = [...cidrs]
    .flatMap(rangesOf)
    .filter((range) => !privateRanges.some((outer) => contains(outer, range)))
    .map((range) => ({ range, key: keyOf(range) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const found: Range[] = [];
  for (const { range } of ranges) {
    const last = found.at(-1);
    if (last === undefined || !contains(last, range)) {
      found.push(range);
    }
  }
  return found;
}

/** Sorts by the first address, and the wider range before what lies in it. */
function keyOf([address, bits]: Range): string {
  const network = ipaddr[address.kind() === "ipv4" ? "IPv4" : "IPv6"].networkAddressFromCIDR(`${address}/${bits}`);
  return `${address.kind()} ${Buffer.from(network.toByteArray()).toString("hex")} ${String(bits).padStart(3, "0")}`;
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

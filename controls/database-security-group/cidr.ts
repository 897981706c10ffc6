import ipaddr from "ipaddr.js";

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
];

/**
 * Whether a CIDR block holds any address outside the private ranges (and outside those allowed).
 * A text that is no CIDR block counts as public: AWS would refuse it, and no rule may pass by being unreadable.
 */
export function isPublicCidr(cidr: string, allowed: readonly string[] = []): boolean {
  return ![...privateRanges, ...allowed].some((range) => contains(range, cidr));
}

function contains(outer: string, inner: string): boolean {
  if (!ipaddr.isValidCIDR(outer) || !ipaddr.isValidCIDR(inner)) {
    return false;
  }
  const [outerAddress, outerBits] = ipaddr.parseCIDR(outer);
  const [innerAddress, innerBits] = ipaddr.parseCIDR(inner);
  return (
    outerAddress.kind() === innerAddress.kind() && innerBits >= outerBits && innerAddress.match(outerAddress, outerBits)
  );
}

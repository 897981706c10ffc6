const byPrefix: readonly (readonly [prefix: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
];

/** The partition of a region, as in its ARNs: "aws", "aws-cn", "aws-us-gov", "aws-eusc". */
export function partitionOf(region: string): string {
  return byPrefix.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

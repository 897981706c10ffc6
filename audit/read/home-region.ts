import { partitionOf } from "../../inventory/partition";

/**
 * Those of the partition aws that every account has enabled: AWS opened them before March 20, 2019, and every later one is
 * enabled by hand. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
const enabledByDefault: ReadonlySet<string> = new Set([
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
]);

/**
 * The region in which roles are assumed, and what belongs to no region is asked for. STS of a region that is enabled by hand
 * serves accounts alone that enabled it, both the caller's and the role's, while a token of any region's STS is good
 * in all regions: so the first region that every account has, and else the first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
 * @param own those of the environment and the profile, as far as there are
 * @param asked the regions that are audited
 */
export function homeRegion(own: readonly (string | undefined)[], asked: readonly string[] | "all"): string {
  const named = asked === "all" ? [] : asked;
  const [first] = named;
  const candidates = [...own, ...named].filter(
    (region): region is string =>
      region !== undefined && (first === undefined || partitionOf(region) === partitionOf(first)),
  );
  return candidates.find(isEverywhere) ?? candidates[0] ?? "us-east-1";
}

function isEverywhere(region: string): boolean {
  return partitionOf(region) !== "aws" || enabledByDefault.has(region);
}

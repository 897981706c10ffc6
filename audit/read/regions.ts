import { DescribeRegionsCommand, type EC2Client } from "@aws-sdk/client-ec2";
import type { Calls } from "./calls";
import { CannotAudit } from "./cannot-audit";

/**
 * The regions that are enabled in the account.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 * @throws CannotAudit where AWS does not tell
 */
export async function readRegions(ec2: EC2Client, calls: Calls): Promise<readonly string[]> {
  const regions = await calls.fact("ec2:DescribeRegions", "the account", async () => {
    const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({}));
    return Regions.flatMap(({ RegionName }) => RegionName ?? []).sort();
  });
  if ("unread" in regions) {
    throw new CannotAudit(
      `the enabled regions are not known (${regions.unread}): allow ec2:DescribeRegions or name regions.`,
    );
  }
  return regions.value;
}

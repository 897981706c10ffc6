import {
  type CloudWatchLogsClient,
  DescribeResourcePoliciesCommand,
  type LogGroup,
  paginateDescribeLogGroups,
  type ResourcePolicy,
} from "@aws-sdk/client-cloudwatch-logs";
import { GetDetectorCommand, type GuardDutyClient, paginateListDetectors } from "@aws-sdk/client-guardduty";
import type { DescribedDetector, Listing, MonitoringDescription } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

/** Log groups of databases by the start of their names; those of flow logs are named by the flow logs. */
const databaseLogGroups = ["/aws/rds/", "RDSOSMetrics"];

/**
 * The log groups of databases and of flow logs, the region's resource policies of logs, and GuardDuty.
 * @param flowLogGroups names of log groups that flow logs write to
 */
export async function readMonitoring(
  logs: CloudWatchLogsClient,
  guardduty: GuardDutyClient,
  calls: Calls,
  flowLogGroups: readonly string[],
): Promise<MonitoringDescription> {
  const [groups, logResourcePolicies, detectors] = await Promise.all([
    Promise.all(
      [...new Set([...databaseLogGroups, ...flowLogGroups])].map((prefix) =>
        calls.list(
          "logs:DescribeLogGroups",
          paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix: prefix }),
          (page) => page.logGroups,
          prefix,
        ),
      ),
    ),
    calls.list(
      "logs:DescribeResourcePolicies",
      pagesOfResourcePolicies(logs),
      (page: readonly ResourcePolicy[]) => page,
    ),
    readDetectors(guardduty, calls),
  ]);
  return { logGroups: merged(groups), logResourcePolicies, detectors };
}

function merged(listings: readonly Listing<LogGroup>[]): Listing<LogGroup> {
  const byName = new Map(listings.flatMap(({ items }) => items).map((group) => [group.logGroupName, group]));
  const unread = listings.find((listing) => listing.unread !== undefined)?.unread;
  return { items: [...byName.values()], ...(unread === undefined ? {} : { unread }) };
}

/** The SDK has no paginator for this call. */
async function* pagesOfResourcePolicies(client: CloudWatchLogsClient): AsyncGenerator<readonly ResourcePolicy[]> {
  let nextToken: string | undefined;
  do {
    const answer = await client.send(new DescribeResourcePoliciesCommand(nextToken === undefined ? {} : { nextToken }));
    yield answer.resourcePolicies ?? [];
    nextToken = answer.nextToken;
  } while (nextToken);
}

async function readDetectors(client: GuardDutyClient, calls: Calls): Promise<Listing<DescribedDetector>> {
  const ids = await calls.list(
    "guardduty:ListDetectors",
    paginateListDetectors({ client }, {}),
    (page) => page.DetectorIds,
  );
  const items = await Promise.all(
    ids.items.map(async (id) => ({
      id,
      detector: await calls.fact("guardduty:GetDetector", id, () =>
        client.send(new GetDetectorCommand({ DetectorId: id })),
      ),
    })),
  );
  return { ...ids, items };
}

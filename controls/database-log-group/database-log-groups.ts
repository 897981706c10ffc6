import type { FlowLog, Inventory, LogGroup, Reference } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import type { Answer } from "../control";
import { holdsDatabase } from "../holds-database";
import { perInventory, referredTo } from "../referred";

/**
 * Names of log groups that RDS writes to: exported logs, proxies and enhanced monitoring.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export const databaseLogGroups: readonly string[] = ["/aws/rds/", "RDSOSMetrics"];

/** Judges a log group only where a database, or the flow log of the VPC of one, writes to it. */
export function judgeDatabaseLogGroup(group: LogGroup, inventory: Inventory, answer: Answer): Answer {
  if (answer.answer === "holds") {
    return answer;
  }
  const used = isOfDatabase(group, inventory);
  if (used === false) {
    const { flowLogs } = inventory.unread;
    return flowLogs === undefined
      ? notApplicable("no database of the inventory writes to the log group")
      : undecided(`the flow logs (${flowLogs})`);
  }
  return isUnknown(used) && answer.answer === "fails" ? undecided(used.waitsFor) : answer;
}

function isOfDatabase(group: LogGroup, inventory: Inventory): boolean | Unknown {
  const byName = hasNameOfDatabase(group, inventory);
  return byName === true || flowLogGroupsOf(inventory)(group) || byName;
}

function hasNameOfDatabase({ logGroupName }: LogGroup, inventory: Inventory): boolean | Unknown {
  if (!isUnknown(logGroupName)) {
    return databaseLogGroups.some((name) => logGroupName?.startsWith(name));
  }
  // A name that is made of a database's, as "/aws/rds/instance/orders/postgresql" is.
  const [source] = logGroupName.sources.filter((id) => isDatabase(inventory, id));
  return source !== undefined || logGroupName;
}

function isDatabase(inventory: Inventory, id: string): boolean {
  const reference: Reference = { unknown: true, waitsFor: "", sources: [id] };
  return (["dbInstances", "dbClusters", "dbProxies"] as const).some(
    (kind) => resolve(inventory, kind, reference).to === "resource",
  );
}

/** The log groups of flow logs of VPCs in which a database is. */
export const flowLogGroupsOf = perInventory((inventory) =>
  referredTo(
    inventory,
    "logGroups",
    inventory.flowLogs
      .filter((log) => isOfDatabaseVpc(log, inventory))
      .map((log) => ({ from: log, reference: withoutStar(log.logGroup) })),
  ),
);

function isOfDatabaseVpc(log: FlowLog, inventory: Inventory): boolean {
  const subnet = resolve(inventory, "subnets", log.subnet, log);
  const reference = subnet.to === "resource" ? subnet.resource.vpc : log.vpc;
  const vpc = resolve(inventory, "vpcs", reference, log);
  return vpc.to === "resource" && holdsDatabase(vpc.resource, inventory) === true;
}

/** The ARN of a log group is also written with ":*" for its streams behind. */
function withoutStar(reference: Reference): Reference {
  return typeof reference === "string" && reference.endsWith(":*") ? reference.slice(0, -2) : reference;
}

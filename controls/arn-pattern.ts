import { fits } from "./wildcards";

/** The parts of an ARN with wildcards; "*" stands for a part that a wildcard before it takes in. */
export interface ArnPattern {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** What follows the account, such as "table/orders". */
  readonly resource: string;
}

const anything: ArnPattern = { service: "*", region: "*", account: "*", resource: "*" };

/**
 * Reads an ARN as policies write it. A wildcard may take in several parts, as in "arn:aws:rds:*" and "*".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function arnPattern(text: string): ArnPattern {
  const [, partition = "", service = "*", region = "*", account = "*", ...resource] = text.split(":");
  return partition.includes("*")
    ? anything
    : { service, region, account, resource: resource.length === 0 ? "*" : resource.join(":") };
}

/** Whether the ARNs that it stands for can be of a service. */
export function isOfService({ service }: ArnPattern, name: string): boolean {
  return fits(service.toLowerCase(), name);
}

/**
 * Whether an ARN as policies write it may be of a service: with fewer parts than an ARN has, a wildcard can take in what
 * is missing, and what follows it is not of the service's name.
 */
export function mayBeOfService(text: string, name: string): boolean {
  const parts = text.split(":");
  const [before = "", ...after] = (parts[2] ?? "").toLowerCase().split("*");
  const goesOn = parts.length < 6 && after.length > 0;
  return isOfService(arnPattern(text), name) || (goesOn && name.startsWith(before));
}

/** A text that nobody writes into a policy: what fits it is a wildcard. */
export const unnamed = "\uE000".repeat(8);

/** Whether an ARN with wildcards takes in a resource of a service in whatever region, and account unless one is given. */
export function takesIn(entry: string, service: string, resource: string, account = unnamed): boolean {
  const pattern = arnPattern(entry);
  return (
    isOfService(pattern, service) &&
    fits(pattern.region, unnamed) &&
    fits(pattern.account, account) &&
    fits(pattern.resource, resource)
  );
}

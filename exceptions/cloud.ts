import type { PolicyExceptionMatch } from "../configuration/file";
import { endOf } from "./expiry";
import { fullReason, type ResolvedException } from "./resolve";

/**
 * The body of a request that creates an exception in Pulumi Cloud, `POST /api/orgs/{organization}/policy/exceptions`;
 * `pulumi policy exception new --file` takes the same. Both are in preview, and Pulumi Cloud chooses the id.
 * https://www.pulumi.com/docs/reference/cloud-rest-api/policy-exceptions/
 * https://www.pulumi.com/docs/reference/cloud-rest-api/schema/createpolicyexceptionrequest/
 */
export interface CloudException {
  readonly policyPack: string;
  readonly match: readonly PolicyExceptionMatch[];
  readonly reason: string;
  /** Whole hours. */
  readonly expiresInSeconds: number;
}

export interface CloudExceptions {
  readonly requests: readonly CloudException[];
  /** One sentence about each exception that Pulumi Cloud cannot keep as it stands. */
  readonly notes: readonly string[];
}

/** The bounds that the schema of the request names. */
const most = { policies: 100, targets: 100, entries: 100, targetLength: 2048, hours: 3650 * 24 };

const hour = 60 * 60 * 1000;

/** The requests that bring exceptions to Pulumi Cloud, split where it takes no more at once. */
export function cloudExceptions(
  resolved: readonly ResolvedException[],
  policyPack: string,
  now: Date,
): CloudExceptions {
  const notes: string[] = [];
  const requests = resolved.flatMap(({ exception, targets }) => {
    const { id, controls } = exception;
    const hours = Math.floor((endOf(exception).getTime() - now.getTime()) / hour);
    const short = targets.filter((target) => target.length <= most.targetLength);
    if (hours < 1) {
      notes.push(`exception ${id} ends within the hour, the least that Pulumi Cloud takes, and is left out.`);
      return [];
    }
    if (hours > most.hours) {
      notes.push(`exception ${id} ends after 3650 days in Pulumi Cloud, the most that it takes.`);
    }
    if (short.length < targets.length) {
      notes.push(
        `exception ${id}: URNs of more than ${most.targetLength} characters are left out; Pulumi Cloud takes none.`,
      );
    }
    const match = chunks(controls, most.policies).flatMap((policies) =>
      chunks(short, most.targets).map((part) => ({ policies, targets: part })),
    );
    return chunks(match, most.entries).map((part) => ({
      policyPack,
      match: part,
      reason: `${id}: ${fullReason(exception)}`,
      expiresInSeconds: Math.min(hours, most.hours) * 3600,
    }));
  });
  return { requests, notes };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

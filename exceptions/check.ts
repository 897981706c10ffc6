import { byLine, type Problem } from "../configuration/problem";
import type { Exception } from "./exception";
import { daysLeft, isLive } from "./expiry";
import { isForUrns, matcher } from "./glob";
import type { ExceptionsFile } from "./read";

/** Days before the end of an exception from which on it is spoken of. */
export const noticeDays = 30;

/**
 * Everything about a file of exceptions that somebody must mend (errors) or see to (warnings).
 * @param urns of the resources that there are, where they are known: what matches none of them is reported
 */
export function checkExceptions(
  { exceptions, problems }: ExceptionsFile,
  now: Date,
  urns?: readonly string[],
): Problem[] {
  return byLine([
    ...problems,
    ...exceptions.flatMap((exception) => expiryOf(exception, now)),
    ...(urns === undefined
      ? []
      : exceptions.filter((exception) => isLive(exception, now)).flatMap((exception) => unmatched(exception, urns))),
  ]);
}

function expiryOf(exception: Exception, now: Date): Problem[] {
  const { id, owner, expires, lines } = exception;
  const days = daysLeft(exception, now);
  if (days === 0) {
    const message = `exception ${id} of ${owner} expired on ${expires}; mend what it excepts and remove it, or agree on a new date.`;
    return [{ line: lines.expires, severity: "error", message }];
  }
  if (days > noticeDays) {
    return [];
  }
  const left = days === 1 ? "today" : days === 2 ? "tomorrow" : `in ${days - 1} days, on ${expires}`;
  const message = `exception ${id} of ${owner} expires ${left}; mend what it excepts, or agree on a new date.`;
  return [{ line: lines.expires, severity: "warning", message }];
}

/** The patterns that match no URN; ARNs and AWS ids are for the audit and not among URNs. */
function unmatched({ id, resources, lines }: Exception, urns: readonly string[]): Problem[] {
  return resources.flatMap((pattern, index) => {
    if (!isForUrns(pattern) || urns.some(matcher(pattern))) {
      return [];
    }
    const message = `exception ${id}: ${pattern} matches no resource of the stacks given; correct it, or remove it.`;
    return [{ line: lines.resources[index] ?? lines.entry, severity: "warning" as const, message }];
  });
}

import { byLine, type Problem } from "../configuration/problem";
import type { ControlId } from "../controls/ids";
import { takesInEverything } from "./everything";
import type { Exception } from "./exception";
import { daysLeft, isLive } from "./expiry";
import { isForUrns, isGlob, matcher } from "./glob";
import type { ExceptionsFile } from "./read";

/** Days before the end of an exception from which on it is spoken of. */
export const noticeDays = 30;

/** Tells whether a control can be about the resource of a URN. */
export type Concerns = (control: ControlId, urn: string) => boolean;

/**
 * Everything about a file of exceptions that somebody must mend (errors) or see to (warnings).
 * @param urns of the resources that there are, where they are known: what matches none of them is reported
 * @param concerns what excepts a control from resources alone that it cannot be about is reported
 */
export function checkExceptions(
  { exceptions, problems }: ExceptionsFile,
  now: Date,
  urns?: readonly string[],
  concerns: Concerns = () => true,
): Problem[] {
  const live = exceptions.filter((exception) => isLive(exception, now));
  return byLine([
    ...problems,
    ...exceptions.flatMap((exception) => expiryOf(exception, now)),
    ...exceptions.flatMap(unlimited),
    ...exceptions.flatMap(repeated),
    ...(urns === undefined ? [] : live.flatMap((exception) => unmatched(exception, urns))),
    ...live.flatMap((exception) => unconcerned(exception, urns, concerns)),
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

/** The patterns that take in whatever there is, now and later. */
function unlimited({ id, resources, lines }: Exception): Problem[] {
  return resources.flatMap((pattern, index) =>
    takesInEverything(pattern)
      ? [
          {
            line: lines.resources[index] ?? lines.entry,
            severity: "warning" as const,
            message: `exception ${id}: ${pattern} is every resource, those that are still to come among them; name some.`,
          },
        ]
      : [],
  );
}

/** The controls that stand in the list of an exception more than once: one of them was meant to be another. */
function repeated({ id, controls, lines }: Exception): Problem[] {
  const twice = controls.filter((control, index) => controls.indexOf(control) !== index);
  return [...new Set(twice)].map((control) => ({
    line: lines.entry,
    severity: "warning" as const,
    message: `exception ${id} names ${control} more than once; keep one, or name the control that was meant.`,
  }));
}

/**
 * The controls that are about none of the resources that an exception matches. A whole URN names its type, so that it
 * needs no stack; what a glob matches is not known without one.
 */
export function unconcerned(
  { id, controls, resources, lines }: Exception,
  urns: readonly string[] | undefined,
  concerns: Concerns,
): Problem[] {
  const patterns = resources.filter(isForUrns);
  const globs = patterns.filter(isGlob).map(matcher);
  if (globs.length > 0 && urns === undefined) {
    return [];
  }
  const whole = patterns.filter((pattern) => !isGlob(pattern));
  const matched = [...whole, ...(urns ?? []).filter((urn) => globs.some((matches) => matches(urn)))];
  return matched.length === 0
    ? []
    : [...new Set(controls)]
        .filter((control) => !matched.some((urn) => concerns(control, urn)))
        .map((control) => ({
          line: lines.entry,
          severity: "warning" as const,
          message: `exception ${id}: ${control} is about none of the resources that it matches; correct one of them, or remove it.`,
        }));
}

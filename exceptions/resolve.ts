import type { Exception } from "./exception";
import { isLive } from "./expiry";
import { isForUrns, isGlob, matcher } from "./glob";

/** A live exception with the URNs that it stands for. */
export interface ResolvedException {
  readonly exception: Exception;
  /** Exact URNs, at least one. */
  readonly targets: readonly string[];
}

export interface Resolution {
  readonly resolved: readonly ResolvedException[];
  /** One sentence about each exception, or part of one, that is left out. */
  readonly leftOut: readonly string[];
}

/** The live exceptions whose globs need the URNs of a stack to be resolved. */
export function withGlobs(exceptions: readonly Exception[], now: Date): Exception[] {
  return exceptions.filter(
    (exception) =>
      isLive(exception, now) && exception.resources.some((pattern) => isForUrns(pattern) && isGlob(pattern)),
  );
}

/**
 * Leaves out what has expired and resolves globs. A URN that is written out needs no look at a stack.
 * @param urns of the resources of the stacks that the result is for
 */
export function resolveExceptions(exceptions: readonly Exception[], now: Date, urns: readonly string[]): Resolution {
  const resolved: ResolvedException[] = [];
  const leftOut: string[] = [];
  for (const exception of exceptions) {
    const { id, expires } = exception;
    if (!isLive(exception, now)) {
      leftOut.push(`exception ${id} expired on ${expires} and is left out.`);
      continue;
    }
    const patterns = exception.resources.filter(isForUrns);
    const matched = patterns.map((pattern) => (isGlob(pattern) ? urns.filter(matcher(pattern)) : [pattern]));
    const targets = [...new Set(matched.flat())];
    if (targets.length > 0) {
      resolved.push({ exception, targets });
    }
    leftOut.push(
      ...(patterns.length === 0 ? [`exception ${id} names no URN and is left out; it is for the audit.`] : []),
      ...patterns
        .filter((_, index) => matched[index]?.length === 0)
        .map((pattern) => `exception ${id}: ${pattern} matches no resource of the stacks given and is left out.`),
    );
  }
  return { resolved, leftOut };
}

/** What Pulumi shows beside an exempted violation; it knows neither owner nor ticket nor, in a file, expiry. */
export function fullReason({ reason, owner, expires, ticket }: Exception): string {
  return `${reason.trim()} (owner ${owner}, until ${expires}${ticket === undefined ? "" : `, ${ticket}`})`;
}

import type { ControlId } from "../controls/ids";
import type { Exception } from "./exception";
import { isLive } from "./expiry";
import { matcher } from "./glob";

/** Finds the exception of a control and a resource. */
export type ExceptionFor = (control: ControlId, resource: string, now: Date) => Exception | undefined;

/**
 * Prepares the look-up of exceptions: the first live one that names the control and the resource applies.
 * A resource is named by its URN in a program, by its ARN (or AWS id) in an account.
 */
export function exceptionsFor(exceptions: readonly Exception[]): ExceptionFor {
  const byControl = new Map<ControlId, { readonly exception: Exception; readonly matchers: Matchers }[]>();
  for (const exception of exceptions) {
    const entry = { exception, matchers: exception.resources.map(matcher) };
    for (const control of exception.controls) {
      byControl.set(control, [...(byControl.get(control) ?? []), entry]);
    }
  }
  return (control, resource, now) =>
    byControl
      .get(control)
      ?.find(({ exception, matchers }) => isLive(exception, now) && matchers.some((matches) => matches(resource)))
      ?.exception;
}

type Matchers = readonly ReturnType<typeof matcher>[];

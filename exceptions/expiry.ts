import type { Exception } from "./exception";

const dayLength = 24 * 60 * 60 * 1000;

/** True for the date of a day that exists, such as "2027-01-31". */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take 31 February for 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The moment from which an exception no longer holds: the end of its last day, in UTC. */
export function endOf({ expires }: Pick<Exception, "expires">): Date {
  return new Date(Date.parse(`${expires}T00:00:00Z`) + dayLength);
}

/** True until an exception expires. */
export function isLive(exception: Pick<Exception, "expires">, now: Date): boolean {
  return now < endOf(exception);
}

/** The days that are left of an exception, the present one among them; 0 when it has expired. */
export function daysLeft(exception: Pick<Exception, "expires">, now: Date): number {
  return Math.max(0, Math.ceil((endOf(exception).getTime() - now.getTime()) / dayLength));
}

import { Cron } from "croner";
import { type ArgumentChecks, type Rule, show } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";
import { clockChanges } from "./clock-changes";

/** Hours that one unit of a rate has. */
const hours = { minute: 1 / 60, hour: 1, day: 24 } as const;

/** EventBridge's rules take a singular for 1 and a plural for more alone; what the Scheduler takes beyond that AWS does not say. */
const rate = /^rate\(([1-9]\d{0,4}) (minute|hour|day)(s?)\)$/;
/** Six fields, in which letters stand for days and months: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const cron = /^cron\(([\d*,/-]+ [\d*,/-]+ [\dLW*?,/-]+ [\dA-Z*,/-]+ [1-7A-Z#*?,/-]+ [\d*,/-]+)\)$/i;
const years = { from: 1970, to: 2199 };

/** As many as tell the longest and the shortest time between two audits within some months, of hourly ones too. */
const runsLookedAt = 1000;

/** By clocks that do not change. */
interface Between {
  readonly shortest: number;
  /** Infinity where there is one run alone. */
  readonly longest: number;
}

/** Hours from one audit to the next; undefined where EventBridge Scheduler would not take the schedule, or never run it. */
export function hoursBetween(schedule: string): Between | undefined {
  const every = hoursOfRate(schedule);
  return every === undefined ? hoursOfCron(schedule) : { shortest: every, longest: every };
}

function hoursOfRate(schedule: string): number | undefined {
  const [, amount, unit, plural] = rate.exec(schedule) ?? [];
  return unit === undefined || (amount === "1") !== (plural === "")
    ? undefined
    : Number(amount) * hours[unit as keyof typeof hours];
}

function hoursOfCron(schedule: string): Between | undefined {
  const job = jobOf(schedule);
  const runs = job?.nextRuns(runsLookedAt).map(inHours) ?? [];
  if (job === undefined || runs.length === 0) {
    return undefined;
  }
  const gaps = runs.slice(1).map((run, before) => run - (runs[before] ?? run));
  return {
    shortest: Math.min(Number.POSITIVE_INFINITY, ...gaps),
    longest: gaps.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...gaps, ...pausesOf(job)),
  };
}

const inHours = (moment: Date): number => moment.getTime() / 3_600_000;

/** Hours without a run from the start of each month of a year on: some schedules leave months out. */
function pausesOf(job: Cron): readonly number[] {
  const now = new Date();
  return Array.from({ length: 12 }, (_, at) => {
    const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + at + 1));
    return inHours(job.nextRun(start) ?? start) - inHours(start);
  });
}

/**
 * Hours from the last run before each change of the clocks to the first one after it: a run at a time that is left out is
 * not made, and one at a time that comes twice is made the first time alone.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
function hoursOverChanges(schedule: string, timeZone: string): readonly number[] {
  const job = jobOf(schedule);
  if (job === undefined) {
    return [];
  }
  return clockChanges(timeZone, new Date()).flatMap(({ at, before, after }) => {
    // What the job takes for UTC is what the clocks show.
    const [last] = job.previousRuns(1, new Date(at + before - 1));
    const first = job.nextRun(new Date(at + Math.max(before, after) - 1));
    return last && first ? [inHours(first) - inHours(last) + (before - after) / 3_600_000] : [];
  });
}

/** By the clocks of UTC; undefined where the schedule is wrong. */
export function jobOf(schedule: string): Cron | undefined {
  const fields = cron.exec(schedule)?.[1]?.split(" ") ?? [];
  const [minute, hour, day, month, weekday, year = ""] = fields;
  const named = year.match(/\d{3,}/g) ?? [];
  // One of the two fields for days must be "?".
  if ((day === "?") === (weekday === "?") || named.some((one) => Number(one) < years.from || Number(one) > years.to)) {
    return undefined;
  }
  try {
    // The last day of a week is Saturday.
    const last = weekday?.toUpperCase() === "L" ? "7" : weekday;
    return new Cron(["0", minute, hour, day, month, last, year].join(" "), {
      mode: "7-part",
      // As AWS counts them, Sunday is 1.
      alternativeWeekdays: true,
      domAndDow: true,
      sloppyRanges: true,
      timezone: "UTC",
      paused: true,
    });
  } catch {
    return undefined;
  }
}

export const timeZoneName: Rule<string> = {
  allowed: 'the name of a time zone, such as "Europe/Berlin"',
  accepts: (value) => typeof value === "string" && /^[A-Za-z]/.test(value) && isTimeZone(value),
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Hours for an audit that starts late, and those that the longest alarm looks back. */
const grace = 2;
const longest = 168;

/** When audits are. */
export interface Timing {
  readonly schedule: string;
  readonly timeZone: string;
}

/** The hours after which an audit is overdue; 0: it never is. */
export function overdueAfter(checks: ArgumentChecks, timing: Timing, given: number | undefined): number {
  const { least, when } = leastOf(timing);
  const allowed =
    least > longest
      ? `0, for no alarm: audits of ${when} are more than ${longest} hours apart.`
      : `${least === longest ? longest : `from ${least} to ${longest}`}, as audits of ${when} are up to ${least} hours apart, or 0 for no alarm.`;
  if (given === undefined) {
    if (least + grace > longest) {
      checks.refuse(`overdueHours is missing, but must be ${allowed}`);
    }
    return least + grace;
  }
  const value = checks.plain("overdueHours", given, wholeNumber(0, longest, "hours"));
  if (value !== 0 && value < least) {
    checks.refuse(`overdueHours is ${value}, but must be ${allowed}`);
  }
  return value;
}

/**
 * The longest time between two audits, in whole hours. A change of the clocks counts where an alarm can wait that long: one
 * that starts for an hour a year is better than none.
 */
function leastOf({ schedule, timeZone }: Timing): { readonly least: number; readonly when: string } {
  const usual = Math.ceil(hoursBetween(schedule)?.longest ?? Number.POSITIVE_INFINITY);
  const changing = Math.ceil(Math.max(...hoursOverChanges(schedule, timeZone)));
  return changing > usual && changing <= longest
    ? { least: changing, when: `${show(schedule)}, where the clocks of ${timeZone} change,` }
    : { least: usual, when: show(schedule) };
}

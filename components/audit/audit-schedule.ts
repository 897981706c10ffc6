import type { ArgumentChecks, Rule } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";

/** Hours that one unit of a rate has. */
const hours = { minute: 1 / 60, hour: 1, day: 24 } as const;

const rate = /^rate\(([1-9]\d{0,4}) (minute|hour|day)(s?)\)$/;
/** Six fields, in which letters stand for days and months: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const cron = /^cron\([\d*,/-]+ [\d*,/-]+ [\dLW*?,/-]+ [\dA-Z*,/-]+ [\dA-Z#*?,/-]+ [\d*,/-]+\)$/i;
const daily = /^cron\(\d+ \d+ (\* \* \?|\? \* \*) \*\)$/;

/** An audit takes up to a quarter of an hour. */
export const scheduleExpression: Rule<string> = {
  allowed: 'a "rate(...)" of at least 1 hour or a "cron(...)" of six fields, such as "cron(0 5 * * ? *)"',
  accepts: (value) => {
    if (typeof value !== "string") {
      return false;
    }
    const between = hoursOfRate(value);
    return between === undefined ? isCron(value) : between >= 1;
  },
};

/** One of the two fields for days must be "?". */
function isCron(value: string): boolean {
  const fields = value.slice("cron(".length, -1).split(" ");
  return cron.test(value) && (fields[2] === "?") !== (fields[4] === "?");
}

function hoursOfRate(schedule: string): number | undefined {
  const [, amount, unit, plural] = rate.exec(schedule) ?? [];
  if (amount === undefined || unit === undefined || (amount === "1") !== (plural === "")) {
    return undefined;
  }
  return Number(amount) * hours[unit as keyof typeof hours];
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

/** The hours after which an audit is overdue; 0: it never is. */
export function overdueAfter(checks: ArgumentChecks, schedule: string, given: number | undefined): number {
  if (given !== undefined) {
    return checks.plain("overdueHours", given, wholeNumber(0, longest, "hours"));
  }
  const between = hoursOfRate(schedule) ?? (daily.test(schedule) ? 24 : undefined);
  const hoursLeft = between === undefined ? undefined : Math.ceil(between) + grace;
  if (hoursLeft === undefined || hoursLeft > longest) {
    checks.refuse(
      `overdueHours is missing, but must be a number of hours from 1 to ${longest} between two audits of ` +
        `${JSON.stringify(schedule)}, or 0 for no alarm.`,
    );
  }
  return hoursLeft;
}

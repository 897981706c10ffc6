import { type ArgumentChecks, show } from "../shared/arguments";
import { hoursBetween, jobOf } from "./audit-schedule";

/** The fields of a "cron(...)": https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const fieldNames = ["minute", "hour", "day of the month", "month", "day of the week", "year"] as const;

/** Refuses a schedule that EventBridge Scheduler would not take or never run, or one of audits that would overlap. */
export function checkSchedule(checks: ArgumentChecks, schedule: unknown): string {
  const needed = typeof schedule === "string" ? neededOf(schedule) : anySchedule;
  if (typeof schedule !== "string" || needed !== undefined) {
    checks.refuse(`schedule is ${show(schedule)}, but must ${needed}.`);
  }
  return schedule;
}

const anySchedule =
  'be a "rate(...)" or a "cron(...)" of six fields whose audits are 1 hour or more apart, such as "rate(12 hours)" or "cron(0 5 * * ? *)"';

/** A rate of which nothing is wrong but that its unit is a plural for 1, or a singular for more. */
const otherNumber = /^rate\((1 (minute|hour|day)s|(?!1 )[1-9]\d{0,4} (minute|hour|day))\)$/;

/** What a schedule must be, in words for what is wrong with it; undefined where nothing is. */
function neededOf(schedule: string): string | undefined {
  const between = hoursBetween(schedule);
  if (between === undefined) {
    if (otherNumber.test(schedule)) {
      return 'have "minute", "hour" or "day" for 1, and "minutes", "hours" or "days" for more';
    }
    const fields = /^cron\((.*)\)$/i.exec(schedule)?.[1];
    return fields === undefined ? anySchedule : neededOfFields(fields.match(/\S+/g) ?? [], schedule);
  }
  // An audit takes up to a quarter of an hour.
  return between.shortest < 1
    ? `have audits that are 1 hour or more apart, not ${minutes(between.shortest)}`
    : undefined;
}

function neededOfFields(fields: readonly string[], schedule: string): string {
  const [, , day, , weekday] = fields;
  if (fields.length !== fieldNames.length) {
    return `have the six fields ${fieldNames.join(", ")}, and has ${fields.length}`;
  }
  if ((day === "?") === (weekday === "?")) {
    return 'have "?" as either its day of the month or its day of the week, as AWS takes one of them alone';
  }
  const wrong = fields.findIndex((field, at) => field !== "?" && !isField(field, at));
  if (wrong >= 0) {
    return `have another ${fieldNames[wrong]} than ${show(fields[wrong])}, which EventBridge Scheduler does not take`;
  }
  return jobOf(schedule) === undefined ? anySchedule : "be of a day that comes: no audit would ever be run";
}

/** Whether a field is right in a schedule that is right but for it. */
function isField(field: string, at: number): boolean {
  const others = fieldNames[at] === "day of the week" ? ["0", "5", "?", "*", "*", "*"] : ["0", "5", "*", "*", "?", "*"];
  return jobOf(`cron(${others.with(at, field).join(" ")})`) !== undefined;
}

function minutes(hours: number): string {
  const amount = Math.round(hours * 60);
  return amount === 1 ? "1 minute" : `${amount} minutes`;
}

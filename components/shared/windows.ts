/** A span of minutes, counted from the start of the day, or of the week on Monday. */
export interface Window {
  readonly start: number;
  readonly length: number;
}

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayLength = 24 * 60;

/** The window of "23:30-00:30", or undefined for anything else. */
export function dailyWindow(text: string): Window | undefined {
  return windowOf(text, timeOfDay, dayLength);
}

/** The window of "sun:23:30-mon:00:30", or undefined for anything else. */
export function weeklyWindow(text: string): Window | undefined {
  return windowOf(text, timeOfWeek, days.length * dayLength);
}

/** Whether a daily and a weekly window share a minute on any day. Windows that only touch do not. */
export function overlap(daily: Window, weekly: Window): boolean {
  return (
    modulo(weekly.start - daily.start, dayLength) < daily.length ||
    modulo(daily.start - weekly.start, dayLength) < weekly.length
  );
}

/** A window may cross the end of its period. */
function windowOf(text: string, time: (text: string) => number, period: number): Window | undefined {
  const [start = Number.NaN, end = Number.NaN, ...rest] = text.split("-").map(time);
  const length = modulo(end - start, period);
  return rest.length > 0 || Number.isNaN(length) ? undefined : { start, length };
}

function timeOfDay(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function timeOfWeek(text: string): number {
  const day = days.indexOf(text.slice(0, 3).toLowerCase());
  return day < 0 || text[3] !== ":" ? Number.NaN : day * dayLength + timeOfDay(text.slice(4));
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}

/** A change of the clocks of a time zone, in milliseconds. */
export interface ClockChange {
  /** Since 1970, in UTC. */
  readonly at: number;
  /** How far the clocks are ahead of UTC. */
  readonly before: number;
  readonly after: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Those of the year that begins on a day, to the minute. */
export function clockChanges(timeZone: string, from: Date): readonly ClockChange[] {
  const ahead = offsetsOf(timeZone);
  const start = Math.floor(from.getTime() / day) * day;
  return Array.from({ length: 366 }, (_, at) => start + at * day).flatMap((midnight) => {
    const [before, after] = [ahead(midnight), ahead(midnight + day)];
    return before === after ? [] : [{ at: changeBetween(midnight, midnight + day, ahead), before, after }];
  });
}

/** The first minute of the other offset: of two changes within a day only one would be found, and no zone has them. */
function changeBetween(from: number, to: number, ahead: (at: number) => number): number {
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    [low, high] = ahead(middle) === ahead(from) ? [middle, high] : [low, middle];
  }
  return high;
}

function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return (at) => {
    // "GMT", "GMT+05:45".
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
  };
}

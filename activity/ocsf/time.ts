const form = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):?(\d\d)?)?$/;

/** Characters of "2019-10-30 00:39:49". */
const toSecond = 19;

/** The second that was read last: events come in order, many a second, and each tells of three times. */
let last = { text: "", zone: "", milliseconds: 0 };

/**
 * Milliseconds since 1970 of a time as AWS writes it, "2019-10-30 00:39:49.940668+00", or undefined for anything else.
 */
export function millisecondsOf(time: unknown): number | undefined {
  if (typeof time !== "string") {
    return undefined;
  }
  let at = toSecond;
  let fraction = 0;
  if (time[at] === ".") {
    for (let weight = 100, digit = digitAt(time, ++at); digit >= 0; digit = digitAt(time, ++at)) {
      fraction += digit * weight;
      weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
    }
    if (at === toSecond + 1) {
      return undefined;
    }
  }
  if (
    !(time.startsWith(last.text) && time.length === at + last.zone.length && time.endsWith(last.zone)) ||
    last.text === ""
  ) {
    const text = time.slice(0, toSecond);
    const zone = time.slice(at);
    const milliseconds = secondOf(text + zone);
    if (milliseconds === undefined) {
      return undefined;
    }
    last = { text, zone, milliseconds };
  }
  return last.milliseconds + fraction;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit <= 9 ? digit : -1;
}

function secondOf(time: string): number | undefined {
  const match = form.exec(time);
  if (match === null) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, sign, hours = "0", minutes = "0"] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - offset;
}

/**
 * Milliseconds since 1970 of a time as AWS writes it, "2019-10-30 00:39:49.940668+00", or undefined for anything else.
 */
export function millisecondsOf(time: unknown): number | undefined {
  if (typeof time !== "string") {
    return undefined;
  }
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d\d):?(\d\d)?)?$/.exec(
    time,
  );
  if (match === null) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, fraction = "0", sign, hours = "0", minutes = "0"] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return utc + Number(fraction.padEnd(3, "0")) - offset;
}

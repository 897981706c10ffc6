/** What is wrong with a value, as the end of "host must be ... "; undefined if nothing is. */
export type Check = (value: unknown) => string | undefined;

export function check(isGood: (value: unknown) => boolean, wanted: string): Check {
  return (value) => (isGood(value) ? undefined : wanted);
}

export function whole(least: number, most: number, wanted = `a whole number from ${least} to ${most}`): Check {
  return check((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, wanted);
}

export function eitherOf(first: Check, second: Check): Check {
  return (value) => {
    const [one, other] = [first(value), second(value)];
    return one === undefined || other === undefined ? undefined : `${one}, or ${other}`;
  };
}

export function exactly(only: unknown): Check {
  return check((value) => value === only, String(only));
}

export const boolean = check((value) => typeof value === "boolean", "true or false");
export const callable = check((value) => typeof value === "function", "a function");

/** The longest time of a timer of Node. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
export const longestMs = 2 ** 31 - 1;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that can stand in a packet of a driver, where a zero byte ends it. */
export function isPlain(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0");
}

import { failureOf } from "./failure";

/** Turns AWS's answer that something does not exist, as it was deleted since something named it, into undefined. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (failureOf(error)?.outcome === "not-found") {
      return undefined;
    }
    throw error;
  }
}

/** A text that may be an address, without the user and the password that stand before its @. */
export function masked(text: string): string {
  return text.replace(/^.*[:/].*@/s, "...@");
}
